package io.pushsim.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.queue.MessageCounts;
import io.pushsim.queue.Queue;
import io.pushsim.queue.QueueAttributes;
import io.pushsim.queue.QueueErrors;
import io.pushsim.queue.QueueRegistry;
import io.pushsim.queue.RedrivePolicy;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The attributes of queues as texts by AWS's names (SQS API reference, CreateQueue). */
final class QueueAttributeForm {
  static final String ALL = "All";
  private static final String REDRIVE_POLICY = "RedrivePolicy";
  private static final String DEAD_LETTER_TARGET = "deadLetterTargetArn";
  private static final String MAX_RECEIVE_COUNT = "maxReceiveCount";
  private static final int MOST_RECEIVES = 1000;

  /** AWS has them, and pushsim's queues have nothing of the kind. */
  private static final Set<String> NOT_SIMULATED =
      Set.of(
          "Policy",
          "FifoQueue",
          "ContentBasedDeduplication",
          "KmsMasterKeyId",
          "KmsDataKeyReusePeriodSeconds",
          "DeduplicationScope",
          "FifoThroughputLimit",
          "RedriveAllowPolicy",
          "SqsManagedSseEnabled");

  private QueueAttributeForm() {}

  /** What a queue is set to, in numbers by their names, in the order in which AWS lists them. */
  private static Map<String, String> settings(QueueAttributes attributes) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("VisibilityTimeout", Integer.toString(attributes.visibilityTimeout()));
    texts.put("MaximumMessageSize", Integer.toString(attributes.maximumMessageSize()));
    texts.put("MessageRetentionPeriod", Integer.toString(attributes.messageRetentionPeriod()));
    texts.put("DelaySeconds", Integer.toString(attributes.delaySeconds()));
    texts.put(
        "ReceiveMessageWaitTimeSeconds",
        Integer.toString(attributes.receiveMessageWaitTimeSeconds()));
    attributes.redrivePolicy().ifPresent(policy -> texts.put(REDRIVE_POLICY, text(policy)));
    return texts;
  }

  private static String text(RedrivePolicy policy) {
    return JsonNodeFactory.instance
        .objectNode()
        .put(DEAD_LETTER_TARGET, policy.deadLetterTargetArn())
        .put(MAX_RECEIVE_COUNT, policy.maxReceiveCount())
        .toString();
  }

  /**
   * All attributes that are asked for.
   *
   * @throws SimulatorException InvalidAttributeName for a name that is none
   */
  static Map<String, String> told(Queue queue, MessageCounts counts, List<String> names) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("QueueArn", queue.arn());
    all.put("ApproximateNumberOfMessages", Integer.toString(counts.visible()));
    all.put("ApproximateNumberOfMessagesNotVisible", Integer.toString(counts.notVisible()));
    all.put("ApproximateNumberOfMessagesDelayed", Integer.toString(counts.delayed()));
    all.put("CreatedTimestamp", Long.toString(queue.created().getEpochSecond()));
    all.put("LastModifiedTimestamp", Long.toString(queue.lastModified().getEpochSecond()));
    all.putAll(settings(queue.attributes()));
    for (String name : names) {
      if (!name.equals(ALL)
          && !name.equals(REDRIVE_POLICY)
          && !all.containsKey(name)
          && !NOT_SIMULATED.contains(name)) {
        throw QueueErrors.unknownAttribute(name);
      }
    }
    if (!names.contains(ALL)) {
      all.keySet().retainAll(names);
    }
    return all;
  }

  /**
   * The first attribute that is to have another value than it has; empty where there is none.
   *
   * @throws SimulatorException as {@link #set}
   */
  static Optional<String> difference(
      Queue queue, Map<String, String> wanted, QueueRegistry queues) {
    Map<String, String> has = settings(queue.attributes());
    Map<String, String> then = settings(set(queue.attributes(), wanted, queues));
    return wanted.keySet().stream()
        .filter(
            name -> !Optional.ofNullable(has.get(name)).equals(Optional.ofNullable(then.get(name))))
        .findFirst();
  }

  /**
   * The attributes with some of them set.
   *
   * @param queues among which a dead-letter queue must be
   * @throws SimulatorException InvalidAttributeName, InvalidAttributeValue, InvalidParameterValue
   */
  static QueueAttributes set(
      QueueAttributes before, Map<String, String> texts, QueueRegistry queues) {
    QueueAttributes attributes = before;
    for (Map.Entry<String, String> text : texts.entrySet()) {
      attributes = set(attributes, text.getKey(), text.getValue(), queues);
    }
    return attributes;
  }

  private static QueueAttributes set(
      QueueAttributes old, String name, String text, QueueRegistry queues) {
    if (NOT_SIMULATED.contains(name)) {
      throw new SimulatorException(
          ErrorCode.NOT_SIMULATED,
          "The attribute %s of queues is not simulated; leave it out".formatted(name));
    }
    int visibility = old.visibilityTimeout();
    int retention = old.messageRetentionPeriod();
    int delay = old.delaySeconds();
    int size = old.maximumMessageSize();
    int wait = old.receiveMessageWaitTimeSeconds();
    Optional<RedrivePolicy> redrive = old.redrivePolicy();
    switch (name) {
      case "VisibilityTimeout" -> visibility = number(name, text, 0, 43_200);
      case "MessageRetentionPeriod" -> retention = number(name, text, 60, 1_209_600);
      case "DelaySeconds" -> delay = number(name, text, 0, 900);
      case "MaximumMessageSize" -> size = number(name, text, 1024, QueueAttributes.LARGEST_MESSAGE);
      case "ReceiveMessageWaitTimeSeconds" -> wait = number(name, text, 0, 20);
      case REDRIVE_POLICY -> redrive = redrivePolicy(text, queues);
      default -> throw QueueErrors.unknownAttribute(name);
    }
    return new QueueAttributes(visibility, retention, delay, size, wait, redrive);
  }

  private static int number(String name, String text, int least, int most) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // Answered below, as a number that is out of range is.
    }
    throw QueueErrors.invalidAttributeValue(name);
  }

  /** An empty text takes the policy away. */
  private static Optional<RedrivePolicy> redrivePolicy(String text, QueueRegistry queues) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    JsonNode json;
    try {
      json = Json.parse(text);
    } catch (JsonProcessingException noJson) {
      throw wrongPolicy(text, "Redrive policy is not a valid JSON map.");
    }
    if (!(json instanceof ObjectNode policy)) {
      throw wrongPolicy(text, "Redrive policy is not a valid JSON map.");
    }
    for (String name : List.of(DEAD_LETTER_TARGET, MAX_RECEIVE_COUNT)) {
      if (!policy.hasNonNull(name)) {
        throw wrongPolicy(
            text, "Redrive policy does not contain mandatory attribute: %s.".formatted(name));
      }
    }
    int receives = policy.path(MAX_RECEIVE_COUNT).asInt();
    if (receives < 1 || receives > MOST_RECEIVES) {
      throw wrongPolicy(
          text,
          "Invalid value for maxReceiveCount: %s, valid values are from 1 to 1000 both inclusive."
              .formatted(policy.path(MAX_RECEIVE_COUNT).asText()));
    }
    String target = policy.path(DEAD_LETTER_TARGET).asText();
    if (queues.find(target).isEmpty()) {
      throw wrongPolicy(text, "Dead letter target does not exist.");
    }
    return Optional.of(new RedrivePolicy(target, receives));
  }

  private static SimulatorException wrongPolicy(String text, String reason) {
    return QueueErrors.invalidParameter(REDRIVE_POLICY, text, reason);
  }

  /** Times as SQS keeps them. */
  static Instant toTheSecond(Instant time) {
    return Instant.ofEpochSecond(time.getEpochSecond());
  }
}
