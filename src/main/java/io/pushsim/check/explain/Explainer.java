package io.pushsim.check.explain;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.check.decision.BucketRule;
import io.pushsim.check.decision.Decider;
import io.pushsim.check.decision.Inventory;
import io.pushsim.check.decision.KnownFunction;
import io.pushsim.check.decision.NotifyingBucket;
import io.pushsim.check.decision.TargetPolicy;
import io.pushsim.check.decision.Verdict;
import io.pushsim.check.setup.DeclaredAlias;
import io.pushsim.check.setup.Text;
import io.pushsim.policy.StatementWalk;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Explains decisions in one set-up. */
public final class Explainer {
  private final String title;
  private final Inventory inventory;
  private final Decider decider;

  public Explainer(String title, Inventory inventory) {
    this.title = title;
    this.inventory = inventory;
    this.decider = new Decider(inventory);
  }

  /**
   * What would come of the event; empty where the set-up has no such bucket.
   *
   * @throws UnknownTargetException where the question's target is none that there could be
   */
  public Optional<Explanation> explain(Question question) {
    return inventory.bucket(question.bucket()).map(bucket -> explain(question, bucket));
  }

  private Explanation explain(Question question, NotifyingBucket bucket) {
    List<RuleMatch> rules =
        bucket.rules().stream()
            .map(rule -> RuleMatch.of(rule, question.type(), question.key()))
            .toList();
    return new Explanation(
        title,
        question,
        bucket,
        inventory.reading(),
        rules,
        targets(question, rules).stream().map(target -> walk(bucket, target)).toList(),
        Map.of());
  }

  private List<FunctionArn> targets(Question question, List<RuleMatch> rules) {
    return question
        .target()
        .map(written -> List.of(target(written)))
        .orElseGet(
            () ->
                rules.stream()
                    .filter(RuleMatch::matches)
                    .flatMap(match -> match.rule().function().stream())
                    .distinct()
                    .toList());
  }

  private FunctionArn target(String written) {
    Optional<FunctionArn> arn = FunctionArn.parse(written);
    if (arn.isPresent()) {
      return arn.get();
    }
    Set<FunctionArn> known = known();
    List<FunctionArn> named =
        known.stream().filter(target -> target.shortName().equals(written)).toList();
    if (named.size() != 1) {
      throw new UnknownTargetException(
          written, named.isEmpty() ? List.copyOf(known) : named, inventory.reading());
    }
    return named.get(0);
  }

  // All targets that the inputs speak of.
  private Set<FunctionArn> known() {
    Set<FunctionArn> known = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
    for (KnownFunction function : inventory.functions().all()) {
      known.add(function.arn());
      function
          .aliases()
          .keySet()
          .forEach(name -> known.add(function.arn().withQualifier(new Qualifier.Alias(name))));
      function
          .versions()
          .keySet()
          .forEach(number -> known.add(function.arn().withQualifier(Qualifier.parse(number))));
    }
    inventory.policies().all().forEach(policy -> known.add(policy.target()));
    inventory
        .buckets()
        .forEach(
            bucket ->
                bucket.rules().stream()
                    .map(BucketRule::function)
                    .flatMap(Optional::stream)
                    .forEach(known::add));
    return known;
  }

  private TargetWalk walk(NotifyingBucket bucket, FunctionArn target) {
    Verdict verdict = decider.decide(bucket, target);
    Optional<TargetPolicy> policy = inventory.policies().of(target);
    List<TargetWalk.Statement> statements = new ArrayList<>();
    if (policy.isPresent()) {
      for (StatementWalk walk :
          StatementWalk.of(policy.get().document(), Decider.push(bucket, target))) {
        statements.add(
            new TargetWalk.Statement(policy.get().statements().get(walk.number() - 1), walk));
      }
    }
    return new TargetWalk(
        target,
        verdict,
        statements,
        verdict.isDenied() ? decider.grantsElsewhere(bucket, target) : List.of(),
        versions(target),
        new Flips(inventory, bucket, target).of(verdict, statements));
  }

  private Optional<String> versions(FunctionArn target) {
    if (target.qualifier() instanceof Qualifier.Unqualified) {
      return Optional.of("$LATEST");
    }
    if (target.qualifier() instanceof Qualifier.Version version) {
      return Optional.of("version " + version.number());
    }
    return target.qualifier() instanceof Qualifier.Alias alias
        ? inventory
            .functions()
            .find(target)
            .map(function -> function.aliases().get(alias.name()))
            .map(Explainer::versions)
        : Optional.empty();
  }

  private static String versions(DeclaredAlias alias) {
    if (alias.additionalVersionWeights().isEmpty()) {
      return named(alias.functionVersion());
    }
    Map.Entry<Text, Double> additional =
        alias.additionalVersionWeights().entrySet().iterator().next();
    BigDecimal weight = BigDecimal.valueOf(additional.getValue());
    return "%s for %s%%, %s for %s%% of the pushes"
        .formatted(
            named(alias.functionVersion()),
            percent(BigDecimal.ONE.subtract(weight)),
            named(additional.getKey()),
            percent(weight));
  }

  private static String named(Text version) {
    return version.toString().equals("$LATEST") ? "$LATEST" : "version " + version;
  }

  private static String percent(BigDecimal part) {
    return part.movePointRight(2).stripTrailingZeros().toPlainString();
  }
}
