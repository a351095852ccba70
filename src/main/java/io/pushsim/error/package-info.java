/** The errors that AWS answers a caller's mistake with: one exception, one table of codes. */
@NullMarked
package io.pushsim.error;

import org.jspecify.annotations.NullMarked;
