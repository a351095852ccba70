/** Drives pushes at a planned rate, whatever comes of them, and reports how they fared. */
@NullMarked
package io.pushsim.load;

import org.jspecify.annotations.NullMarked;
