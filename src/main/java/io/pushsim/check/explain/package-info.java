/** Walks one decision through, element by element. */
@NullMarked
package io.pushsim.check.explain;

import org.jspecify.annotations.NullMarked;
