/**
 * What the HTTP requests of handlers reach: pushsim itself, and what it was told to let them reach.
 */
@NullMarked
package io.pushsim.api.outbound;

import org.jspecify.annotations.NullMarked;
