/**
 * Keeps buckets and notification configurations; validates, detects overlaps, matches an event; the
 * S3 event record.
 */
@NullMarked
package io.pushsim.bucket;

import org.jspecify.annotations.NullMarked;
