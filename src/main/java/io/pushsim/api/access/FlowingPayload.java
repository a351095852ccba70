package io.pushsim.api.access;

import java.security.MessageDigest;
import java.util.Optional;

/**
 * A body that has not come yet when its request's signature is verified: what the client announced
 * of it is checked as it flows. Only S3 takes its clients' word for that long.
 */
public final class FlowingPayload implements Payload {
  private final MessageDigest digest = Hashes.newSha256();
  private Optional<String> announced = Optional.empty();

  @Override
  public String sha256() {
    throw new IllegalStateException("the hash of a body that flows is known at its end");
  }

  @Override
  public void require(String hash) {
    announced = Optional.of(hash);
  }

  /** A part of the body has come. */
  public void passes(byte[] part, int start, int length) {
    if (announced.isPresent()) {
      digest.update(part, start, length);
    }
  }

  /**
   * The body has come to its end.
   *
   * @throws io.pushsim.error.SimulatorException XAmzContentSHA256Mismatch where it is another than
   *     announced
   */
  public void ends() {
    announced.ifPresent(hash -> ContentHash.compare(hash, Hashes.hex(digest.digest())));
    announced = Optional.empty();
  }
}
