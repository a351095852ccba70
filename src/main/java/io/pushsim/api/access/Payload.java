package io.pushsim.api.access;

import io.pushsim.error.SimulatorException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** A request's body, as far as a signature is about it; asked only when its hash is needed. */
@FunctionalInterface
public interface Payload {
  /** Of the whole body, in 64 lower-case hexadecimal digits. */
  String sha256();

  /**
   * The client signed that the body has this hash.
   *
   * @throws SimulatorException XAmzContentSHA256Mismatch where it has another
   */
  default void require(String announced) {
    ContentHash.compare(announced, sha256());
  }

  /** A body in memory, which is not copied. */
  static Payload of(byte[] body) {
    return of(ByteBuffer.wrap(body));
  }

  /**
   * A body in memory, which is not copied.
   *
   * @param body whose position and limit stay as they are
   */
  static Payload of(ByteBuffer body) {
    return () -> {
      MessageDigest digest = Hashes.newSha256();
      digest.update(body.duplicate());
      return Hashes.hex(digest.digest());
    };
  }
}
