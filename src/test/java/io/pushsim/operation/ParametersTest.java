package io.pushsim.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.testing.GoldenFile;
import io.pushsim.testing.Simulation;
import io.pushsim.testing.TestResource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing is accepted and ignored: every parameter that AWS's API model has is taken, or refused by
 * its name; every other is refused by its name.
 */
class ParametersTest {
  /** What pushsim has beyond AWS's model. */
  private static final Map<String, Set<String>> OWN =
      Map.of("CreateFunction", Set.of("Code.Path"), "UpdateFunctionCode", Set.of("Path"));

  static List<String> operations() {
    return OperationTable.names();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void knowsEveryMemberOfAwsModel(String operation) {
    RequestPaths paths = paths(operation);
    Set<String> own = OWN.getOrDefault(operation, Set.of());
    Set<String> known = new TreeSet<>(paths.known());
    known.addAll(paths.refused());
    known.removeAll(own);

    Set<String> modelled =
        model(operation, "members").stream()
            .filter(path -> paths.refused().stream().noneMatch(below -> isBelow(path, below)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(known).isEqualTo(modelled);
    assertThat(paths.known()).containsAll(own);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void requiresWhatAwsModelRequires(String operation) {
    RequestPaths paths = paths(operation);

    assertThat(paths.required())
        .isEqualTo(
            model(operation, "required").stream()
                .filter(path -> paths.known().contains(path))
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @TestFactory
  Stream<DynamicTest> refusesByName_whenAParameterIsNotSimulated() {
    return operations().stream()
        .flatMap(
            operation ->
                paths(operation).refused().stream()
                    .map(
                        path ->
                            DynamicTest.dynamicTest(
                                operation + "." + path,
                                () ->
                                    assertRefused(
                                        operation,
                                        path,
                                        ErrorCode.NOT_SIMULATED,
                                        " is not simulated; leave it out"))));
  }

  @TestFactory
  Stream<DynamicTest> refusesByName_whenAParameterIsUnknown() {
    return operations().stream()
        .flatMap(
            operation ->
                paths(operation).records().stream()
                    .map(prefix -> prefix + "NoSuchThing")
                    .map(
                        path ->
                            DynamicTest.dynamicTest(
                                operation + "." + path,
                                () ->
                                    assertRefused(
                                        operation,
                                        path,
                                        ErrorCode.SERIALIZATION,
                                        " is no parameter; there are "))));
  }

  @TestFactory
  Stream<DynamicTest> refusesByName_whenARequiredParameterIsMissing() {
    return operations().stream()
        .flatMap(
            operation ->
                paths(operation).required().stream()
                    .map(
                        path ->
                            DynamicTest.dynamicTest(
                                operation + "." + path, () -> assertMissed(operation, path))));
  }

  @TestFactory
  Stream<DynamicTest> refusesByName_whenAnOperationIsNotSimulated() {
    return OperationTable.notSimulated().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      SimulatorException refusal = refusal(name, object());
                      assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_SIMULATED);
                      assertThat(refusal).hasMessage(name + " is not simulated");
                    }));
  }

  @Test
  void refusesByName_whenAnOperationIsUnknown() {
    assertThat(refusal("CreateFunctio", object()))
        .hasMessage("'CreateFunctio' is no operation that pushsim knows");
  }

  @Test
  void printsTheSchemasThatWereAgreed() throws IOException {
    ObjectNode schemas = object();
    OperationTable.schemas().forEach(schemas::set);

    new GoldenFile("schemas.json").assertHolds(pretty(schemas) + "\n");
  }

  private static void assertRefused(
      String operation, String path, ErrorCode code, String messageAfterTheName) {
    ObjectNode parameters = minimal(operation);
    put(parameters, path, schema(operation));

    SimulatorException refusal = refusal(operation, parameters);

    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.message()).startsWith(operation + "." + path + messageAfterTheName);
  }

  private static void assertMissed(String operation, String path) {
    ObjectNode parameters = minimal(operation);
    JsonNode schema = schema(operation);
    put(parameters, path, schema);
    parent(parameters, path, schema).remove(path.substring(path.lastIndexOf('.') + 1));

    assertThat(refusal(operation, parameters)).hasMessage(operation + "." + path + " is required");
  }

  private static SimulatorException refusal(String operation, ObjectNode parameters) {
    return catchThrowableOfType(
        SimulatorException.class, () -> new Simulation().call(operation, parameters));
  }

  private static RequestPaths paths(String operation) {
    return RequestPaths.of(OperationTable.find(operation).orElseThrow().request());
  }

  private static Set<String> model(String operation, String kind) {
    JsonNode names =
        new TestResource("aws-model/input-members.json")
            .json()
            .path("operations")
            .path(operation)
            .path(kind);
    return StreamSupport.stream(names.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isBelow(String path, String refused) {
    return path.startsWith(refused + ".") || path.startsWith(refused + "[]");
  }

  private static ObjectNode schema(String operation) {
    return OperationTable.find(operation).orElseThrow().shape().schema();
  }

  private static ObjectNode minimal(String operation) {
    return (ObjectNode) minimal(schema(operation));
  }

  /** A value of the schema's type with all that is required. */
  private static JsonNode minimal(JsonNode schema) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (schema.path("type").asText()) {
      case "object" -> {
        ObjectNode object = object();
        schema
            .path("required")
            .forEach(
                name ->
                    object.set(
                        name.asText(), minimal(schema.path("properties").path(name.asText()))));
        yield object;
      }
      case "array" -> json.arrayNode().add(minimal(schema.path("items")));
      case "integer" -> json.numberNode(1);
      default -> json.textNode("x");
    };
  }

  /** Puts a text at the path, and on the way there what is required. */
  private static void put(ObjectNode parameters, String path, JsonNode schema) {
    parent(parameters, path, schema).put(path.substring(path.lastIndexOf('.') + 1), "x");
  }

  private static ObjectNode parent(ObjectNode parameters, String path, JsonNode schema) {
    ObjectNode at = parameters;
    JsonNode here = schema;
    String[] names = path.split("\\.");
    for (int i = 0; i < names.length - 1; i++) {
      boolean list = names[i].endsWith("[]");
      String name = names[i].replace("[]", "");
      here = here.path("properties").path(name);
      if (!at.has(name)) {
        at.set(name, minimal(here));
      }
      at = (ObjectNode) (list ? ((ArrayNode) at.get(name)).get(0) : at.get(name));
      here = list ? here.path("items") : here;
    }
    return at;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static String pretty(JsonNode json) throws JsonProcessingException {
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValueAsString(json)
        .replace("\r\n", "\n");
  }
}
