/** One clock, one scheduler and seeded draws: virtual for a replay, real for the live simulator. */
@NullMarked
package io.pushsim.time;

import org.jspecify.annotations.NullMarked;
