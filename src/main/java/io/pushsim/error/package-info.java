/**
 * The errors that AWS answers a caller's mistake with: one exception, one table of codes, and the
 * words that several rooms share.
 */
@NullMarked
package io.pushsim.error;

import org.jspecify.annotations.NullMarked;
