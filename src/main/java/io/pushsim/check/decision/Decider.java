package io.pushsim.check.decision;

import io.pushsim.arn.FunctionArn;
import io.pushsim.check.setup.DeclaredGrant;
import io.pushsim.check.setup.Symbol;
import io.pushsim.check.setup.Text;
import io.pushsim.error.SimulatorException;
import io.pushsim.policy.AccessRequest;
import io.pushsim.policy.Decision;
import io.pushsim.policy.PolicyDocument;
import io.pushsim.policy.PolicyEvaluator;
import io.pushsim.policy.Principal;
import io.pushsim.policy.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether S3 may invoke a target for a bucket, as Lambda would: on the policy of exactly
 * that ARN. Where the answer hangs on something unknown it says on what: the plain reading is held
 * against those readings in which a statement would match that does not.
 */
public final class Decider {
  private final Inventory inventory;

  public Decider(Inventory inventory) {
    this.inventory = inventory;
  }

  /** What Lambda is asked when the bucket pushes at the target. */
  public static AccessRequest push(NotifyingBucket bucket, FunctionArn target) {
    return AccessRequest.push(bucket.arn(), bucket.owner(), target);
  }

  /** The verdict on a push of the bucket at the target. */
  public Verdict decide(NotifyingBucket bucket, FunctionArn target) {
    AccessRequest request = push(bucket, target);
    Optional<TargetPolicy> policy = inventory.policies().of(target);
    Decision plain = PolicyEvaluator.decide(policy.map(TargetPolicy::document), request);
    Set<Symbol> symbols = new LinkedHashSet<>();
    policy.ifPresent(found -> symbols.addAll(flips(found, bucket, request, plain)));
    policy.ifPresent(found -> symbols.addAll(conditional(found, bucket, request, plain)));
    if (!plain.isAllowed() && symbols.isEmpty()) {
      symbols.addAll(elsewhere(bucket, target));
    }
    if (!symbols.isEmpty()) {
      return unknown(plain, symbols, "it depends on " + list(symbols));
    }
    if (plain.kind() == Decision.Kind.IMPLICIT_DENY && !inventory.knowsPoliciesOf(target)) {
      return unknown(
          plain,
          Set.of(),
          "no input tells the policy of %s, nor describes its function"
              .formatted(inventory.reading().shown(target.shortName())));
    }
    return new Verdict(
        plain.isAllowed() ? Verdict.Kind.ALLOWED : Verdict.Kind.DENIED,
        plain,
        deciding(plain, policy),
        Set.of(),
        Optional.empty());
  }

  /** The grants that would let the push pass, were they on the target: on its other qualifiers. */
  public List<PlacedStatement> grantsElsewhere(NotifyingBucket bucket, FunctionArn target) {
    return inventory.policies().ofFunction(target).stream()
        .filter(policy -> !policy.target().equals(target))
        .map(policy -> decide(bucket, policy.target()))
        .filter(Verdict::isAllowed)
        .flatMap(verdict -> verdict.statement().stream())
        .toList();
  }

  private static Verdict unknown(Decision plain, Set<Symbol> symbols, String why) {
    return new Verdict(Verdict.Kind.UNKNOWN, plain, Optional.empty(), symbols, Optional.of(why));
  }

  private static String list(Set<Symbol> symbols) {
    return String.join(" and ", symbols.stream().map(Symbol::toString).toList());
  }

  private static Optional<PlacedStatement> deciding(
      Decision decision, Optional<TargetPolicy> policy) {
    if (decision instanceof Decision.Allowed allowed) {
      return policy.map(found -> found.statements().get(allowed.index()));
    }
    return decision instanceof Decision.ExplicitDeny denied
        ? policy.map(found -> found.statements().get(denied.index()))
        : Optional.empty();
  }

  // On which conditions it hangs that a statement which decides is there at all.
  private static Set<Symbol> conditional(
      TargetPolicy policy, NotifyingBucket bucket, AccessRequest request, Decision plain) {
    Set<Symbol> given = given(bucket, policy.target());
    Set<Symbol> conditions = new LinkedHashSet<>();
    List<Statement> certain = new ArrayList<>();
    for (PlacedStatement placed : policy.statements()) {
      Optional<Symbol> condition = placed.origin().onlyIf().filter(only -> !given.contains(only));
      condition.ifPresent(conditions::add);
      if (condition.isEmpty()) {
        certain.add(placed.statement());
      }
    }
    boolean decides =
        !conditions.isEmpty()
            && PolicyEvaluator.decide(Optional.of(PolicyDocument.of(certain)), request).kind()
                != plain.kind();
    return decides ? conditions : Set.of();
  }

  // What holds wherever the bucket, or all its rules on the target, are there.
  private static Set<Symbol> given(NotifyingBucket bucket, FunctionArn target) {
    Set<Symbol> given = new LinkedHashSet<>();
    bucket.declared().flatMap(declared -> declared.origin().onlyIf()).ifPresent(given::add);
    Set<Optional<Symbol>> ofRules = new LinkedHashSet<>();
    for (BucketRule rule : bucket.rules()) {
      if (rule.function().filter(target::equals).isPresent()) {
        ofRules.add(rule.declared().origin().onlyIf());
      }
    }
    if (ofRules.size() == 1) {
      ofRules.forEach(only -> only.ifPresent(given::add));
    }
    return given;
  }

