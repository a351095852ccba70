/**
 * HTTP requests and answers as the services of the wire see them: bounded, and never on a blocked
 * event loop.
 */
@NullMarked
package io.pushsim.api.http;

import org.jspecify.annotations.NullMarked;
