package io.pushsim.check.explain;

import io.pushsim.bucket.EventType;
import io.pushsim.bucket.KeyFilter;
import io.pushsim.check.decision.BucketRule;
import java.util.Optional;

/**
 * Whether a rule wants the event.
 *
 * @param mismatch why it does not; empty where it does
 */
public record RuleMatch(BucketRule rule, Optional<String> mismatch) {

  static RuleMatch of(BucketRule rule, EventType type, String key) {
    if (!rule.types().contains(type)) {
      return new RuleMatch(
          rule,
          Optional.of(
              "it wants %s, not %s"
                  .formatted(String.join(", ", rule.events()), type.configurationName())));
    }
    Optional<KeyFilter> filter = rule.keyFilter();
    if (filter.isEmpty()) {
      return new RuleMatch(rule, Optional.of("S3 would not take its filter"));
    }
    return new RuleMatch(
        rule,
        filter.get().matches(key)
            ? Optional.empty()
            : Optional.of("the key '%s' is not one of %s".formatted(key, rule.keys())));
  }

  public boolean matches() {
    return mismatch.isEmpty();
  }
}
