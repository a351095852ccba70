package io.pushsim.scenario;

import io.pushsim.error.SimulatorException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.SortedMap;

/** What the objects in a story's buckets hold. */
public interface ObjectContents {

  /**
   * Opens an object, for the caller to close.
   *
   * @param version empty for the current version
   * @throws SimulatorException as S3 would answer: NoSuchKey, InvalidArgument; InvalidInput where
   *     the story never said what the object holds
   */
  InputStream open(String bucket, String key, Optional<String> version) throws IOException;

  /** The object, if there is one. */
  Optional<StoredObject> get(String bucket, String key);

  /** A bucket's objects by their keys, in S3's order. */
  SortedMap<String, StoredObject> list(String bucket);

  /**
   * Puts an object there, and says what S3 notifies of.
   *
   * @param how S3's name of what creates it, such as {@code Put}
   */
  ObjectChange put(String how, String bucket, String key, StoredObject object);

  /** Takes the object away, and says what S3 notifies of; empty where there was none. */
  Optional<ObjectChange> remove(String bucket, String key);
}
