package io.pushsim.eventsource;

import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.EventType;
import io.pushsim.bucket.FilterRule;
import io.pushsim.bucket.TargetConfiguration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says why an event goes nowhere. */
final class Unmatched {
  private Unmatched() {}

  static String reason(String bucketName, EventType type, Optional<Bucket> bucket) {
    if (bucket.isEmpty()) {
      return "no bucket '%s' is known: create it, or name its owner".formatted(bucketName);
    }
    List<TargetConfiguration> targets = bucket.get().notificationConfiguration().targets();
    if (targets.isEmpty()) {
      return "the bucket has no notification configuration";
    }
    return targets.stream().map(target -> whyNot(target, type)).collect(Collectors.joining("; "));
  }

  private static String whyNot(TargetConfiguration target, EventType type) {
    if (!target.events().selects(type)) {
      return "'%s' is for %s".formatted(target.id(), String.join(", ", target.events().names()));
    }
    return "'%s' is for keys with %s"
        .formatted(
            target.id(),
            target.filter().rules().stream()
                .map(Unmatched::described)
                .collect(Collectors.joining(" and ")));
  }

  private static String described(FilterRule rule) {
    return "%s '%s'"
        .formatted(rule.name() == FilterRule.Name.PREFIX ? "prefix" : "suffix", rule.value());
  }
}
