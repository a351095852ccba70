package io.pushsim.queue;

/**
 * Where messages go that are received too often.
 *
 * @param deadLetterTargetArn the dead-letter queue's ARN
 * @param maxReceiveCount how often a message is received at the most, 1 to 1000
 */
public record RedrivePolicy(String deadLetterTargetArn, int maxReceiveCount) {}
