package io.pushsim.scenario;

import io.pushsim.error.SimulatorException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

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

  /** Puts an object there, and says what S3 notifies of. */
  ObjectChange put(String bucket, String key, byte[] content);
}
