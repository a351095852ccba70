/**
 * One clock, one scheduler and seeded draws: virtual for a replay, real for the live simulator; and
 * times as AWS and HTTP write them.
 */
@NullMarked
package io.pushsim.time;

import org.jspecify.annotations.NullMarked;
