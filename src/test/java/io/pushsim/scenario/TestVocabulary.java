package io.pushsim.scenario;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** A few operations as the operation room describes them. */
final class TestVocabulary {
  private TestVocabulary() {}

  static Vocabulary vocabulary() {
    Map<String, ObjectNode> operations = new LinkedHashMap<>();
    operations.put(
        "CreateFunction",
        parameters(
            Map.of("FunctionName", "string", "Runtime", "string", "Handler", "string"),
            Map.of("Timeout", "integer", "Publish", "boolean", "Code", "object")));
    operations.put(
        "CreateAlias",
        parameters(
            Map.of("FunctionName", "string", "Name", "string"),
            Map.of("FunctionVersion", "string")));
    operations.put("PublishVersion", parameters(Map.of("FunctionName", "string"), Map.of()));
    operations.put(
        "Invoke", parameters(Map.of("FunctionName", "string"), Map.of("Payload", "string")));
    operations.put(
        "AddPermission",
        parameters(
            Map.of("FunctionName", "string", "StatementId", "string"),
            Map.of("SourceAccount", "string")));
    operations.put(
        "CreateBucket",
        parameters(Map.of("Bucket", "string"), Map.of("CreateBucketConfiguration", "object")));
    operations.put("DeleteBucket", parameters(Map.of("Bucket", "string"), Map.of()));
    return new Vocabulary(
        operations,
        Map.of("PutFunctionConcurrency", "PutFunctionConcurrency is not simulated yet"),
        Map.of("CreateFunction.Layers", "CreateFunction.Layers is not simulated yet"));
  }

  private static ObjectNode parameters(Map<String, String> some, Map<String, String> more) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("type", "object").put("additionalProperties", false);
    ObjectNode properties = schema.putObject("properties");
    Map<String, String> all = new java.util.TreeMap<>(some);
    all.putAll(more);
    all.forEach((name, type) -> properties.putObject(name).put("type", type));
    return schema;
  }
}
