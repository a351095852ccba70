package io.pushsim.policy.differential;

import io.pushsim.policy.AccessRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Makes conditions that a request meets, or nearly meets. */
final class Conditions {
  private static final List<String> TEXT =
      List.of(
          "StringEquals",
          "StringNotEquals",
          "StringEqualsIgnoreCase",
          "StringNotEqualsIgnoreCase",
          "StringLike",
          "StringNotLike");
  private static final List<String> ARN =
      List.of(
          "ArnEquals",
          "ArnLike",
          "ArnLike",
          "ArnNotEquals",
          "ArnNotLike",
          "StringEquals",
          "StringLike");
  private static final List<String> NUMBER =
      List.of(
          "NumericEquals",
          "NumericNotEquals",
          "NumericLessThan",
          "NumericLessThanEquals",
          "NumericGreaterThan",
          "NumericGreaterThanEquals");
  private static final List<String> DATE =
      List.of(
          "DateEquals",
          "DateNotEquals",
          "DateLessThan",
          "DateLessThanEquals",
          "DateGreaterThan",
          "DateGreaterThanEquals");
  private static final List<String> BOOLEAN = List.of("Bool");
  private static final List<String> ADDRESS = List.of("IpAddress", "NotIpAddress");
  private static final List<String> ALL =
      Stream.of(TEXT, ARN, NUMBER, DATE, BOOLEAN, ADDRESS).flatMap(List::stream).toList();
  private static final List<String> RANGES =
      List.of(
          "203.0.113.0/24",
          "203.0.112.0/22",
          "203.0.113.7/32",
          "0.0.0.0/0",
          "198.51.100.0/24",
          "2001:db8::/48",
          "2001:db8::/32",
          "::/0",
          "nowhere");
  private static final List<String> VARIABLES =
      List.of(
          "${aws:PrincipalTag/team}",
          "${aws:principaltag/TEAM, 'helloworld'}",
          "${aws:SourceAccount}",
          "${aws:TagKeys}",
          "${*}");

  private final Chance chance;
  private final AccessRequest request;

  Conditions(Chance chance, AccessRequest request) {
    this.chance = chance;
    this.request = request;
  }

  /** Adds a condition to a statement's map from operator to key to values. */
  void addTo(Map<String, Map<String, Object>> conditions) {
    ContextKey key =
        chance.in(20) ? ContextKey.SOURCE_ARN : chance.one(List.of(ContextKey.values()));
    String name = chance.in(15) ? key.text().toLowerCase(Locale.ROOT) : key.text();
    if (chance.in(7)) {
      put(conditions, "Null", name, chance.in(80) ? chance.one(List.of("true", "false")) : true);
      return;
    }
    String operator = chance.in(92) ? chance.one(operators(key.kind())) : chance.one(ALL);
    put(conditions, decorated(key, operator), name, values(key));
  }

  // A name that stands there already stays as it is: no JSON object has it twice.
  private static void put(
      Map<String, Map<String, Object>> conditions, String operator, String key, Object values) {
    conditions.computeIfAbsent(operator, same -> new LinkedHashMap<>()).putIfAbsent(key, values);
  }

  private String decorated(ContextKey key, String operator) {
    String prefix = "";
    if (chance.in(key.kind() == ContextKey.Kind.SET ? 90 : 10)) {
      prefix = chance.one(List.of("ForAllValues:", "ForAnyValue:"));
    }
    return prefix + operator + (chance.in(15) ? "IfExists" : "");
  }

  private static List<String> operators(ContextKey.Kind kind) {
    return switch (kind) {
      case TEXT, SET -> TEXT;
      case ARN -> ARN;
      case NUMBER -> NUMBER;
      case DATE -> DATE;
      case BOOLEAN -> BOOLEAN;
      case ADDRESS -> ADDRESS;
    };
  }

  private Object values(ContextKey key) {
    if (chance.in(70)) {
      String value = value(key);
      return chance.in(70) ? value : List.of(value);
    }
    return Stream.generate(() -> value(key)).limit(2 + chance.below(2)).distinct().toList();
  }

  private String value(ContextKey key) {
    if (key.kind() == ContextKey.Kind.ADDRESS && chance.in(65)) {
      return chance.one(RANGES);
    }
    List<String> actual = request.values(key.text());
    String value =
        actual.isEmpty() || chance.in(35) ? chance.one(key.samples()) : chance.one(actual);
    return switch (key.kind()) {
      case TEXT, SET, ARN -> withVariable(Texts.kin(chance, value));
      case NUMBER, DATE, BOOLEAN, ADDRESS -> value;
    };
  }

  private String withVariable(String text) {
    if (!chance.in(5)) {
      return text;
    }
    String variable = chance.one(VARIABLES);
    return chance.in(60) ? variable : text + variable;
  }
}
