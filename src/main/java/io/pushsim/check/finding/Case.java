package io.pushsim.check.finding;

import io.pushsim.arn.FunctionArn;
import io.pushsim.check.decision.BucketRule;
import io.pushsim.check.decision.Decider;
import io.pushsim.check.decision.Inventory;
import io.pushsim.check.decision.Matrix;
import io.pushsim.check.decision.NotifyingBucket;
import io.pushsim.check.decision.PlacedStatement;
import io.pushsim.check.mending.Mender;
import io.pushsim.check.mending.MendingStep;
import io.pushsim.check.setup.ObservedEvent;
import io.pushsim.check.setup.Origin;
import io.pushsim.document.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A set-up while it is inspected, and what was found so far. */
final class Case {
  private final Inventory inventory;
  private final Matrix matrix;
  private final Decider decider;
  private final Mender mender;
  private final Map<FunctionArn, List<BucketRule>> rulesByTarget = new HashMap<>();
  private final Map<String, List<ObservedEvent>> eventsByBucket = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Set<BucketRule> explained = new HashSet<>();
  private final Set<PlacedStatement> named = new HashSet<>();

  Case(Inventory inventory, Matrix matrix) {
    this.inventory = inventory;
    this.matrix = matrix;
    this.decider = new Decider(inventory);
    this.mender = new Mender(inventory);
    for (ObservedEvent event : inventory.setUp().events()) {
      eventsByBucket.computeIfAbsent(event.bucket(), key -> new ArrayList<>()).add(event);
    }
    for (BucketRule rule : matrix.rules()) {
      rule.function()
          .ifPresent(
              target -> rulesByTarget.computeIfAbsent(target, key -> new ArrayList<>()).add(rule));
    }
  }

  Inventory inventory() {
    return inventory;
  }

  Matrix matrix() {
    return matrix;
  }

  Decider decider() {
    return decider;
  }

  /** The rules that name exactly this target. */
  List<BucketRule> rulesOn(FunctionArn target) {
    return rulesByTarget.getOrDefault(target, List.of());
  }

  /** The changes of objects that the inputs show in the rule's bucket. */
  List<ObservedEvent> eventsOf(BucketRule rule) {
    return eventsByBucket.getOrDefault(rule.bucket(), List.of());
  }

  NotifyingBucket bucketOf(BucketRule rule) {
    return inventory.bucket(rule.bucket()).orElseThrow();
  }

  /** Notes that a finding says why the rule is dead. */
  void explain(BucketRule rule) {
    explained.add(rule);
  }

  boolean isExplained(BucketRule rule) {
    return explained.contains(rule);
  }

  /** Notes that a finding is about the statement. */
  void name(PlacedStatement statement) {
    named.add(statement);
  }

  boolean isNamed(PlacedStatement statement) {
    return named.contains(statement);
  }

  /** Where a finding is, and what it is called in baselines. */
  record Subject(Origin origin, String text, List<Place> related) {
    Subject(Origin origin, String text) {
      this(origin, text, List.of());
    }
  }

  /** Notes a finding; what stands for unknown things in its texts is shown as such. */
  void find(FindingKind kind, Subject subject, String message, List<MendingStep> mending) {
    findings.add(
        new Finding(
            kind,
            subject.origin().place(),
            shown(subject.text()),
            shown(message),
            mender.commands(mending),
            mending.isEmpty() ? Optional.empty() : mender.lines(mending, subject.origin()),
            subject.related()));
  }

  String shown(String text) {
    return inventory.reading().shown(text);
  }

  /** The words as a sentence begins with them. */
  static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** A rule as findings name it. */
  static String nameOf(BucketRule rule) {
    return rule.title().startsWith("rule ") ? rule.title() : "rule " + rule.title();
  }

  /** What a finding on a rule is about. */
  static Subject subject(BucketRule rule) {
    String target = rule.function().map(FunctionArn::shortName).orElse(rule.target());
    return new Subject(
        rule.declared().origin(), "%s %s → %s".formatted(rule.bucket(), nameOf(rule), target));
  }

  /** What a finding on a statement is about. */
  static Subject subject(PlacedStatement statement, List<BucketRule> rules) {
    return new Subject(
        statement.origin(),
        "%s of %s".formatted(statement.title(), statement.target().shortName()),
        rules.stream().map(rule -> rule.declared().origin().place()).toList());
  }

  List<Finding> findings() {
    return findings;
  }
}
