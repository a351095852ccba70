package io.pushsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.document.Problem;
import java.util.ArrayList;
import java.util.List;

/** The message about a value of the wrong type: both types, the value, and what to write. */
final class WrongType {
  private WrongType() {}

  /**
   * @param types one name or several, as the schema has them
   * @param source the value as it stands in the file, where it is not in quotes
   */
  static String message(String name, JsonNode types, JsonNode value, String source) {
    List<String> expected = new ArrayList<>();
    if (types.isTextual()) {
      expected.add(types.asText());
    }
    types.forEach(type -> expected.add(type.asText()));
    String wanted = String.join(" or ", expected.stream().map(WrongType::noun).toList());
    String found =
        value.isNumber() && !source.isEmpty() ? "the number " + source : described(value);
    return name + " must be " + wanted + ", not " + found + remedy(expected, value, source);
  }

  private static String remedy(List<String> expected, JsonNode value, String source) {
    if (value.isNull()) {
      return expected.contains("object") ? "; write {}, or its keys below it, indented" : "";
    }
    if (expected.contains("string") && value.isValueNode()) {
      return "; put it in quotes: \"" + source + "\"";
    }
    boolean onlyQuoted = value.isTextual() && fits(expected, value.textValue()) && source.isEmpty();
    if (onlyQuoted) {
      return "; leave out the quotes";
    }
    return expected.contains("array") && !value.isArray() ? "; put it in brackets: [ … ]" : "";
  }

  private static boolean fits(List<String> expected, String text) {
    return (expected.contains("boolean") && text.matches("true|false"))
        || (expected.contains("integer") && text.matches("-?[0-9]+"))
        || (expected.contains("number") && text.matches("-?[0-9]+(\\.[0-9]+)?"));
  }

  private static String noun(String type) {
    return switch (type) {
      case "string" -> "a text";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      case "array" -> "a list";
      case "object" -> "a mapping";
      default -> type;
    };
  }

  /** The value with its type, short enough for a line. */
  static String described(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "the text \"" + Problem.shortened(value.textValue()) + "\"";
      case NUMBER -> "the number " + value.asText();
      case BOOLEAN -> "the truth value " + value.asText();
      case ARRAY -> "a list";
      case OBJECT -> "a mapping";
      default -> "nothing";
    };
  }
}
