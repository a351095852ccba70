package io.pushsim.api.admin;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One of pushsim's own paths.
 *
 * @param operation the name under which its requests are counted
 * @param method GET stands for HEAD too
 * @param path its segments below {@code /_pushsim/}, with at most one variable {@code {name}}
 * @param parameters the query parameters that it takes
 * @param largestBody in bytes
 * @param open whether it asks for no token
 */
record AdminPath(
    String operation,
    String method,
    List<String> path,
    Set<String> parameters,
    long largestBody,
    boolean open,
    AdminHandler handler) {

  AdminPath {
    path = List.copyOf(path);
    parameters = Set.copyOf(parameters);
  }

  /** A path that needs a token where one is configured. */
  static AdminPath of(
      String operation,
      String method,
      String path,
      Set<String> parameters,
      long largestBody,
      AdminHandler handler) {
    return new AdminPath(
        operation, method, segments(path), parameters, largestBody, false, handler);
  }

  /** A path that everybody may use. */
  static AdminPath open(
      String operation, String path, Set<String> parameters, AdminHandler handler) {
    return new AdminPath(operation, "GET", segments(path), parameters, 0, true, handler);
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }

  boolean takes(String asked) {
    return method.equals(asked) || (method.equals("GET") && asked.equals("HEAD"));
  }

  /** The variable segment, empty text where there is none; empty where it is another path. */
  Optional<String> match(List<String> segments) {
    if (path.size() != segments.size()) {
      return Optional.empty();
    }
    String name = "";
    for (int i = 0; i < path.size(); i++) {
      if (path.get(i).startsWith("{")) {
        name = segments.get(i);
      } else if (!path.get(i).equals(segments.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(name);
  }

  @Override
  public String toString() {
    return method + " /_pushsim/" + String.join("/", path);
  }
}
