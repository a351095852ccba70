package io.pushsim.queue;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a service of AWS has to send to a queue, a topic or an event bus.
 *
 * @param id the message's, the same for no two
 * @param attributes by their names
 * @param senderId as in the attribute SenderId
 * @param traceHeader as in the attribute AWSTraceHeader
 */
public record Letter(
    String id,
    String body,
    Map<String, MessageAttribute> attributes,
    String senderId,
    Optional<String> traceHeader) {
  public Letter {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** The message that it is when it is sent now. */
  public Message sent(Instant now, int delaySeconds) {
    return new Message(
        id, body, attributes, senderId, now, delaySeconds, traceHeader, Optional.empty(), 0);
  }
}
