package io.pushsim.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads policy documents from the plain values that a JSON or YAML reader gives. */
final class PolicyReader {
  private static final Set<String> DOCUMENT_KEYS = Set.of("Version", "Id", "Statement");
  private static final Set<String> STATEMENT_KEYS =
      Set.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");

  private PolicyReader() {}

  static PolicyDocument document(Map<?, ?> plain) {
    checkKeys("The policy", plain, DOCUMENT_KEYS);
    Object written = plain.get("Statement");
    if (written == null) {
      throw new IllegalArgumentException("The policy has no Statement: write a list of statements");
    }
    List<?> list = written instanceof List<?> several ? several : List.of(written);
    List<Statement> statements = new ArrayList<>();
    for (Object statement : list) {
      statements.add(statement("Statement " + (statements.size() + 1), statement));
    }
    return new PolicyDocument(
        text("The policy", plain, "Version"), text("The policy", plain, "Id"), statements);
  }

  private static Statement statement(String where, @Nullable Object written) {
    if (!(written instanceof Map<?, ?> plain)) {
      throw new IllegalArgumentException(
          "%s is '%s': write a map with Effect, Principal, Action and Resource"
              .formatted(where, written));
    }
    checkKeys(where, plain, STATEMENT_KEYS);
    try {
      return new Statement(
          text(where, plain, "Sid"),
          effect(plain),
          principal(plain),
          action(plain),
          resource(plain),
          conditions(plain.get("Condition")));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
    }
  }

  private static Effect effect(Map<?, ?> plain) {
    Object written = plain.get("Effect");
    return Effect.parse(String.valueOf(written))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Effect is '%s': write Allow or Deny".formatted(written)));
  }

  private static PrincipalElement principal(Map<?, ?> plain) {
    boolean inverted = isInverted(plain, "Principal");
    return PrincipalElement.fromPlain(inverted, one(plain, "Principal", inverted));
  }

  private static ActionElement action(Map<?, ?> plain) {
    boolean inverted = isInverted(plain, "Action");
    Values values = Values.fromPlain(one(plain, "Action", inverted));
    return inverted ? ActionElement.notAction(values) : ActionElement.action(values);
  }

  private static ResourceElement resource(Map<?, ?> plain) {
    boolean inverted = isInverted(plain, "Resource");
    Values values = Values.fromPlain(one(plain, "Resource", inverted));
    return inverted ? ResourceElement.notResource(values) : ResourceElement.resource(values);
  }

  private static boolean isInverted(Map<?, ?> plain, String name) {
    boolean straight = plain.containsKey(name);
    boolean inverted = plain.containsKey("Not" + name);
    if (straight == inverted) {
      throw new IllegalArgumentException(
          "there %s %s: write exactly one of them"
              .formatted(
                  straight ? "are both" : "is neither",
                  straight ? name + " and Not" + name : name + " nor Not" + name));
    }
    return inverted;
  }

  private static Object one(Map<?, ?> plain, String name, boolean inverted) {
    Object value = plain.get(inverted ? "Not" + name : name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is empty: write a value or a list of values");
    }
    return value;
  }

  private static List<Condition> conditions(@Nullable Object written) {
    if (written == null) {
      return List.of();
    }
    List<Condition> conditions = new ArrayList<>();
    map("Condition", written)
        .forEach(
            (name, keys) -> {
              ConditionOperator operator = ConditionOperator.parse(String.valueOf(name));
              map(operator.name(), keys)
                  .forEach((key, value) -> conditions.add(condition(operator, key, value)));
            });
    return conditions;
  }

  private static Condition condition(
      ConditionOperator operator, Object key, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException(
          "%s %s has no value: write a value or a list of values".formatted(operator, key));
    }
    return Condition.of(operator, String.valueOf(key), Values.fromPlain(value));
  }

  private static Map<?, ?> map(String name, @Nullable Object written) {
    if (written instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException("%s is '%s': write a map".formatted(name, written));
  }

  private static Optional<String> text(String where, Map<?, ?> plain, String key) {
    Object value = plain.get(key);
    if (value == null || value instanceof String) {
      return Optional.ofNullable((String) value);
    }
    throw new IllegalArgumentException(
        "%s: %s is '%s', which is no string: put it in quotes".formatted(where, key, value));
  }

  private static void checkKeys(String where, Map<?, ?> plain, Set<String> known) {
    for (Object key : plain.keySet()) {
      if (!known.contains(String.valueOf(key))) {
        throw new IllegalArgumentException(
            "%s has an element '%s', which no policy has: it may have %s"
                .formatted(where, key, String.join(", ", known.stream().sorted().toList())));
      }
    }
  }
}