  // On what it hangs that a statement, which does not match in the plain reading, would.
  private Set<Symbol> flips(
      TargetPolicy policy, NotifyingBucket bucket, AccessRequest request, Decision plain) {
    Set<Symbol> symbols = new LinkedHashSet<>();
    for (PlacedStatement statement : policy.statements()) {
      Map<Symbol, String> values = values(statement, bucket);
      if (!values.isEmpty() && decide(policy, bucket, request, values) != plain.kind()) {
        symbols.addAll(values.keySet());
      }
    }
    return symbols;
  }

  // The values with which the request would be what the statement asks for.
  private Map<Symbol, String> values(PlacedStatement statement, NotifyingBucket bucket) {
    if (statement.grant().isPresent()) {
      return values(statement.grant().get(), bucket);
    }
    Map<Symbol, String> values = new HashMap<>();
    Reading reading = inventory.reading();
    statement
        .statement()
        .conditions()
        .forEach(
            condition ->
                condition
                    .values()
                    .texts()
                    .forEach(
                        text -> {
                          values.putAll(Unification.of(Text.of(text), arn(bucket), reading));
                          values.putAll(Unification.of(Text.of(text), owner(bucket), reading));
                        }));
    return values;
  }

  private Map<Symbol, String> values(DeclaredGrant grant, NotifyingBucket bucket) {
    Reading reading = inventory.reading();
    Map<Symbol, String> values = new HashMap<>();
    grant.sourceArn().ifPresent(text -> values.putAll(Unification.of(text, arn(bucket), reading)));
    grant
        .sourceAccount()
        .ifPresent(text -> values.putAll(Unification.of(text, owner(bucket), reading)));
    values.putAll(Unification.of(grant.principal(), Text.of(Principal.S3.grantee()), reading));
    values.putAll(Unification.of(grant.action(), Text.of(AccessRequest.INVOKE_FUNCTION), reading));
    return values;
  }

  private Text arn(NotifyingBucket bucket) {
    return inventory.reading().restored(bucket.arn().toString());
  }

  private Text owner(NotifyingBucket bucket) {
    return inventory.reading().restored(bucket.owner());
  }

  private Decision.Kind decide(
      TargetPolicy policy,
      NotifyingBucket bucket,
      AccessRequest request,
      Map<Symbol, String> values) {
    Reading other = inventory.reading().with(values);
    List<Statement> statements = new ArrayList<>();
    for (PlacedStatement statement : policy.statements()) {
      statement(statement, other, policy.target()).ifPresent(statements::add);
    }
    return PolicyEvaluator.decide(
            Optional.of(PolicyDocument.of(statements)), request(request, bucket, other))
        .kind();
  }

  private static Optional<Statement> statement(
      PlacedStatement placed, Reading reading, FunctionArn target) {
    return placed.grant().isEmpty()
        ? Optional.of(placed.statement())
        : statement(placed.grant().get(), reading, target);
  }

  private static Optional<Statement> statement(
      DeclaredGrant grant, Reading reading, FunctionArn target) {
    try {
      return Optional.of(Policies.permission(grant, reading).statementOn(target));
    } catch (SimulatorException refusedInThisReading) {
      return Optional.empty();
    }
  }

  private AccessRequest request(AccessRequest plain, NotifyingBucket bucket, Reading other) {
    return new AccessRequest(
        plain.principal(),
        plain.action(),
        plain.resource(),
        Map.of(
            AccessRequest.SOURCE_ARN,
            List.of(other.of(arn(bucket))),
            AccessRequest.SOURCE_ACCOUNT,
            List.of(other.of(owner(bucket)))));
  }

  // Policies of what may be the same target, and grants on something that is not known.
  private Set<Symbol> elsewhere(NotifyingBucket bucket, FunctionArn target) {
    Reading reading = inventory.reading();
    Text asked = reading.restored(target.toString());
    Set<Symbol> symbols = new LinkedHashSet<>();
    for (TargetPolicy other : inventory.policies().named(target.shortName())) {
      if (!other.target().equals(target)) {
        Text named = reading.restored(other.target().toString());
        Map<Symbol, String> values = Unification.of(asked, named, reading);
        if (!values.isEmpty() && mayAllow(other, bucket)) {
          symbols.addAll(values.keySet());
        }
      }
    }
    for (DeclaredGrant grant : inventory.policies().uncertain()) {
      Map<Symbol, String> values = new HashMap<>(values(grant, bucket));
      values.putAll(Unification.of(grant.target(), asked, reading));
      Reading other = reading.with(values);
      if (other.of(grant.target()).equals(other.of(asked))
          && statement(grant, other, target)
              .filter(statement -> allows(statement, request(push(bucket, target), bucket, other)))
              .isPresent()) {
        symbols.addAll(values.keySet());
      }
    }
    return symbols;
  }

  private boolean mayAllow(TargetPolicy other, NotifyingBucket bucket) {
    return other.statements().stream()
        .anyMatch(
            placed -> {
              Reading reading = inventory.reading().with(values(placed, bucket));
              return statement(placed, reading, other.target())
                  .filter(
                      statement ->
                          allows(statement, request(push(bucket, other.target()), bucket, reading)))
                  .isPresent();
            });
  }

  private static boolean allows(Statement statement, AccessRequest request) {
    return PolicyEvaluator.decide(Optional.of(PolicyDocument.of(List.of(statement))), request)
        .isAllowed();
  }
}
