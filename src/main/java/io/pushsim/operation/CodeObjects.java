package io.pushsim.operation;

import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.BucketErrors;
import io.pushsim.error.SimulatorException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The objects of S3, as far as code is read from them: the port to wherever they are kept. */
@FunctionalInterface
public interface CodeObjects {
  /** Where no objects are kept: every bucket is empty. */
  CodeObjects NONE =
      (bucket, key, version) -> {
        throw BucketErrors.noSuchKey(key);
      };

  /**
   * Opens an object of a bucket that is there and that its reader may read. The caller closes it,
   * and reads no more of it than it needs.
   *
   * @param version the object's version id; empty for the current version
   * @throws SimulatorException with S3's own code and message where S3 would not give the object,
   *     such as {@link BucketErrors#noSuchKey}; InvalidInput where it cannot be told what it holds
   * @throws IOException where it cannot be read though it is there
   */
  InputStream open(String bucket, String key, Optional<String> version) throws IOException;

  /**
   * A bucket that lies where the objects are kept, and of which nobody has told pushsim.
   *
   * @throws IOException where it cannot be told whether there is one
   */
  default Optional<Bucket> bucket(String name) throws IOException {
    return Optional.empty();
  }
}
