package io.pushsim.api.s3.shelf;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletionStage;

/** Where objects are kept. Used by one thread at a time. */
public interface ObjectShelf {

  /**
   * That there is such a bucket, of the owner whom the caller expects, where it says so.
   *
   * @throws io.pushsim.error.SimulatorException NoSuchBucket, AccessDenied
   */
  void require(String bucket, Optional<String> expectedOwner);

  /** The object, if there is one. */
  Optional<Kept> find(String bucket, String key);

  /** A bucket's objects by their keys, in the order of their UTF-8 bytes. */
  SortedMap<String, Kept> list(String bucket);

  /**
   * Keeps an object of these bytes; completes when its event is durable.
   *
   * @param headers what is said of it, by the names of headers in lower case
   */
  CompletionStage<Kept> put(Change change, byte[] content, Map<String, String> headers);

  /** Takes the object away, if there is one; completes when its event is durable. */
  CompletionStage<Void> remove(Change change);

  /**
   * A change, and who makes it.
   *
   * @param how S3's name of what creates the object, such as {@code Put}
   * @param principalId as event records name whoever makes it
   * @param trace the request's trace header, where it has one
   */
  record Change(
      String how, String bucket, String key, String principalId, Optional<String> trace) {}

  /**
   * An object that is kept.
   *
   * @param size in bytes
   * @param eTag without quotes
   * @param headers what was said of it, by the names of headers in lower case
   */
  record Kept(
      long size, String eTag, Instant lastModified, Map<String, String> headers, Content content) {}

  /** An object's bytes. */
  interface Content {
    /**
     * Opens them, for the caller to close.
     *
     * @throws io.pushsim.error.SimulatorException InvalidInput where nobody has said what they are
     */
    InputStream open() throws IOException;
  }
}
