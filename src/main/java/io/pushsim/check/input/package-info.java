/** Finds the inputs of a check, tells their forms, and reads each into what it says. */
@NullMarked
package io.pushsim.check.input;

import org.jspecify.annotations.NullMarked;
