package io.pushsim.api.lambda;

import io.pushsim.api.http.TableFile;
import io.pushsim.api.lambda.LambdaRoute.Binding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** All of Lambda's operations by method and path, those that pushsim does not simulate too. */
final class LambdaRoutes {
  private static final String TABLE = "operations.txt";

  private final Node root = new Node();

  private LambdaRoutes() {}

  /** A place in the tree of paths. */
  private static final class Node {
    private final Map<String, Node> literals = new HashMap<>();
    private final List<Node> label = new ArrayList<>(1);
    private final Map<String, List<LambdaRoute>> routes = new HashMap<>();

    private Node child(String segment) {
      if (!LambdaRoute.isLabel(segment)) {
        return literals.computeIfAbsent(segment, name -> new Node());
      }
      if (label.isEmpty()) {
        label.add(new Node());
      }
      return label.get(0);
    }
  }

  /** The routes of AWS's API model. */
  static LambdaRoutes ofModel() {
    LambdaRoutes routes = new LambdaRoutes();
    TableFile.lines(LambdaRoutes.class, TABLE).forEach(line -> routes.add(route(line)));
    return routes;
  }

  private static LambdaRoute route(String line) {
    String[] words = line.split(" ");
    String[] uri = words[2].split("\\?");
    return new LambdaRoute(
        words[0],
        words[1],
        Arrays.asList(uri[0].substring(1).split("/")),
        fixed(uri.length > 1 ? uri[1] : ""),
        bindings(words, '?'),
        bindings(words, '!'));
  }

  private static Map<String, String> fixed(String query) {
    if (query.isEmpty()) {
      return Map.of();
    }
    String[] parameter = query.split("=");
    return Map.of(parameter[0], parameter[1]);
  }

  private static Map<String, Binding> bindings(String[] words, char kind) {
    Map<String, Binding> bindings = new LinkedHashMap<>();
    for (String word : words) {
      if (word.charAt(0) == kind) {
        String[] parts = word.substring(1).split("[=:]");
        LambdaRoute.Type type =
            parts.length > 2
                ? LambdaRoute.Type.valueOf(parts[2].toUpperCase(Locale.ROOT))
                : LambdaRoute.Type.STRING;
        bindings.put(parts[0], new Binding(parts[1], type));
      }
    }
    return bindings;
  }

  private void add(LambdaRoute route) {
    Node node = root;
    for (String segment : route.segments()) {
      node = node.child(segment);
    }
    List<LambdaRoute> here =
        node.routes.computeIfAbsent(route.method(), method -> new ArrayList<>());
    here.add(route);
    // The one that asks for more comes first.
    here.sort(Comparator.comparingInt(candidate -> -candidate.fixedQuery().size()));
  }

  /**
   * The route of a request.
   *
   * @param segments the path's, decoded
   * @param hasFixed whether the request has the fixed query parameters
   */
  Optional<LambdaRoute> find(
      String method, List<String> segments, Predicate<Map<String, String>> hasFixed) {
    return at(root, segments, 0)
        .flatMap(
            node ->
                node.routes.getOrDefault(method, List.of()).stream()
                    .filter(route -> hasFixed.test(route.fixedQuery()))
                    .findFirst());
  }

  private static Optional<Node> at(Node node, List<String> segments, int depth) {
    if (depth == segments.size()) {
      return Optional.of(node);
    }
    Node literal = node.literals.get(segments.get(depth));
    if (literal != null) {
      Optional<Node> found = at(literal, segments, depth + 1);
      if (found.isPresent()) {
        return found;
      }
    }
    return node.label.isEmpty() || segments.get(depth).isEmpty()
        ? Optional.empty()
        : at(node.label.get(0), segments, depth + 1);
  }
}
