package io.pushsim.scenario.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Parts of sentences about JSON; an empty text where there is nothing to say. */
final class Phrases {
  private Phrases() {}

  /** Every field with its value, for what the table does not know. */
  static String fields(JsonNode node, Set<String> without) {
    if (!node.isObject()) {
      return node.isMissingNode() || node.isNull() ? "" : shortened(value(node));
    }
    List<String> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!without.contains(field.getKey())) {
        fields.add(field.getKey() + " " + shortened(value(field.getValue())));
      }
    }
    return String.join(", ", fields);
  }

  static Optional<JsonNode> parsed(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() ? JsonText.parse(value.asText()) : Optional.of(value);
  }

  static String each(JsonNode array, Function<JsonNode, String> word) {
    List<String> words = new ArrayList<>();
    array.forEach(element -> words.add(word.apply(element)));
    return String.join(", ", words);
  }

  static String named(String field, JsonNode node) {
    return prefixed(field + " ", text(node, field));
  }

  static String prefixed(String prefix, String text) {
    return text.isEmpty() ? "" : prefix + text;
  }

  static String phrase(String... parts) {
    return joined("  ", parts);
  }

  static String list(String... parts) {
    return joined(", ", parts);
  }

  static String joined(String between, String... parts) {
    return String.join(between, List.of(parts).stream().filter(part -> !part.isEmpty()).toList());
  }

  static String text(JsonNode node, String field) {
    return value(node.path(field));
  }

  static String value(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return "";
    }
    return node.isTextual() ? node.asText() : JsonText.compact(node);
  }

  static String shortened(String text) {
    int longest = 100;
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest)) + " ...";
  }

  static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
