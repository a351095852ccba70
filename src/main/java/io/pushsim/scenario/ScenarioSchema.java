package io.pushsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** The JSON Schema (draft 2020-12) of scenario files: pushsim's own keys and AWS's operations. */
public final class ScenarioSchema {
  private static final String RESOURCE = "scenario.schema.json";

  private ScenarioSchema() {}

  /** The whole schema, fresh. */
  public static ObjectNode document(Vocabulary vocabulary) {
    ObjectNode schema = ownKeys();
    ObjectNode definitions = schema.withObject("/$defs");
    ObjectNode step = definitions.withObject("/step");
    ObjectNode properties = step.withObject("/properties");
    ObjectNode dependents = step.withObject("/dependentSchemas");
    for (Map.Entry<String, ObjectNode> operation : vocabulary.operations().entrySet()) {
      String name = operation.getKey();
      definitions.set(name, operation.getValue().deepCopy());
      properties.putObject(name).put("$ref", "#/$defs/" + name);
      String surroundings = surroundings(name);
      dependents.putObject(name).put("$ref", "#/$defs/" + surroundings);
    }
    ArrayNode oneOf = step.putArray("oneOf");
    for (EventStep event : EventStep.values()) {
      oneOf.addObject().putArray("required").add(event.stepName());
    }
    oneOf.addObject().putArray("required").add(Step.ADVANCE);
    vocabulary
        .operations()
        .keySet()
        .forEach(name -> oneOf.addObject().putArray("required").add(name));
    return schema;
  }

  /** What may stand beside an operation in its step. */
  private static String surroundings(String operation) {
    return switch (operation) {
      case "AddPermission" -> "grantStep";
      case "Invoke" -> "invokeStep";
      default -> "operationStep";
    };
  }

  private static ObjectNode ownKeys() {
    try (InputStream in = ScenarioSchema.class.getResourceAsStream(RESOURCE)) {
      JsonNode schema = new JsonMapper().readTree(Objects.requireNonNull(in, RESOURCE));
      return (ObjectNode) schema;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
