package io.pushsim.operation;

import io.pushsim.operation.shape.NotSimulated;
import io.pushsim.operation.shape.Required;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The requests of the operations on messages (SQS's API model). */
final class MessageRequests {
  private MessageRequests() {}

  /** The value of a message's attribute; a binary one in Base64. */
  @NotSimulated({"StringListValues", "BinaryListValues"})
  record Attribute(
      Optional<String> stringValue, Optional<String> binaryValue, @Required String dataType) {}

  /** SendMessage. */
  @NotSimulated({"MessageDeduplicationId", "MessageGroupId"})
  record Send(
      @Required String queueUrl,
      @Required String messageBody,
      Optional<Integer> delaySeconds,
      Optional<Map<String, Attribute>> messageAttributes,
      Optional<Map<String, Attribute>> messageSystemAttributes) {}

  /** SendMessageBatch. */
  record SendBatch(@Required String queueUrl, @Required List<SendEntry> entries) {}

  /** One of its messages. */
  @NotSimulated({"MessageDeduplicationId", "MessageGroupId"})
  record SendEntry(
      @Required String id,
      @Required String messageBody,
      Optional<Integer> delaySeconds,
      Optional<Map<String, Attribute>> messageAttributes,
      Optional<Map<String, Attribute>> messageSystemAttributes)
      implements BatchRules.Entry {
    /** The same message, by itself. */
    Send toQueue(String queueUrl) {
      return new Send(
          queueUrl, messageBody, delaySeconds, messageAttributes, messageSystemAttributes);
    }
  }

  /** ReceiveMessage. */
  @NotSimulated("ReceiveRequestAttemptId")
  record Receive(
      @Required String queueUrl,
      Optional<List<String>> attributeNames,
      Optional<List<String>> messageSystemAttributeNames,
      Optional<List<String>> messageAttributeNames,
      Optional<Integer> maxNumberOfMessages,
      Optional<Integer> visibilityTimeout,
      Optional<Integer> waitTimeSeconds) {}

  /** DeleteMessage. */
  record Delete(@Required String queueUrl, @Required String receiptHandle) {}

  /** DeleteMessageBatch. */
  record DeleteBatch(@Required String queueUrl, @Required List<DeleteEntry> entries) {}

  /** One of its messages. */
  record DeleteEntry(@Required String id, @Required String receiptHandle)
      implements BatchRules.Entry {}

  /** ChangeMessageVisibility. */
  record ChangeVisibility(
      @Required String queueUrl,
      @Required String receiptHandle,
      @Required Integer visibilityTimeout) {}

  /** ChangeMessageVisibilityBatch. */
  record ChangeVisibilityBatch(
      @Required String queueUrl, @Required List<ChangeVisibilityEntry> entries) {}

  /** One of its messages. */
  record ChangeVisibilityEntry(
      @Required String id, @Required String receiptHandle, Optional<Integer> visibilityTimeout)
      implements BatchRules.Entry {}

  /** StartMessageMoveTask. */
  record StartMove(
      @Required String sourceArn,
      Optional<String> destinationArn,
      Optional<Integer> maxNumberOfMessagesPerSecond) {}

  /** ListMessageMoveTasks. */
  record ListMoves(@Required String sourceArn, Optional<Integer> maxResults) {}

  /** CancelMessageMoveTask. */
  record CancelMove(@Required String taskHandle) {}
}
