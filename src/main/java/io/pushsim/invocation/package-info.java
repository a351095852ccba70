/** The only way to a function: authorize, resolve, execute; writes deliveries to the journal. */
@NullMarked
package io.pushsim.invocation;

import org.jspecify.annotations.NullMarked;
