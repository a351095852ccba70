/** Lambda's REST-JSON API, over the table of operations. */
@NullMarked
package io.pushsim.api.lambda;

import org.jspecify.annotations.NullMarked;
