package io.pushsim.eventsource.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

/** What is in a body in {@code aws-chunked} encoding that is there as a whole. */
public final class ChunkedContent {
  private ChunkedContent() {}

  /**
   * The content; signatures of chunks are not looked at.
   *
   * @param trailer the header that the trailer is announced to have, a checksum's
   * @throws ObjectRefusal where the body is not as it has to be, or not what its checksum says
   */
  public static byte[] of(byte[] body, Optional<String> trailer) {
    try (ChunkedBody content =
        new ChunkedBody(
            new ByteArrayInputStream(body), ObjectBody.trailing(trailer), Optional.empty())) {
      return content.readAllBytes();
    } catch (IOException e) {
      if (e.getCause() instanceof ObjectRefusal refusal) {
        throw refusal;
      }
      throw new IllegalStateException("bytes in memory cannot be read", e);
    }
  }
}
