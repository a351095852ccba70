/**
 * The S3 within pushsim: s3proxy's request handler and stores, called in-process, with an event for
 * every object that changes.
 */
@NullMarked
package io.pushsim.eventsource.embedded;

import org.jspecify.annotations.NullMarked;
