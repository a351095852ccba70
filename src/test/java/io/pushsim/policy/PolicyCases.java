package io.pushsim.policy;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the tables of cases, and makes policies and requests of their short forms. */
final class PolicyCases {
  static final String PROD = "arn:aws:lambda:us-west-2:111111111111:function:helloworld:PROD";

  private PolicyCases() {}

  static List<Map<String, Object>> read(String name) {
    try (InputStream file = PolicyCases.class.getResourceAsStream("/policy/" + name)) {
      Object cases = new Load(LoadSettings.builder().build()).loadFromInputStream(file);
      return ((List<?>) requireNonNull(cases)).stream().map(PolicyCases::map).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, Object> map(Object plain) {
    Map<String, Object> map = new LinkedHashMap<>();
    ((Map<?, ?>) plain).forEach((key, value) -> map.put(String.valueOf(key), value));
    return map;
  }

  /** A statement in which what is left out allows S3 to invoke PROD. */
  static Map<String, Object> statement(Object shortForm) {
    Map<String, Object> written = map(shortForm);
    Map<String, Object> statement = new LinkedHashMap<>();
    if (written.containsKey("Sid")) {
      statement.put("Sid", written.get("Sid"));
    }
    statement.put("Effect", "Allow");
    putUnlessInverted(statement, written, "Principal", Map.of("Service", "s3.amazonaws.com"));
    putUnlessInverted(statement, written, "Action", "lambda:InvokeFunction");
    putUnlessInverted(statement, written, "Resource", PROD);
    statement.putAll(written);
    return statement;
  }

  private static void putUnlessInverted(
      Map<String, Object> statement, Map<String, Object> written, String name, Object value) {
    if (!written.containsKey("Not" + name)) {
      statement.put(name, value);
    }
  }

  static Map<String, Object> document(String version, List<?> statements) {
    return Map.of(
        "Version", version, "Statement", statements.stream().map(PolicyCases::statement).toList());
  }

  static AccessRequest withContext(AccessRequest request, Optional<Object> context) {
    AccessRequest result = request;
    for (Map.Entry<String, Object> entry : map(context.orElse(Map.of())).entrySet()) {
      List<String> values =
          entry.getValue() instanceof List<?> list
              ? list.stream().map(String::valueOf).toList()
              : List.of(String.valueOf(entry.getValue()));
      result = result.with(entry.getKey(), values.toArray(String[]::new));
    }
    return result;
  }
}
