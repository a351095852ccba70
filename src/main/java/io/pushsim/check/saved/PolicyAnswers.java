package io.pushsim.check.saved;

import io.pushsim.arn.Arn;
import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.arn.Scope;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.input.Nodes;
import io.pushsim.check.setup.DeclaredPolicy;
import io.pushsim.check.setup.Text;
import io.pushsim.policy.Condition;
import io.pushsim.policy.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads resource policies, and finds the exact ARN of each. */
final class PolicyAnswers {
  private final Gathering gathering;
  private final Names names;
  private final Index index;
  private final Surroundings surroundings;
  private final Map<Saved, PolicyText> policies = new LinkedHashMap<>();
  private final Map<Text, DeclaredPolicy> declared = new HashMap<>();

  PolicyAnswers(Gathering gathering, Names names, Index index, Surroundings surroundings) {
    this.gathering = gathering;
    this.names = names;
    this.index = index;
    this.surroundings = surroundings;
  }

  /** Reads the policy, and the names in it; whose it is may be known only when all are read. */
  void read(Saved saved) {
    Optional<PolicyText> text =
        switch (saved.answer()) {
          case POLICY ->
              Nodes.scalar(saved.root(), "Policy")
                  .flatMap(policy -> PolicyText.ofAnswer(policy, gathering));
          case STATEMENT ->
              Nodes.scalar(saved.root(), "Statement")
                  .flatMap(statement -> PolicyText.ofStatement(statement, gathering));
          default -> Optional.of(PolicyText.ofDocument(saved.root(), gathering));
        };
    text.filter(policy -> !policy.document().statements().isEmpty())
        .ifPresent(
            policy -> {
              policies.put(saved, policy);
              policy.document().statements().forEach(this::gatherNames);
            });
  }

  private void gatherNames(Statement statement) {
    resources(statement).forEach(text -> FunctionArn.parse(text).ifPresent(names::addFunction));
    for (Condition condition : statement.conditions()) {
      if (condition.key().toLowerCase(Locale.ROOT).equals("aws:sourcearn")) {
        condition.values().texts().forEach(text -> bucket(text).ifPresent(names::addBucket));
      }
    }
  }

  private static Iterable<String> resources(Statement statement) {
    return statement.resource().values().texts();
  }

  private static Optional<String> bucket(String sourceArn) {
    return Arn.parse(sourceArn)
        .filter(arn -> arn.service().equals("s3"))
        .map(arn -> arn.resource().split("/", 2)[0])
        .filter(name -> !name.isEmpty() && name.indexOf('*') < 0 && name.indexOf('?') < 0);
  }

  /** Declares all policies that were read. */
  void declare() {
    policies.forEach(
        (saved, text) -> target(saved, text).ifPresent(target -> declare(saved, text, target)));
  }

  private void declare(Saved saved, PolicyText text, Text target) {
    DeclaredPolicy policy =
        new DeclaredPolicy(target, text.document(), text.places(), saved.origin());
    DeclaredPolicy other = declared.putIfAbsent(target, policy);
    if (other == null) {
      gathering.setUp().add(policy);
    } else if (saved.answer() != Answer.STATEMENT && !other.document().equals(policy.document())) {
      gathering.problem(
          saved.problem(
              "the policy of %s stands otherwise in %s: delete the older of the two answers"
                  .formatted(target, other.origin().place())));
    }
  }

  private Optional<Text> target(Saved saved, PolicyText text) {
    Optional<Index.Owner> owner = index.ownerOf(saved.path());
    if (owner.flatMap(Index.Owner::functionName).isPresent()) {
      return indexed(saved, owner.get());
    }
    Set<String> named = new LinkedHashSet<>();
    for (Statement statement : text.document().statements()) {
      resources(statement).forEach(named::add);
    }
    if (named.size() == 1) {
      Optional<FunctionArn> exact = FunctionArn.parse(named.iterator().next());
      if (exact.isPresent()) {
        return exact.map(arn -> Text.of(arn.toString()));
      }
    }
    Set<FunctionArn> byName = names.targetsIn(saved.file().name());
    if (byName.size() != 1) {
      gathering.problem(saved.problem(Owners.askForFunction(saved, byName)));
    }
    return byName.size() == 1
        ? Optional.of(Text.of(byName.iterator().next().toString()))
        : Optional.empty();
  }

  private Optional<Text> indexed(Saved saved, Index.Owner owner) {
    String name = owner.functionName().orElse("");
    String qualifier = owner.qualifier().orElse("");
    Optional<FunctionArn> arn = FunctionArn.parse(name);
    if (arn.isEmpty() && names.functions(name).size() == 1) {
      arn = Optional.of(names.functions(name).iterator().next());
    }
    if (arn.isPresent()) {
      FunctionArn exact =
          qualifier.isEmpty() ? arn.get() : arn.get().withQualifier(Qualifier.parse(qualifier));
      return Optional.of(Text.of(exact.toString()));
    }
    Text account = surroundings.accountOf(saved.path());
    Optional<Text> region = surroundings.regionOf(saved.path());
    if (!account.isKnown() || region.flatMap(Text::known).isEmpty()) {
      gathering.problem(
          saved.problem(
              "the index calls the function '%s', of which account and region are not known: write its ARN, or account and region, in %s"
                  .formatted(name, owner.place().file())));
      return Optional.empty();
    }
    Scope scope = new Scope(account.toString(), region.get().toString());
    return Optional.of(Text.of(FunctionArn.of(scope, name, Qualifier.parse(qualifier)).toString()));
  }
}
