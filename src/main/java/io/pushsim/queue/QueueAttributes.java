package io.pushsim.queue;

import java.util.Optional;

/**
 * What a queue is set to (SQS API reference, CreateQueue).
 *
 * @param visibilityTimeout seconds for which a message that was received is hidden
 * @param messageRetentionPeriod seconds after which a message goes
 * @param delaySeconds for which a message that was sent is hidden
 * @param maximumMessageSize in bytes
 * @param receiveMessageWaitTimeSeconds for which a receiver waits for a message
 */
public record QueueAttributes(
    int visibilityTimeout,
    int messageRetentionPeriod,
    int delaySeconds,
    int maximumMessageSize,
    int receiveMessageWaitTimeSeconds,
    Optional<RedrivePolicy> redrivePolicy) {
  /** The size that a message, and a batch of them, has at the most: 1 MiB since August 2025. */
  public static final int LARGEST_MESSAGE = 1_048_576;

  /** What a queue is set to where nothing is said. */
  public static final QueueAttributes USUAL =
      new QueueAttributes(30, 345_600, 0, LARGEST_MESSAGE, 0, Optional.empty());
}
