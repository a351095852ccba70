package io.pushsim.check.input;

import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import io.pushsim.document.ScalarNode;
import io.pushsim.document.SequenceNode;
import java.util.List;
import java.util.Optional;

/** Looks into documents whose form need not be what it should be. */
public final class Nodes {
  private Nodes() {}

  /** The node, where it is a mapping. */
  public static Optional<MappingNode> mapping(Node node) {
    return node instanceof MappingNode mapping ? Optional.of(mapping) : Optional.empty();
  }

  /** The mapping that the key has as its value. */
  public static Optional<MappingNode> mapping(MappingNode around, String key) {
    return around.get(key).flatMap(Nodes::mapping);
  }

  /** The items of the sequence that the key has as its value; none where it has another. */
  public static List<Node> items(MappingNode around, String key) {
    return around.get(key).orElse(around) instanceof SequenceNode sequence
        ? sequence.items()
        : List.of();
  }

  /** The scalar that the key has as its value, unless that is null. */
  public static Optional<ScalarNode> scalar(MappingNode around, String key) {
    return around.get(key).flatMap(Nodes::scalar);
  }

  /** The node, where it is a scalar other than null. */
  public static Optional<ScalarNode> scalar(Node node) {
    return node instanceof ScalarNode scalar && scalar.kind() != ScalarNode.Kind.NULL
        ? Optional.of(scalar)
        : Optional.empty();
  }

  /** The text of that scalar, whatever its kind. */
  public static Optional<String> text(MappingNode around, String key) {
    return scalar(around, key).map(ScalarNode::text);
  }

  /** Whether the key's value is {@code true}. */
  public static boolean isTrue(MappingNode around, String key) {
    return scalar(around, key).filter(Nodes::isTrue).isPresent();
  }

  /** Whether the node is {@code true}. */
  public static boolean isTrue(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.kind() == ScalarNode.Kind.BOOLEAN
        && scalar.text().equalsIgnoreCase("true");
  }
}
