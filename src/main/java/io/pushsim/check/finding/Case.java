package io.pushsim.check.finding;

import io.pushsim.arn.FunctionArn;
import io.pushsim.check.decision.BucketRule;
import io.pushsim.check.decision.Decider;
import io.pushsim.check.decision.Inventory;
import io.pushsim.check.decision.Matrix;
import io.pushsim.check.decision.NotifyingBucket;
import io.pushsim.check.decision.PlacedStatement;
import io.pushsim.check.decision.Verdict;
import io.pushsim.check.mending.Mender;
import io.pushsim.check.mending.MendingPlan;
import io.pushsim.check.mending.MendingStep;
import io.pushsim.check.setup.ObservedEvent;
import io.pushsim.check.setup.Origin;
import io.pushsim.document.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A set-up while it is inspected, and what was found so far. */
final class Case {
  private static final Comparator<Found> ORDER =
      Comparator.comparing((Found found) -> found.kind().severity())
          .thenComparing(found -> found.subject().origin().place().file())
          .thenComparingInt(found -> found.subject().origin().place().line())
          .thenComparingInt(found -> found.subject().origin().place().column());

  private final Inventory inventory;
  private final Matrix matrix;
  private final Decider decider;
  private final Mender mender;
  private final Map<FunctionArn, List<BucketRule>> rulesByTarget = new HashMap<>();
  private final Map<String, List<ObservedEvent>> eventsByBucket = new HashMap<>();
  private final List<Found> found = new ArrayList<>();
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

  /** Whether S3 may not invoke the function that the rule names. */
  boolean isDead(BucketRule rule) {
    return matrix.of(rule).filter(Verdict::isDenied).isPresent();
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

  private record Found(
      FindingKind kind, Subject subject, String message, List<MendingStep> mending) {}

  /** Notes a finding. */
  void find(FindingKind kind, Subject subject, String message, List<MendingStep> mending) {
    found.add(new Found(kind, subject, message, mending));
  }

  /**
   * What was found, the worst first, then by place; what stands for unknown things is shown as
   * such.
   */
  List<Finding> findings() {
    List<Found> sorted = found.stream().distinct().sorted(ORDER).toList();
    MendingPlan plan = new MendingPlan(sorted.stream().map(Found::mending).toList());
    List<Finding> findings = new ArrayList<>();
    for (Found each : sorted) {
      List<MendingStep> steps = plan.next(each.mending());
      findings.add(
          new Finding(
              each.kind(),
              each.subject().origin().place(),
              shown(each.subject().text()),
              shown(each.message()),
              mender.commands(steps),
              steps.isEmpty() ? Optional.empty() : mender.lines(steps, each.subject().origin()),
              each.subject().related()));
    }
    return findings;
  }

  /** Whether nothing in the text stands for something unknown. */
  boolean isKnown(String text) {
    return inventory.reading().restored(text).isKnown();
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
}
