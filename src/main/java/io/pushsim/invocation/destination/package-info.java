/**
 * Tells the end of asynchronous invocations: dead letters, and destinations with AWS's envelopes.
 */
@NullMarked
package io.pushsim.invocation.destination;

import org.jspecify.annotations.NullMarked;
