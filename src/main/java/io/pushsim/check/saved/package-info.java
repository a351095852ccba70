/** Reads what AWS CLI commands answered, as people save it, and the index that says whose it is. */
@NullMarked
package io.pushsim.check.saved;

import org.jspecify.annotations.NullMarked;
