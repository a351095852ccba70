package io.pushsim.api.access;

import io.pushsim.error.SimulatorException;

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
    return () -> Hashes.hex(Hashes.newSha256().digest(body));
  }
}
