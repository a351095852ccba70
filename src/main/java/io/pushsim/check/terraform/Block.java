package io.pushsim.check.terraform;

import io.pushsim.check.input.Nodes;
import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A nested block of a resource.
 *
 * @param name its type and number: {@code lambda_function[0]}
 * @param unknown which of its attributes are known after apply only
 * @param expressions how its attributes are set; absent where blocks are made by a {@code dynamic}
 *     one, which a plan does not show
 */
record Block(
    String name,
    MappingNode values,
    Optional<MappingNode> unknown,
    Optional<MappingNode> expressions) {

  /** The instance's blocks of that type, in order. */
  static List<Block> of(Instance instance, String type) {
    List<Node> values = items(instance.values(), type);
    List<Node> unknown = items(instance.unknown(), type);
    List<Node> expressions =
        items(instance.configured().flatMap(node -> Nodes.mapping(node, "expressions")), type);
    // S3's blocks are lists, so they have the configuration's order.
    boolean each = expressions.size() == values.size();
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Optional<MappingNode> block = Nodes.mapping(values.get(i));
      if (block.isPresent()) {
        blocks.add(
            new Block(
                type + "[" + i + "]",
                block.get(),
                i < unknown.size() ? Nodes.mapping(unknown.get(i)) : Optional.empty(),
                each ? Nodes.mapping(expressions.get(i)) : Optional.empty()));
      }
    }
    return blocks;
  }

  private static List<Node> items(Optional<MappingNode> around, String type) {
    return around.map(node -> Nodes.items(node, type)).orElse(List.of());
  }

  boolean isUnknown(String attribute) {
    return unknown.filter(marks -> Nodes.isTrue(marks, attribute)).isPresent();
  }

  Optional<Node> expression(String attribute) {
    return expressions.flatMap(set -> set.get(attribute));
  }
}
