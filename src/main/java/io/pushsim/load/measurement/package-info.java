/** Counts and times what comes of the pushes of a load. */
@NullMarked
package io.pushsim.load.measurement;

import org.jspecify.annotations.NullMarked;
