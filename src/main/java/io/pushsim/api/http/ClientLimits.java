package io.pushsim.api.http;

import java.time.Duration;

/**
 * What clients may take: connections, time for their part, and memory. How long pushsim takes to
 * answer is nobody's business here: an invocation may last for 15 minutes.
 *
 * @param connections how many connections there may be at once
 * @param head how long a client may take to send a request's head, from its first byte or, where
 *     the connection is new, from its opening
 * @param idle how long a connection is kept that has been used and is not
 * @param body how long a client may take to send a body, beyond what {@code bytesPerSecond} allows
 * @param answer how long a client may take to read an answer, beyond what {@code bytesPerSecond}
 *     allows
 * @param bytesPerSecond the rate at which a client must at least send and read
 * @param linger how long the rest of a refused request is read and thrown away, so that the client
 *     gets to read why
 * @param bodies how many bytes the bodies of all requests may take together
 */
public record ClientLimits(
    int connections,
    Duration head,
    Duration idle,
    Duration body,
    Duration answer,
    long bytesPerSecond,
    Duration linger,
    long bodies) {
  /** The part of the heap that bodies may take: a body of code is held several times over. */
  private static final int PART_OF_HEAP = 6;

  private static final int CHECKS = 4;
  private static final Duration MOST_BETWEEN_CHECKS = Duration.ofSeconds(1);

  public ClientLimits {
    if (connections < 1 || bytesPerSecond < 1 || bodies < 1) {
      throw new IllegalArgumentException(
          "connections, bytesPerSecond and bodies must be at least 1, not %d, %d and %d"
              .formatted(connections, bytesPerSecond, bodies));
    }
  }

  public static ClientLimits defaults() {
    return new ClientLimits(
        4096,
        Duration.ofSeconds(10),
        Duration.ofSeconds(75),
        Duration.ofSeconds(20),
        Duration.ofSeconds(30),
        16 * 1024,
        Duration.ofSeconds(3),
        Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
  }

  /** How often a connection's times are looked at: a fraction of the shortest of them. */
  Duration betweenChecks() {
    Duration shortest = MOST_BETWEEN_CHECKS.multipliedBy(CHECKS);
    for (Duration limit : new Duration[] {head, idle, body, answer, linger}) {
      shortest = limit.compareTo(shortest) < 0 ? limit : shortest;
    }
    return shortest.dividedBy(CHECKS);
  }

  /** How long a client may take, in nanoseconds, to send or read so many bytes. */
  long nanos(Duration beyond, long bytes) {
    return beyond.plusMillis(bytes * 1000 / bytesPerSecond).toNanos();
  }
}
