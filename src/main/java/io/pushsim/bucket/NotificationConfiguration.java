package io.pushsim.bucket;

import java.util.ArrayList;
import java.util.List;

/**
 * What a bucket notifies, and of which events: a valid one, which S3 would keep.
 *
 * @param targets in the order in which they were submitted
 * @param eventBridge whether every event also goes to EventBridge
 */
public record NotificationConfiguration(List<TargetConfiguration> targets, boolean eventBridge) {
  /** Notifies nothing. */
  public static final NotificationConfiguration EMPTY =
      new NotificationConfiguration(List.of(), false);

  public NotificationConfiguration {
    targets = List.copyOf(targets);
  }

  /** The targets of one kind, in the order in which they were submitted. */
  public List<TargetConfiguration> targets(TargetKind kind) {
    return targets.stream().filter(target -> target.kind() == kind).toList();
  }

  /**
   * The configurations that want this event: one at the most, as S3 refuses those that overlap.
   *
   * @param key the object's key itself, not URL-encoded
   */
  public List<TargetConfiguration> match(EventType type, String key) {
    List<TargetConfiguration> matching = List.of();
    for (TargetConfiguration target : targets) {
      if (target.matches(type, key)) {
        matching = with(matching, target);
      }
    }
    return matching;
  }

  private static List<TargetConfiguration> with(
      List<TargetConfiguration> matching, TargetConfiguration target) {
    if (matching.isEmpty()) {
      return List.of(target);
    }
    List<TargetConfiguration> longer = new ArrayList<>(matching);
    longer.add(target);
    return List.copyOf(longer);
  }
}
