package io.pushsim.queue;

import java.time.Instant;
import java.util.Optional;

/**
 * A message that a receiver got, or is to be shown.
 *
 * @param number of the entry that tells of it, where it can be read again
 * @param message where it is in memory
 * @param receives how often it was received, this time included
 * @param firstReceived when it was received for the first time, where it was
 * @param receipt this time's; empty where it was never received
 */
public record Claim(
    String messageId,
    long number,
    Optional<Message> message,
    int receives,
    Optional<Instant> firstReceived,
    String receipt) {}
