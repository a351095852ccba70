package io.pushsim.eventsource;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The envelopes around a message, the outermost first, so that a refusal says where in the body it
 * found what it did not understand.
 */
record Wrapping(List<String> envelopes) {
  /** Nothing around the message. */
  static final Wrapping NONE = new Wrapping(List.of());

  /** AWS's own services make two at most: SQS around SNS. */
  private static final int DEEPEST = 4;

  Wrapping {
    envelopes = List.copyOf(envelopes);
  }

  /**
   * This and one envelope more.
   *
   * @throws SimulatorException where that is one too many
   */
  Wrapping with(String envelope) {
    if (envelopes.size() == DEEPEST) {
      throw refusal("%s, the %dth envelope around one another".formatted(envelope, DEEPEST + 1));
    }
    return new Wrapping(Stream.concat(envelopes.stream(), Stream.of(envelope)).toList());
  }

  /** The name of something within the message, by which an error calls it. */
  String name(String thing) {
    StringBuilder name = new StringBuilder(thing);
    for (int at = envelopes.size() - 1; at >= 0; at--) {
      name.append(" in ").append(envelopes.get(at));
    }
    return name.toString();
  }

  /** Says that the message is no notification but something else. */
  SimulatorException refusal(String whatCame) {
    StringBuilder said = new StringBuilder();
    envelopes.forEach(envelope -> said.append(envelope).append(" around "));
    return new SimulatorException(
        ErrorCode.INVALID_REQUEST_CONTENT,
        "This is no S3 notification but %s%s. Send a body with Records of S3 events, as MinIO, RustFS, versitygw or AWS S3 write it, or such a body in an SQS or SNS envelope, or an EventBridge event of S3."
            .formatted(said, whatCame));
  }
}
