/**
 * The S3 server behind pushsim, as the MinIO client reaches it: its buckets, the rules by which it
 * tells pushsim of events, and the code that lies in it.
 */
@NullMarked
package io.pushsim.eventsource.remote;

import org.jspecify.annotations.NullMarked;
