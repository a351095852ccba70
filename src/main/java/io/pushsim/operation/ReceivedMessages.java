package io.pushsim.operation;

import io.pushsim.journal.KeptMessage;
import io.pushsim.queue.Message;
import io.pushsim.queue.MessageAttribute;
import io.pushsim.queue.MessageHashes;
import io.pushsim.queue.QueueErrors;
import io.pushsim.queue.ReceiptHandle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Messages as ReceiveMessage answers them.
 *
 * @param systemAttributes the names of those that are wanted
 * @param messageAttributes likewise, or patterns of their names
 */
record ReceivedMessages(
    String queueArn, List<String> systemAttributes, List<String> messageAttributes) {
  private static final String ALL = "All";

  /** AWS has these, and messages of standard queues have none of them. */
  private static final Set<String> NEVER_THERE =
      Set.of("SequenceNumber", "MessageDeduplicationId", "MessageGroupId");

  private static final Set<String> KNOWN =
      Set.of(
          ALL,
          "SenderId",
          "SentTimestamp",
          "ApproximateReceiveCount",
          "ApproximateFirstReceiveTimestamp",
          "AWSTraceHeader",
          "DeadLetterQueueSourceArn");

  /** ReceiveMessage's answer. */
  record Answer(Optional<List<Item>> messages) {}

  /** One message. */
  record Item(
      String messageId,
      String receiptHandle,
      String mD5OfBody,
      String body,
      Optional<Map<String, String>> attributes,
      Optional<String> mD5OfMessageAttributes,
      Optional<Map<String, MessageAttribute>> messageAttributes) {}

  /**
   * As a request asks for them.
   *
   * @throws io.pushsim.error.SimulatorException InvalidAttributeName
   */
  static ReceivedMessages of(String queueArn, MessageRequests.Receive request) {
    List<String> names =
        request.messageSystemAttributeNames().or(request::attributeNames).orElse(List.of());
    for (String name : names) {
      if (!KNOWN.contains(name) && !NEVER_THERE.contains(name)) {
        throw QueueErrors.unknownAttribute(name);
      }
    }
    return new ReceivedMessages(queueArn, names, request.messageAttributeNames().orElse(List.of()));
  }

  Answer answer(List<KeptMessage> messages) {
    return new Answer(
        Optional.of(messages.stream().map(this::item).toList()).filter(all -> !all.isEmpty()));
  }

  private Item item(KeptMessage kept) {
    Message message = kept.message();
    Map<String, MessageAttribute> wanted = new TreeMap<>(message.attributes());
    wanted.keySet().removeIf(name -> !MessageForm.isWanted(name, messageAttributes));
    return new Item(
        message.id(),
        new ReceiptHandle(queueArn, message.id(), kept.claim().receipt()).text(),
        MessageHashes.ofBody(message.body()),
        message.body(),
        Optional.of(system(kept)).filter(some -> !some.isEmpty()),
        MessageHashes.ofAttributes(wanted),
        Optional.of(wanted).filter(some -> !some.isEmpty()));
  }

  private Map<String, String> system(KeptMessage kept) {
    Message message = kept.message();
    Map<String, String> all = new LinkedHashMap<>();
    all.put("SenderId", message.senderId());
    kept.claim()
        .firstReceived()
        .ifPresent(
            time ->
                all.put("ApproximateFirstReceiveTimestamp", Long.toString(time.toEpochMilli())));
    all.put(
        "ApproximateReceiveCount",
        Integer.toString(message.formerReceives() + kept.claim().receives()));
    all.put("SentTimestamp", Long.toString(message.sent().toEpochMilli()));
    message.traceHeader().ifPresent(header -> all.put("AWSTraceHeader", header));
    message.deadLetterSource().ifPresent(arn -> all.put("DeadLetterQueueSourceArn", arn));
    if (!systemAttributes.contains(ALL)) {
      all.keySet().retainAll(systemAttributes);
    }
    return all;
  }
}
