/** Turns what an S3 server says into S3 event records and pushes each at its targets. */
@NullMarked
package io.pushsim.eventsource;

import org.jspecify.annotations.NullMarked;
