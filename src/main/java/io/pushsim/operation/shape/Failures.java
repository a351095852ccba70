package io.pushsim.operation.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * The sentences in which AWS says which constraints a value fails (recorded:
 * test_create_lambda_exceptions, TestLambdaAlias).
 */
final class Failures {
  private Failures() {}

  static List<String> of(String field, JsonNode value, Constraint constraint) {
    if (constraint.emptyIsNull() && value.isEmpty()) {
      return List.of(
          "Value null at '%s' failed to satisfy constraint: Member must not be null"
              .formatted(field));
    }
    List<String> tails;
    if (value.isTextual()) {
      tails = ofText(value.textValue(), constraint);
    } else if (value.isNumber()) {
      tails = ofNumber(value.doubleValue(), constraint);
    } else if (value.isArray()) {
      tails = ofList(value, constraint);
    } else {
      tails = value.isObject() ? ofMap(value, constraint) : List.of();
    }
    return tails.stream()
        .map(
            tail ->
                "Value '%s' at '%s' failed to satisfy constraint: %s"
                    .formatted(shown(value), field, tail))
        .toList();
  }

  private static List<String> ofText(String text, Constraint constraint) {
    List<String> tails = new ArrayList<>();
    if (constraint.oneOf().length > 0 && !Arrays.asList(constraint.oneOf()).contains(text)) {
      tails.add(enumTail(constraint));
    }
    int length = text.codePointCount(0, text.length());
    if (length > constraint.maxLength()) {
      tails.add("Member must have length less than or equal to " + constraint.maxLength());
    }
    if (length < constraint.minLength()) {
      tails.add("Member must have length greater than or equal to " + constraint.minLength());
    }
    if (!constraint.pattern().isEmpty() && !Pattern.matches(constraint.pattern(), text)) {
      tails.add(patternTail(constraint));
    }
    return tails;
  }

  private static List<String> ofNumber(double number, Constraint constraint) {
    if (number > constraint.max()) {
      return List.of("Member must have value less than or equal to " + shown(constraint.max()));
    }
    return number < constraint.min()
        ? List.of("Member must have value greater than or equal to " + shown(constraint.min()))
        : List.of();
  }

  private static List<String> ofList(JsonNode list, Constraint constraint) {
    List<String> tails = new ArrayList<>();
    if (list.size() > constraint.maxLength()) {
      tails.add("Member must have length less than or equal to " + constraint.maxLength());
    }
    if (list.size() < constraint.minLength()) {
      tails.add("Member must have length greater than or equal to " + constraint.minLength());
    }
    boolean known = true;
    for (JsonNode item : list) {
      known &=
          constraint.oneOf().length == 0
              || Arrays.asList(constraint.oneOf()).contains(item.textValue());
    }
    if (!known) {
      tails.add(
          "Member must satisfy constraint: [%s, Member must not be null]"
              .formatted(enumTail(constraint)));
    }
    return tails;
  }

  private static List<String> ofMap(JsonNode map, Constraint constraint) {
    List<String> tails = new ArrayList<>();
    boolean keysFit = true;
    boolean valuesFit = true;
    for (var entry : map.properties()) {
      keysFit &= ofText(entry.getKey(), constraint).isEmpty();
      valuesFit &= valueFits(entry.getValue(), constraint);
    }
    if (!keysFit) {
      tails.add("Map keys must satisfy constraint: [" + keyConstraints(constraint) + "]");
    }
    if (!valuesFit) {
      tails.add("Map value must satisfy constraint: [" + valueConstraints(constraint) + "]");
    }
    return tails;
  }

  private static boolean valueFits(JsonNode value, Constraint constraint) {
    if (!value.isTextual()) {
      return !value.isNumber() || ofNumber(value.doubleValue(), constraint).isEmpty();
    }
    String text = value.textValue();
    return text.codePointCount(0, text.length()) <= constraint.maxValueLength()
        && (constraint.valuePattern().isEmpty()
            || Pattern.matches(constraint.valuePattern(), text));
  }

  /** Of numbers as recorded, of texts as seen in cloud-custodian/cloud-custodian#2520. */
  private static String valueConstraints(Constraint constraint) {
    return constraint.valuePattern().isEmpty()
        ? "Member must have value less than or equal to %s, Member must have value greater than or equal to %s, Member must not be null"
            .formatted(constraint.max(), constraint.min())
        : "Member must have length less than or equal to %d, Member must have length greater than or equal to 0, Member must satisfy regular expression pattern: %s"
            .formatted(constraint.maxValueLength(), constraint.valuePattern());
  }

  private static String keyConstraints(Constraint constraint) {
    StringJoiner joined = new StringJoiner(", ");
    if (constraint.maxLength() < Integer.MAX_VALUE) {
      joined.add("Member must have length less than or equal to " + constraint.maxLength());
      joined.add("Member must have length greater than or equal to " + constraint.minLength());
    }
    return joined.add(patternTail(constraint)).toString();
  }

  private static String patternTail(Constraint constraint) {
    return "Member must satisfy regular expression pattern: " + constraint.pattern();
  }

  private static String enumTail(Constraint constraint) {
    return "Member must satisfy enum value set: [" + String.join(", ", constraint.oneOf()) + "]";
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
