package io.pushsim.api.lambda;

import java.util.List;
import java.util.Map;

/**
 * How one of Lambda's operations is called over HTTP.
 *
 * @param segments the path's; one in braces is a label, which stands for a member
 * @param fixedQuery query parameters that the path itself has, such as {@code List=ALL}
 * @param query members by the name of their query parameter
 * @param headers members by the name of their header
 */
record LambdaRoute(
    String operation,
    String method,
    List<String> segments,
    Map<String, String> fixedQuery,
    Map<String, Binding> query,
    Map<String, Binding> headers) {

  /** A member, and what it is. */
  record Binding(String member, Type type) {}

  /** What a member is that comes as text. */
  enum Type {
    STRING,
    INTEGER,
    BOOLEAN,
    LIST
  }

  static boolean isLabel(String segment) {
    return segment.startsWith("{");
  }

  static String member(String label) {
    return label.substring(1, label.length() - 1);
  }
}
