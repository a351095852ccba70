/**
 * Follows MinIO's listen streams: what a bucket's server tells whoever asks, without a target
 * configured on it.
 */
@NullMarked
package io.pushsim.eventsource.listen;

import org.jspecify.annotations.NullMarked;
