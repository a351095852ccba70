package io.pushsim.check.mending;

import io.pushsim.bucket.FilterRule;
import io.pushsim.bucket.TargetKind;
import io.pushsim.check.decision.BucketRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rule as it should be.
 *
 * @param id absent where S3 makes one
 */
public record RuleDraft(
    Optional<String> id,
    TargetKind kind,
    String target,
    List<String> events,
    List<BucketRule.Filter> filters) {
  public RuleDraft {
    events = List.copyOf(events);
    filters = List.copyOf(filters);
  }

  /** The rule as it is. */
  public static RuleDraft of(BucketRule rule) {
    return new RuleDraft(
        rule.declared().id().map(id -> rule.title()),
        rule.declared().kind(),
        rule.target(),
        rule.events(),
        rule.filters());
  }

  public RuleDraft withId(String other) {
    return new RuleDraft(Optional.of(other), kind, target, events, filters);
  }

  public RuleDraft withTarget(String other) {
    return new RuleDraft(id, kind, other, events, filters);
  }

  public RuleDraft withEvents(List<String> others) {
    return new RuleDraft(id, kind, target, others, filters);
  }

  /** With another value of the filter of that name; an empty one takes the filter away. */
  public RuleDraft withFilter(FilterRule.Name name, String value) {
    List<BucketRule.Filter> others = new ArrayList<>();
    for (BucketRule.Filter filter : filters) {
      if (!filter.name().equalsIgnoreCase(name.wireName())) {
        others.add(filter);
      }
    }
    if (!value.isEmpty()) {
      others.add(new BucketRule.Filter(name.wireName(), value));
    }
    return new RuleDraft(id, kind, target, events, others);
  }
}
