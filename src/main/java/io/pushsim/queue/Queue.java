package io.pushsim.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A queue.
 *
 * @param tags by their keys
 * @param created when it was made, to the second
 * @param lastModified when its attributes were set last, to the second
 * @param purged when it was purged last
 */
public record Queue(
    String arn,
    QueueAttributes attributes,
    Map<String, String> tags,
    Instant created,
    Instant lastModified,
    Optional<Instant> purged) {
  public Queue {
    tags = Map.copyOf(tags);
  }

  /** Its name and whose it is. */
  public QueueName name() {
    return QueueName.parse(arn).orElseThrow(() -> new IllegalStateException(arn));
  }

  /** What was sent at this time or before is no longer in it. */
  public Instant expiry(Instant now) {
    return now.minus(Duration.ofSeconds(attributes.messageRetentionPeriod()));
  }

  /** The same with other attributes. */
  public Queue with(QueueAttributes changed, Instant now) {
    return new Queue(arn, changed, tags, created, now, purged);
  }

  /** The same with other tags. */
  public Queue withTags(Map<String, String> changed) {
    return new Queue(arn, attributes, changed, created, lastModified, purged);
  }

  /** The same, purged. */
  Queue purgedAt(Instant now) {
    return new Queue(arn, attributes, tags, created, lastModified, Optional.of(now));
  }
}
