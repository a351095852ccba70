/**
 * Stores of pushsim's own on top of s3proxy's. s3proxy tells what a store can do by the name of its
 * package: it has to have {@code nio2blob} in it (S3ProxyHandler, getBlobStoreType).
 */
@NullMarked
package io.pushsim.eventsource.embedded.nio2blob;

import org.jspecify.annotations.NullMarked;
