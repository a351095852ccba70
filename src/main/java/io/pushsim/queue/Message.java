package io.pushsim.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A message that was sent to a queue, a topic or an event bus.
 *
 * @param id as in MessageId
 * @param attributes those that its sender gave to it, by their names
 * @param senderId as in the attribute SenderId
 * @param sent when it was sent; a dead letter's is that of the message it was
 * @param delaySeconds for which it is hidden at first
 * @param traceHeader as in the attribute AWSTraceHeader
 * @param deadLetterSource the queue from which SQS moved it here, its ARN
 * @param formerReceives how often it was received there
 */
public record Message(
    String id,
    String body,
    Map<String, MessageAttribute> attributes,
    String senderId,
    Instant sent,
    int delaySeconds,
    Optional<String> traceHeader,
    Optional<String> deadLetterSource,
    int formerReceives) {
  public Message {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** When it can be received for the first time. */
  Instant visible() {
    return sent.plus(Duration.ofSeconds(delaySeconds));
  }

  /**
   * The dead letter that it becomes: the same message, of the same age (SQS developer guide,
   * dead-letter queues: "the expiration of a message is always based on its original enqueue
   * timestamp"), and no less often received (recorded by LocalStack's tests:
   * test_dead_letter_queue_message_attributes).
   */
  public Message asDeadLetterOf(String sourceArn, int receives) {
    return new Message(
        id, body, attributes, senderId, sent, 0, traceHeader, Optional.of(sourceArn), receives);
  }

  /**
   * The message that a message move task makes of it: a new one with a new id and age (SQS
   * developer guide, dead-letter queue redrive).
   */
  public Message redriven(String newId, Instant now) {
    return new Message(newId, body, attributes, senderId, now, 0, traceHeader, Optional.empty(), 0);
  }
}
