package io.pushsim.policy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a policy.
 *
 * @param conditions in the order in which they are written, those of one operator together
 * @param propagation absent where it counts from its beginning
 */
public record Statement(
    Optional<String> sid,
    Effect effect,
    PrincipalElement principal,
    ActionElement action,
    ResourceElement resource,
    List<Condition> conditions,
    Optional<Propagation> propagation) {

  public Statement {
    conditions = List.copyOf(conditions);
  }

  /** A statement that counts from its beginning. */
  public Statement(
      Optional<String> sid,
      Effect effect,
      PrincipalElement principal,
      ActionElement action,
      ResourceElement resource,
      List<Condition> conditions) {
    this(sid, effect, principal, action, resource, conditions, Optional.empty());
  }

  /** The same statement, which counts from then on. */
  public Statement inEffectFrom(Instant time) {
    return new Statement(
        sid, effect, principal, action, resource, conditions, Optional.of(new Propagation(time)));
  }

  // The first element that the request does not satisfy, or null where the statement matches.
  @Nullable StatementElement firstMismatch(Evaluation evaluation) {
    if (!evaluation.satisfies(Evaluation.PRINCIPAL, principal)) {
      return principal;
    }
    if (!evaluation.satisfies(Evaluation.ACTION, action)) {
      return action;
    }
    if (!evaluation.satisfies(Evaluation.RESOURCE, resource)) {
      return resource;
    }
    for (int i = 0; i < conditions.size(); i++) {
      Condition condition = conditions.get(i);
      if (!evaluation.satisfies(Evaluation.CONDITION, condition)) {
        return condition;
      }
    }
    // Last, since it passes by itself.
    return propagation.isPresent() && !evaluation.satisfies(propagation.get())
        ? propagation.get()
        : null;
  }

  boolean matches(AccessRequest request, boolean variables) {
    return firstMismatch(new Evaluation(request, variables)) == null;
  }

  /**
   * The statement as Lambda writes it: Sid, Effect, Principal, Action, Resource, Condition, without
   * those that are absent (recorded: test_add_lambda_permission_fields).
   */
  public Map<String, Object> toPlain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    sid.ifPresent(text -> plain.put("Sid", text));
    plain.put("Effect", effect.toString());
    plain.put(principal.name(), principal.toPlain());
    plain.put(action.name(), action.values().toPlain());
    plain.put(resource.name(), resource.values().toPlain());
    if (!conditions.isEmpty()) {
      plain.put("Condition", plainConditions());
    }
    return plain;
  }

  private Map<String, Map<String, Object>> plainConditions() {
    Map<String, Map<String, Object>> byOperator = new LinkedHashMap<>();
    for (Condition condition : conditions) {
      byOperator
          .computeIfAbsent(condition.operator().name(), name -> new LinkedHashMap<>())
          .put(condition.key(), condition.values().toPlain());
    }
    return byOperator;
  }
}
