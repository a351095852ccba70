package io.pushsim.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The AWS operations that a scenario may call.
 *
 * @param operations each operation's name with the JSON Schema of its parameters
 * @param laterOperations operations known but not simulated yet, each with the sentence that says
 *     so
 * @param laterParameters parameters known but not simulated yet, such as {@code
 *     CreateFunction.Layers}, each with the sentence that says so
 */
public record Vocabulary(
    Map<String, ObjectNode> operations,
    Map<String, String> laterOperations,
    Map<String, String> laterParameters) {
  public Vocabulary {
    operations = Collections.unmodifiableMap(new LinkedHashMap<>(operations));
    laterOperations = Collections.unmodifiableMap(new LinkedHashMap<>(laterOperations));
    laterParameters = Collections.unmodifiableMap(new LinkedHashMap<>(laterParameters));
  }
}
