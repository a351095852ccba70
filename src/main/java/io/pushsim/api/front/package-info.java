/**
 * The front before what keeps the objects: a real S3 server, to which requests are passed on as
 * they are, or pushsim itself.
 */
@NullMarked
package io.pushsim.api.front;

import org.jspecify.annotations.NullMarked;
