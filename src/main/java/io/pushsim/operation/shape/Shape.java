package io.pushsim.operation.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shape of a request: the members of its record. */
public final class Shape {
  private static final int LONGEST_ECHO = 200;

  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return new Shape(type);
        }
      };

  private final Map<String, Member> members = new LinkedHashMap<>();
  private final List<String> notSimulated;

  private Shape(Class<?> type) {
    Arrays.stream(type.getRecordComponents())
        .map(Member::new)
        .forEach(member -> members.put(member.name(), member));
    NotSimulated refused = type.getAnnotation(NotSimulated.class);
    notSimulated = refused == null ? List.of() : List.of(refused.value());
  }

  public static Shape of(Class<? extends Record> request) {
    return SHAPES.get(request);
  }

  private static Shape ofType(Type type) {
    return SHAPES.get(Member.raw(type));
  }

  /** The parameters that AWS has and pushsim refuses. */
  public List<String> notSimulated() {
    return notSimulated;
  }

  /**
   * The JSON Schema of the request: names and types alone, since AWS itself answers for the values.
   */
  public ObjectNode schema() {
    ObjectNode schema = object("object");
    ObjectNode properties = schema.putObject("properties");
    members.forEach((name, member) -> properties.set(name, schema(member.type())));
    List<String> required =
        members.values().stream().filter(Member::isRequired).map(Member::name).toList();
    if (!required.isEmpty()) {
      ArrayNode names = schema.putArray("required");
      required.forEach(names::add);
    }
    return schema.put("additionalProperties", false);
  }

  private static ObjectNode schema(Type type) {
    Class<?> raw = Member.raw(type);
    if (raw.isRecord()) {
      return ofType(type).schema();
    }
    String expected = Member.expected(type);
    if (expected.equals("any")) {
      return JsonNodeFactory.instance.objectNode();
    }
    ObjectNode schema = object(expected);
    if (expected.equals("array")) {
      schema.set("items", schema(Member.argument(type, 0)));
    } else if (expected.equals("object")) {
      schema.set("additionalProperties", schema(Member.argument(type, 1)));
    }
    return schema;
  }

  private static ObjectNode object(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  /**
   * Refuses a parameter that is unknown, not simulated, missing or of the wrong type, by its name.
   *
   * @param path what to put before a parameter's name in an error, such as {@code CreateFunction.}
   */
  public void checkForm(String path, ObjectNode parameters) {
    parameters.fieldNames().forEachRemaining(name -> checkName(path, name));
    for (Member member : members.values()) {
      JsonNode value = parameters.path(member.name());
      if (value.isMissingNode() || value.isNull()) {
        if (member.isRequired()) {
          throw malformed(path + member.name() + " is required");
        }
      } else {
        checkType(path + member.name(), member.type(), value);
      }
    }
  }

  private void checkName(String path, String name) {
    if (notSimulated.contains(name)) {
      throw new SimulatorException(
          ErrorCode.NOT_SIMULATED, path + name + " is not simulated; leave it out");
    }
    if (!members.containsKey(name)) {
      throw malformed(
          "%s%s is no parameter; there are %s"
              .formatted(
                  path, name, members.isEmpty() ? "none" : String.join(", ", members.keySet())));
    }
  }

  private static void checkType(String path, Type type, JsonNode value) {
    if (!Member.fits(type, value)) {
      throw malformed(
          "%s is to be of type %s, and is %s"
              .formatted(path, Member.expected(type), shortened(value.toString())));
    }
    if (Member.raw(type).isRecord()) {
      ofType(type).checkForm(path + ".", (ObjectNode) value);
    } else if (value.isArray()) {
      value.forEach(item -> checkType(path + "[]", Member.argument(type, 0), item));
    } else if (value.isObject() && Member.expected(type).equals("object")) {
      value
          .properties()
          .forEach(
              entry ->
                  checkType(
                      path + "." + entry.getKey(), Member.argument(type, 1), entry.getValue()));
    }
  }

  private static String shortened(String value) {
    return value.length() <= LONGEST_ECHO ? value : value.substring(0, LONGEST_ECHO) + "…";
  }

  private static SimulatorException malformed(String message) {
    return new SimulatorException(ErrorCode.SERIALIZATION, message);
  }

  /**
   * Holds the values against AWS's constraints, all at once as AWS does (recorded:
   * test_function_name_and_qualifier_validation).
   *
   * @throws SimulatorException ValidationException that lists every failure
   */
  public void checkValues(ObjectNode parameters) {
    List<String> failures = new ArrayList<>();
    collectFailures("", parameters, failures);
    if (!failures.isEmpty()) {
      throw new SimulatorException(
          ErrorCode.VALIDATION,
          "%d validation error%s detected: %s"
              .formatted(
                  failures.size(), failures.size() == 1 ? "" : "s", String.join("; ", failures)));
    }
  }

  private void collectFailures(String path, ObjectNode parameters, List<String> failures) {
    for (Member member : members.values()) {
      JsonNode value = parameters.path(member.name());
      if (value.isMissingNode() || value.isNull()) {
        continue;
      }
      String field = path + member.fieldName();
      if (Member.raw(member.type()).isRecord()) {
        ofType(member.type()).collectFailures(field + ".", (ObjectNode) value, failures);
      } else {
        member.failures().ifPresent(failing -> failures.addAll(failing.of(field, value)));
      }
    }
  }
}
