package io.pushsim.queue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a receiver deletes a message by: it names the queue, the message and the one time that it
 * was received. Callers see Base64.
 *
 * @param receipt the same for no two times
 */
public record ReceiptHandle(String queueArn, String messageId, String receipt) {
  private static final String FORM = "pushsim";

  /** The handle that a text is; empty where it is none. */
  public static Optional<ReceiptHandle> parse(String text) {
    try {
      List<String> parts =
          List.of(
              new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1));
      return parts.size() == 4 && parts.get(0).equals(FORM)
          ? Optional.of(new ReceiptHandle(parts.get(1), parts.get(2), parts.get(3)))
          : Optional.empty();
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  /** As callers see it. */
  public String text() {
    return Base64.getEncoder()
        .encodeToString(
            String.join(" ", FORM, queueArn, messageId, receipt).getBytes(StandardCharsets.UTF_8));
  }
}
