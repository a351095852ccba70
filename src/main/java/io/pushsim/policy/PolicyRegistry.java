package io.pushsim.policy;

import io.pushsim.arn.FunctionArn;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Owns the resource policies, one per exact ARN: a grant on an alias says nothing about the
 * function or the version behind it.
 *
 * <p>Decisions about changes ({@link #addStatement}, {@link #removeStatement}) read and change
 * nothing; {@link #apply} replaces one function's policies atomically. Any thread may read; who
 * decides a change applies it before the next is decided.
 */
public final class PolicyRegistry {
  // By unqualified ARN, then by exact ARN; the inner maps are never modified.
  private final Map<FunctionArn, Map<FunctionArn, ResourcePolicy>> byFunction =
      new ConcurrentHashMap<>();

  /** The policy of exactly that ARN. */
  public Optional<ResourcePolicy> policyOf(FunctionArn arn) {
    return Optional.ofNullable(policiesOf(arn).get(arn));
  }

  /** The policies of a function and of all its qualifiers, by exact ARN, oldest first. */
  public Map<FunctionArn, ResourcePolicy> policiesOf(FunctionArn function) {
    return byFunction.getOrDefault(function.unqualified(), Map.of());
  }

  /**
   * Decides a request on the policy of the target, exactly as it is named.
   *
   * @param now when the request is made; the decision's request tells it where it matters
   */
  public Decision decide(FunctionArn target, AccessRequest request, Instant now) {
    Optional<PolicyDocument> policy = policyOf(target).map(ResourcePolicy::document);
    boolean timely = policy.isPresent() && policy.get().propagates();
    return PolicyEvaluator.decide(policy, timely ? request.at(now) : request);
  }

  /**
   * The change that adds a statement.
   *
   * @throws SimulatorException PreconditionFailedException for another revision,
   *     ResourceConflictException where the policy has that Sid (recorded:
   *     test_permission_exceptions)
   */
  public PolicyChange addStatement(
      FunctionArn arn, Statement statement, RevisionCheck check, Supplier<String> newRevision) {
    Optional<ResourcePolicy> policy = policyOf(arn);
    requireRevision(policy, check);
    statement
        .sid()
        .filter(sid -> policy.flatMap(found -> found.document().statement(sid)).isPresent())
        .ifPresent(PolicyRegistry::refuseDuplicate);
    return new PolicyChange.StatementAdded(arn, statement, newRevision.get());
  }

  /**
   * The change that removes a statement; with the last one the policy goes.
   *
   * @throws SimulatorException ResourceNotFoundException where there is no policy or no such
   *     statement, PreconditionFailedException for another revision (recorded:
   *     test_permission_exceptions, test_remove_multi_permissions)
   */
  public PolicyChange removeStatement(
      FunctionArn arn, String statementId, RevisionCheck check, Supplier<String> newRevision) {
    Optional<ResourcePolicy> policy = policyOf(arn);
    PolicyDocument document =
        policy
            .map(ResourcePolicy::document)
            .orElseThrow(() -> notFound("No policy is associated with the given resource."));
    if (document.statement(statementId).isEmpty()) {
      throw notFound("Statement %s is not found in resource policy.".formatted(statementId));
    }
    requireRevision(policy, check);
    return document.without(statementId).statements().isEmpty()
        ? new PolicyChange.PolicyDeleted(arn)
        : new PolicyChange.StatementRemoved(arn, statementId, newRevision.get());
  }

  /** The changes that delete the policy of exactly that ARN; none where it has none. */
  public List<PolicyChange> deletePolicyOf(FunctionArn arn) {
    return policyOf(arn).<PolicyChange>map(policy -> new PolicyChange.PolicyDeleted(arn)).stream()
        .toList();
  }

  /** The changes that delete the policies of a function and of all its qualifiers. */
  public List<PolicyChange> deletePoliciesOf(FunctionArn function) {
    return policiesOf(function).keySet().stream()
        .<PolicyChange>map(PolicyChange.PolicyDeleted::new)
        .toList();
  }

  /** Makes the change true. */
  public void apply(PolicyChange change) {
    byFunction.compute(
        change.arn().unqualified(),
        (function, policies) -> {
          Map<FunctionArn, ResourcePolicy> next =
              new LinkedHashMap<>(policies == null ? Map.of() : policies);
          change
              .applyTo(Optional.ofNullable(next.get(change.arn())))
              .ifPresentOrElse(
                  policy -> next.put(change.arn(), policy), () -> next.remove(change.arn()));
          return next.isEmpty() ? null : Collections.unmodifiableMap(next);
        });
  }

  /** Changes that make an empty registry what this one is. */
  public List<PolicyChange> snapshot() {
    List<PolicyChange> changes = new ArrayList<>();
    byFunction
        .values()
        .forEach(
            policies ->
                policies.forEach(
                    (arn, policy) -> changes.add(new PolicyChange.PolicyRestored(arn, policy))));
    return changes;
  }

  /** Lets all policies go. */
  public void clear() {
    byFunction.clear();
  }

  private static void requireRevision(Optional<ResourcePolicy> policy, RevisionCheck check) {
    if (!check.passes(policy)) {
      throw new SimulatorException(
          ErrorCode.PRECONDITION_FAILED,
          "The Revision Id provided does not match the latest Revision Id. Call the GetPolicy API"
              + " to retrieve the latest Revision Id");
    }
  }

  private static void refuseDuplicate(String statementId) {
    throw new SimulatorException(
        ErrorCode.RESOURCE_CONFLICT,
        "The statement id (%s) provided already exists. Please provide a new statement id, or remove the existing statement."
            .formatted(statementId));
  }

  private static SimulatorException notFound(String message) {
    return new SimulatorException(ErrorCode.RESOURCE_NOT_FOUND, message);
  }
}
