/** Decides what the inputs' rules and grants come to: who may invoke what. */
@NullMarked
package io.pushsim.check.decision;

import org.jspecify.annotations.NullMarked;
