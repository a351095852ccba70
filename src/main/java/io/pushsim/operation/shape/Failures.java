package io.pushsim.operation.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The sentences in which AWS says how a value fails a constraint (recorded:
 * test_create_lambda_exceptions, TestLambdaAlias).
 */
final class Failures {
  private final Constraint constraint;
  private final List<String> allowed;
  private final Predicate<String> pattern;
  private final Predicate<String> valuePattern;
  private final int minLength;
  private final int maxLength;

  Failures(Constraint constraint) {
    this.constraint = constraint;
    this.allowed = List.of(constraint.oneOf());
    this.pattern = matching(constraint.pattern());
    this.valuePattern = matching(constraint.valuePattern());
    this.minLength = constraint.minLength();
    this.maxLength = constraint.maxLength();
  }

  private static Predicate<String> matching(String pattern) {
    return pattern.isEmpty() ? text -> true : Pattern.compile(pattern).asMatchPredicate();
  }

  List<String> of(String field, JsonNode value) {
    if (constraint.emptyIsNull() && value.isEmpty()) {
      return List.of(
          "Value null at '%s' failed to satisfy constraint: Member must not be null"
              .formatted(field));
    }
    List<String> tails;
    if (value.isTextual()) {
      tails = ofText(value.textValue());
    } else if (value.isNumber()) {
      tails = ofNumber(value.doubleValue());
    } else if (value.isArray()) {
      tails = ofList(value);
    } else {
      tails = value.isObject() ? ofMap(value) : List.of();
    }
    return tails.isEmpty() ? tails : sentences(field, value, tails);
  }

  private static List<String> sentences(String field, JsonNode value, List<String> tails) {
    return tails.stream()
        .map(
            tail ->
                "Value '%s' at '%s' failed to satisfy constraint: %s"
                    .formatted(shown(value), field, tail))
        .toList();
  }

  private List<String> ofText(String text) {
    List<String> tails = new ArrayList<>();
    if (!allowed.isEmpty() && !allowed.contains(text)) {
      tails.add(enumTail());
    }
    int length = text.codePointCount(0, text.length());
    if (length > maxLength) {
      tails.add("Member must have length less than or equal to " + maxLength);
    }
    if (length < minLength) {
      tails.add("Member must have length greater than or equal to " + minLength);
    }
    if (!pattern.test(text)) {
      tails.add(patternTail());
    }
    return tails;
  }

  private List<String> ofNumber(double number) {
    if (number > constraint.max()) {
      return List.of("Member must have value less than or equal to " + shown(constraint.max()));
    }
    return number < constraint.min()
        ? List.of("Member must have value greater than or equal to " + shown(constraint.min()))
        : List.of();
  }

  private List<String> ofList(JsonNode list) {
    List<String> tails = new ArrayList<>();
    if (list.size() > maxLength) {
      tails.add("Member must have length less than or equal to " + maxLength);
    }
    if (list.size() < minLength) {
      tails.add("Member must have length greater than or equal to " + minLength);
    }
    boolean known = true;
    for (JsonNode item : list) {
      known &= allowed.isEmpty() || (item.isTextual() && allowed.contains(item.textValue()));
    }
    if (!known) {
      tails.add(
          "Member must satisfy constraint: [%s, Member must not be null]".formatted(enumTail()));
    }
    return tails;
  }

  private List<String> ofMap(JsonNode map) {
    List<String> tails = new ArrayList<>();
    boolean keysFit = true;
    boolean valuesFit = true;
    for (var entry : map.properties()) {
      keysFit &= ofText(entry.getKey()).isEmpty();
      valuesFit &= valueFits(entry.getValue());
    }
    if (!keysFit) {
      tails.add("Map keys must satisfy constraint: [" + keyConstraints() + "]");
    }
    if (!valuesFit) {
      tails.add("Map value must satisfy constraint: [" + valueConstraints() + "]");
    }
    return tails;
  }

  private boolean valueFits(JsonNode value) {
    if (!value.isTextual()) {
      return !value.isNumber() || ofNumber(value.doubleValue()).isEmpty();
    }
    String text = value.textValue();
    return text.codePointCount(0, text.length()) <= constraint.maxValueLength()
        && valuePattern.test(text);
  }

  /** Of numbers as recorded, of texts as seen in cloud-custodian/cloud-custodian#2520. */
  private String valueConstraints() {
    return constraint.valuePattern().isEmpty()
        ? "Member must have value less than or equal to %s, Member must have value greater than or equal to %s, Member must not be null"
            .formatted(constraint.max(), constraint.min())
        : "Member must have length less than or equal to %d, Member must have length greater than or equal to 0, Member must satisfy regular expression pattern: %s"
            .formatted(constraint.maxValueLength(), constraint.valuePattern());
  }

  private String keyConstraints() {
    StringJoiner joined = new StringJoiner(", ");
    if (maxLength < Integer.MAX_VALUE) {
      joined.add("Member must have length less than or equal to " + maxLength);
      joined.add("Member must have length greater than or equal to " + minLength);
    }
    return joined.add(patternTail()).toString();
  }

  private String patternTail() {
    return "Member must satisfy regular expression pattern: " + constraint.pattern();
  }

  private String enumTail() {
    return "Member must satisfy enum value set: [" + String.join(", ", allowed) + "]";
  }

  /** A number as AWS writes a whole one: without a fraction. */
  private static String shown(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private static String shown(JsonNode value) {
    if (value.isArray()) {
      StringJoiner items = new StringJoiner(", ", "[", "]");
      value.forEach(item -> items.add(shown(item)));
      return items.toString();
    }
    if (value.isObject()) {
      StringJoiner entries = new StringJoiner(", ", "{", "}");
      value
          .properties()
          .forEach(entry -> entries.add(entry.getKey() + "=" + shownInMap(entry.getValue())));
      return entries.toString();
    }
    return value.asText();
  }

  // The numbers of maps are doubles in AWS's model: 2 is shown as 2.0.
  private static String shownInMap(JsonNode value) {
    return value.isNumber() ? Double.toString(value.doubleValue()) : shown(value);
  }
}
