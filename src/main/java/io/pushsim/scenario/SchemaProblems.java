package io.pushsim.scenario;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import io.pushsim.document.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Says in a person's words, and with a remedy, what the schema found wrong with a document. */
final class SchemaProblems {
  private final ObjectNode schema;
  private final Document document;
  private final UnknownKeys unknownKeys;

  SchemaProblems(ObjectNode schema, Document document, UnknownKeys unknownKeys) {
    this.schema = schema;
    this.document = document;
    this.unknownKeys = unknownKeys;
  }

  /** The problem; empty for a choice of the schema's, which {@link StepShape} puts better. */
  Optional<Problem> of(Error error) {
    String pointer = error.getInstanceLocation().toString();
    List<String> evaluation = Pointer.segments(error.getEvaluationPath().toString());
    if (evaluation.contains("oneOf")) {
      return Optional.empty();
    }
    JsonNode rules = rules(error);
    JsonNode value = document.root().at(pointer);
    String name = document.nameOf(pointer);
    return Optional.of(
        switch (error.getKeyword()) {
          case "additionalProperties" -> unknownKey(pointer, error.getProperty(), rules);
          case "required" ->
              document.problemAtKey(pointer, name + " lacks \"" + error.getProperty() + "\"");
          case "dependentRequired" -> lacksCompanion(pointer, error);
          case "type" -> document.problemAtValue(pointer, wrongType(pointer, rules, value));
          case "enum" -> document.problemAtValue(pointer, notOneOf(name, rules, value));
          case "pattern" -> document.problemAtValue(pointer, notLike(name, rules, value));
          case "minProperties" ->
              document.problemAtKey(
                  pointer, name + " is empty; give one of " + keys(rules.path("properties")));
          case "minItems", "minLength" ->
              document.problemAtKey(pointer, name + " must not be empty");
          case "minimum" ->
              document.problemAtValue(
                  pointer, name + " must be at least " + rules.path("minimum") + ", not " + value);
          case "maximum" ->
              document.problemAtValue(
                  pointer, name + " must be at most " + rules.path("maximum") + ", not " + value);
          case "false", "properties" ->
              document.problemAtKey(pointer, cannotStandBeside(pointer, evaluation));
          default ->
              document.problemAtValue(
                  pointer, name + " breaks the schema's rule " + error.getKeyword());
        });
  }

  private Problem unknownKey(String pointer, String key, JsonNode rules) {
    return document.problemAtKey(
        Pointer.child(pointer, key), unknownKeys.message(pointer, key, rules.path("properties")));
  }

  /** The mapping of the schema in which the broken keyword stands. */
  private JsonNode rules(Error error) {
    String location = error.getSchemaLocation().toString();
    String fragment = location.substring(location.indexOf('#') + 1);
    return schema.at(JsonPointer.compile(Pointer.parent(fragment)));
  }

  private Problem lacksCompanion(String pointer, Error error) {
    Object[] companionAndKey = error.getArguments();
    String message = "\"%2$s\" needs \"%1$s\" beside it";
    return document.problemAtKey(
        Pointer.child(pointer, String.valueOf(companionAndKey[1])),
        String.format(message, companionAndKey));
  }

  private String wrongType(String pointer, JsonNode rules, JsonNode value) {
    String source = document.source(pointer).orElse("");
    String pattern = rules.path("pattern").asText("");
    boolean quotesWouldNotDo = value.isValueNode() && !source.matches(pattern);
    if (!pattern.isEmpty() && quotesWouldNotDo) {
      return notLike(document.nameOf(pointer), rules, value);
    }
    boolean bareStep = value.isTextual() && pointer.matches("/steps/[0-9]+");
    return WrongType.message(document.nameOf(pointer), rules.path("type"), value, source)
        + (bareStep ? "; write \"" + Problem.shortened(value.textValue()) + ": {}\"" : "");
  }

  private static String notOneOf(String name, JsonNode rules, JsonNode value) {
    List<String> words =
        StreamSupport.stream(rules.path("enum").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    String nearest =
        value.isTextual()
            ? NearestWord.to(value.textValue(), words)
                .map(word -> "; did you mean \"" + word + "\"?")
                .orElse("")
            : "";
    return name
        + " must be one of "
        + String.join(", ", words)
        + ", not "
        + WrongType.described(value)
        + nearest;
  }

  private static String notLike(String name, JsonNode rules, JsonNode value) {
    String kind = rules.path("title").asText("of the right form");
    String message = name + " must be " + kind + ", not " + WrongType.described(value);
    JsonNode example = rules.path("examples").path(0);
    return example.isMissingNode() ? message : message + "; write for instance " + example;
  }

  private static String cannotStandBeside(String pointer, List<String> evaluation) {
    List<String> segments = Pointer.segments(pointer);
    String key = segments.get(segments.size() - 1);
    String beside = evaluation.get(evaluation.lastIndexOf("dependentSchemas") + 1);
    return "\"" + key + "\" cannot stand beside \"" + beside + "\"";
  }

  private static String keys(JsonNode properties) {
    return properties.properties().stream()
        .map(java.util.Map.Entry::getKey)
        .collect(Collectors.joining(", "));
  }
}
