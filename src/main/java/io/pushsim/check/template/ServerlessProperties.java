package io.pushsim.check.template;

import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import io.pushsim.document.ScalarNode;
import io.pushsim.document.SequenceNode;
import java.util.Optional;

/**
 * The properties of SAM functions: their own, or else those that Globals gives all functions.
 *
 * <p>Source: aws/serverless-application-model, {@code plugins/globals/globals.py}.
 */
final class ServerlessProperties {
  private final Optional<MappingNode> globals;

  ServerlessProperties(World world) {
    this.globals = section(world.template());
  }

  private static Optional<MappingNode> section(Template template) {
    return template
        .globals()
        .flatMap(globals -> globals.get("Function"))
        .filter(MappingNode.class::isInstance)
        .map(MappingNode.class::cast);
  }

  /** A property of the function. */
  Optional<Node> find(Resource function, String name) {
    return function.property(name).or(() -> global(function, name));
  }

  /** A key of a property that is a mapping: of the function's own, or else of that of all. */
  Optional<Node> find(Resource function, String name, String key) {
    Optional<Node> own = function.property(name);
    if (own.isEmpty()) {
      return global(function, name).flatMap(node -> within(node, key));
    }
    boolean merges = own.get() instanceof MappingNode && Call.of(own.get()).isEmpty();
    return within(own.get(), key)
        .or(
            () ->
                merges
                    ? global(function, name).flatMap(node -> within(node, key))
                    : Optional.empty());
  }

  private static Optional<Node> within(Node node, String key) {
    return node instanceof MappingNode mapping ? mapping.get(key) : Optional.empty();
  }

  private Optional<Node> global(Resource function, String name) {
    return ignores(function, name) ? Optional.empty() : globals.flatMap(node -> node.get(name));
  }

  private static boolean ignores(Resource function, String name) {
    Optional<Node> ignored = function.node().get("IgnoreGlobals");
    if (ignored.isPresent() && ignored.get() instanceof SequenceNode list) {
      return list.items().stream().anyMatch(item -> is(item, name));
    }
    return ignored.filter(all -> is(all, "*")).isPresent();
  }

  private static boolean is(Node node, String text) {
    return node instanceof ScalarNode scalar && scalar.text().equals(text);
  }
}
