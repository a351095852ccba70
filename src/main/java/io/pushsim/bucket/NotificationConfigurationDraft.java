package io.pushsim.bucket;

import java.util.List;
import java.util.Optional;

/**
 * A notification configuration as a caller submits it, in which anything may be missing or wrong.
 *
 * @param targets in the caller's order, which is the order in which mistakes are reported
 */
public record NotificationConfigurationDraft(List<Target> targets, boolean eventBridge) {

  public NotificationConfigurationDraft {
    targets = List.copyOf(targets);
  }

  /**
   * One submitted entry.
   *
   * @param id empty where S3 is to make one
   * @param target the target's ARN
   * @param events as written
   */
  public record Target(
      Optional<String> id,
      TargetKind kind,
      Optional<String> target,
      List<String> events,
      List<Rule> rules) {

    public Target {
      id = id.filter(text -> !text.isEmpty());
      events = List.copyOf(events);
      rules = List.copyOf(rules);
    }
  }

  /** One submitted filter rule. */
  public record Rule(Optional<String> name, Optional<String> value) {}
}
