/** What is wrong with a set-up, where, why, and what mends it. */
@NullMarked
package io.pushsim.check.finding;

import org.jspecify.annotations.NullMarked;
