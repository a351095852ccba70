package io.pushsim.check.finding;

import io.pushsim.bucket.EventType;
import io.pushsim.check.decision.BucketRule;
import io.pushsim.check.decision.NotifyingBucket;
import io.pushsim.check.mending.MendingStep;
import io.pushsim.check.mending.RuleDraft;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules of one bucket that one event could match together. */
final class Overlaps {
  private final Case setUp;
  private final NotifyingBucket bucket;
  private final List<BucketRule> rules;

  Overlaps(Case setUp, NotifyingBucket bucket, List<BucketRule> rules) {
    this.setUp = setUp;
    this.bucket = bucket;
    this.rules = rules;
  }

  void inspect() {
    if (Configurations.refusal(bucket, withDifferentIds()).isEmpty()) {
      return;
    }
    List<MendingStep> mending = List.of(mended());
    for (int i = 0; i < rules.size(); i++) {
      BucketRule rule = rules.get(i);
      Set<EventType> repeated = repeated(rule);
      if (!repeated.isEmpty()) {
        report(rule, "itself", repeated, List.of(), mending);
      }
      for (BucketRule former : rules.subList(0, i)) {
        Set<EventType> shared = shared(former, rule);
        if (!shared.isEmpty()) {
          report(rule, Case.nameOf(former), shared, List.of(former), mending);
        }
      }
    }
  }

  private List<RuleDraft> withDifferentIds() {
    List<RuleDraft> drafts = new ArrayList<>();
    for (BucketRule rule : rules) {
      drafts.add(RuleDraft.of(rule).withId("rule-" + drafts.size()));
    }
    return drafts;
  }

  private void report(
      BucketRule rule,
      String other,
      Set<EventType> shared,
      List<BucketRule> related,
      List<MendingStep> mending) {
    Case.Subject subject = Case.subject(rule);
    setUp.find(
        FindingKind.OVERLAPPING_RULES,
        new Case.Subject(
            subject.origin(),
            subject.text() + " and " + other,
            related.stream().map(one -> one.declared().origin().place()).toList()),
        "%s and %s of %s could both match one event (%s): S3 takes neither. The commands leave the event to the first."
            .formatted(
                Case.capital(Case.nameOf(rule)),
                other,
                bucket.name(),
                shared.iterator().next().configurationName()),
        mending);
  }

  private static Set<EventType> repeated(BucketRule rule) {
    Set<EventType> seen = EnumSet.noneOf(EventType.class);
    Set<EventType> repeated = EnumSet.noneOf(EventType.class);
    for (String event : rule.events()) {
      for (EventType type : EventType.selectedBy(event)) {
        if (!seen.add(type)) {
          repeated.add(type);
        }
      }
    }
    return repeated;
  }

  private static Set<EventType> shared(BucketRule one, BucketRule other) {
    boolean keys =
        one.keyFilter().flatMap(filter -> other.keyFilter().map(filter::overlaps)).orElse(false);
    Set<EventType> shared = EnumSet.noneOf(EventType.class);
    if (keys) {
      shared.addAll(one.types());
      shared.retainAll(other.types());
    }
    return shared;
  }

  // Each rule loses the events that a rule before it has for the same keys.
  private MendingStep mended() {
    List<RuleDraft> all = new ArrayList<>();
    List<RuleDraft> changed = new ArrayList<>();
    Set<BucketRule> kept = new HashSet<>(rules);
    for (BucketRule rule : bucket.rules()) {
      if (!kept.contains(rule)) {
        all.add(RuleDraft.of(rule));
        continue;
      }
      Set<EventType> lost = EnumSet.noneOf(EventType.class);
      for (BucketRule former : rules.subList(0, rules.indexOf(rule))) {
        lost.addAll(shared(former, rule));
      }
      List<String> events = remaining(rule, lost);
      if (!events.isEmpty()) {
        RuleDraft draft = RuleDraft.of(rule).withEvents(events);
        all.add(draft);
        if (!events.equals(rule.events())) {
          changed.add(draft);
        }
      }
    }
    return new MendingStep.PutRules(bucket, all, changed);
  }

  // A name that stands for lost events gives way to the names of those that are left of it.
  private static List<String> remaining(BucketRule rule, Set<EventType> lost) {
    List<String> events = new ArrayList<>();
    Set<EventType> covered = EnumSet.noneOf(EventType.class);
    for (String event : rule.events()) {
      Set<EventType> types = EnumSet.noneOf(EventType.class);
      types.addAll(EventType.selectedBy(event));
      boolean whole = types.stream().noneMatch(lost::contains);
      types.removeAll(lost);
      types.removeAll(covered);
      if (whole && types.size() == EventType.selectedBy(event).size()) {
        events.add(event);
      } else {
        types.forEach(type -> events.add(type.configurationName()));
      }
      covered.addAll(types);
    }
    return events;
  }
}
