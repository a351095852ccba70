package io.pushsim.check.decision;

import io.pushsim.arn.FunctionArn;
import io.pushsim.check.setup.DeclaredGrant;
import io.pushsim.check.setup.DeclaredPolicy;
import io.pushsim.check.setup.Origin;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Text;
import io.pushsim.error.SimulatorException;
import io.pushsim.operation.PermissionForm;
import io.pushsim.policy.PermissionRequest;
import io.pushsim.policy.PolicyDocument;
import io.pushsim.policy.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The resource policies of a set-up by exact ARN, in the plain reading. */
public final class Policies {
  private final Map<FunctionArn, TargetPolicy> byTarget = new LinkedHashMap<>();
  private final Map<String, List<TargetPolicy>> byName = new LinkedHashMap<>();
  private final Map<FunctionArn, List<TargetPolicy>> byFunction = new LinkedHashMap<>();
  private final Set<FunctionArn> functions = new HashSet<>();
  private final List<RefusedGrant> refused = new ArrayList<>();
  private final List<DeclaredGrant> uncertain = new ArrayList<>();

  private Policies() {}

  static Policies of(SetUp setUp, Reading reading) {
    Policies policies = new Policies();
    Map<FunctionArn, List<Placed>> statements = new LinkedHashMap<>();
    setUp.policies().forEach(policy -> policies.gather(policy, reading, statements));
    setUp.grants().forEach(grant -> policies.gather(grant, reading, statements));
    statements.forEach(policies::keep);
    return policies;
  }

  private record Placed(Statement statement, Origin origin, Optional<DeclaredGrant> grant) {}

  private void gather(
      DeclaredPolicy policy, Reading reading, Map<FunctionArn, List<Placed>> statements) {
    Optional<FunctionArn> target = FunctionArn.parse(reading.of(policy.target()));
    if (target.isEmpty() || statements.containsKey(target.get())) {
      return; // The same answer saved twice.
    }
    List<Placed> placed = statements.computeIfAbsent(target.get(), arn -> new ArrayList<>());
    List<Statement> written = policy.document().statements();
    for (int i = 0; i < written.size(); i++) {
      Origin origin = policy.origin();
      placed.add(
          new Placed(
              written.get(i),
              new Origin(origin.dialect(), policy.places().get(i), origin.reference()),
              Optional.empty()));
    }
  }

  private void gather(
      DeclaredGrant grant, Reading reading, Map<FunctionArn, List<Placed>> statements) {
    Optional<FunctionArn> target = FunctionArn.parse(reading.of(grant.target()));
    target.ifPresent(arn -> functions.add(arn.unqualified()));
    if (!grant.principal().isKnown() || (target.isEmpty() && !grant.target().isKnown())) {
      uncertain.add(grant);
    } else if (target.isEmpty()) {
      refused.add(
          new RefusedGrant(
              target,
              grant,
              "'%s' is no ARN of a function, version or alias".formatted(grant.target())));
    } else {
      gather(grant, target.get(), reading, statements);
    }
  }

  private void gather(
      DeclaredGrant grant,
      FunctionArn target,
      Reading reading,
      Map<FunctionArn, List<Placed>> statements) {
    try {
      PermissionForm.check(known(grant));
      Statement statement = permission(grant, reading).statementOn(target);
      List<Placed> placed = statements.computeIfAbsent(target, arn -> new ArrayList<>());
      // A plan and what was saved of its outcome may both be given.
      if (placed.stream().noneMatch(other -> other.statement().equals(statement))) {
        placed.add(new Placed(statement, grant.origin(), Optional.of(grant)));
      }
    } catch (SimulatorException lambdas) {
      refused.add(new RefusedGrant(Optional.of(target), grant, lambdas.message()));
    }
  }

  // What is not known meets no constraint that can be held against it.
  private static Map<String, String> known(DeclaredGrant grant) {
    Map<String, String> known = new LinkedHashMap<>();
    put(known, "StatementId", Optional.of(grant.statementId()));
    put(known, "Action", Optional.of(grant.action()));
    put(known, "Principal", Optional.of(grant.principal()));
    put(known, "SourceArn", grant.sourceArn());
    put(known, "SourceAccount", grant.sourceAccount());
    put(known, "PrincipalOrgID", grant.principalOrgId());
    put(known, "EventSourceToken", grant.eventSourceToken());
    put(known, "FunctionUrlAuthType", grant.functionUrlAuthType());
    return known;
  }

  private static void put(Map<String, String> known, String name, Optional<Text> value) {
    value.flatMap(Text::known).ifPresent(text -> known.put(name, text));
  }

  /** AddPermission's parameters in a reading. */
  public static PermissionRequest permission(DeclaredGrant grant, Reading reading) {
    return new PermissionRequest(
        reading.of(grant.statementId()),
        reading.of(grant.action()),
        reading.of(grant.principal()),
        grant.sourceArn().map(reading::of),
        grant.sourceAccount().map(reading::of),
        grant.principalOrgId().map(reading::of),
        grant.eventSourceToken().map(reading::of),
        grant.functionUrlAuthType().map(reading::of));
  }

  private void keep(FunctionArn target, List<Placed> placed) {
    List<PlacedStatement> statements = new ArrayList<>();
    for (Placed each : placed) {
      statements.add(
          new PlacedStatement(
              target, statements.size() + 1, each.statement(), each.origin(), each.grant()));
    }
    TargetPolicy policy =
        new TargetPolicy(
            target, PolicyDocument.of(placed.stream().map(Placed::statement).toList()), statements);
    byTarget.put(target, policy);
    byName.computeIfAbsent(target.shortName(), name -> new ArrayList<>()).add(policy);
    byFunction.computeIfAbsent(target.unqualified(), arn -> new ArrayList<>()).add(policy);
    functions.add(target.unqualified());
  }

  /** The policy of exactly that ARN. */
  public Optional<TargetPolicy> of(FunctionArn target) {
    return Optional.ofNullable(byTarget.get(target));
  }

  /** All of them, in the inputs' order. */
  public Collection<TargetPolicy> all() {
    return byTarget.values();
  }

  /** The policies of a function, its versions and its aliases. */
  public List<TargetPolicy> ofFunction(FunctionArn function) {
    return Collections.unmodifiableList(byFunction.getOrDefault(function.unqualified(), List.of()));
  }

  /** The policies of targets that have this short name, whatever account and region. */
  List<TargetPolicy> named(String shortName) {
    return byName.getOrDefault(shortName, List.of());
  }

  boolean speaksOf(FunctionArn function) {
    return functions.contains(function);
  }

  /** What Lambda would not take. */
  public List<RefusedGrant> refused() {
    return List.copyOf(refused);
  }

  /** Grants of which it is not known on what, or to whom. */
  List<DeclaredGrant> uncertain() {
    return uncertain;
  }
}
