package io.pushsim.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.pushsim.operation.shape.Required;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The requests of the operations on queues (SQS's API model). */
final class QueueRequests {
  private QueueRequests() {}

  /** CreateQueue; its tags alone are written small. */
  record Create(
      @Required String queueName,
      Optional<Map<String, String>> attributes,
      @JsonProperty("tags") Optional<Map<String, String>> tags) {}

  /** GetQueueUrl. */
  record GetUrl(@Required String queueName, Optional<String> queueOwnerAWSAccountId) {}

  /** ListQueues. */
  record ListAll(
      Optional<String> queueNamePrefix, Optional<String> nextToken, Optional<Integer> maxResults) {}

  /** DeleteQueue, PurgeQueue, ListQueueTags. */
  record Named(@Required String queueUrl) {}

  /** GetQueueAttributes. */
  record GetAttributes(@Required String queueUrl, Optional<List<String>> attributeNames) {}

  /** SetQueueAttributes. */
  record SetAttributes(@Required String queueUrl, @Required Map<String, String> attributes) {}

  /** ListDeadLetterSourceQueues. */
  record ListSources(
      @Required String queueUrl, Optional<String> nextToken, Optional<Integer> maxResults) {}

  /** TagQueue. */
  record Tag(@Required String queueUrl, @Required Map<String, String> tags) {}

  /** UntagQueue. */
  record Untag(@Required String queueUrl, @Required List<String> tagKeys) {}
}
