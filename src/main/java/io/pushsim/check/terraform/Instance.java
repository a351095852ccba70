package io.pushsim.check.terraform;

import io.pushsim.check.input.Nodes;
import io.pushsim.check.setup.Dialect;
import io.pushsim.check.setup.Origin;
import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import io.pushsim.document.ScalarNode;
import java.util.Optional;

/**
 * An instance of a resource or of a data source, as the plan or the state shows it.
 *
 * @param address such as {@code module.x["a"].aws_lambda_alias.prod[0]}
 * @param module the address of the instance's module; empty for the root module
 * @param type such as {@code aws_lambda_alias}
 * @param node all that is said of it there
 * @param values its attributes, without those that are not known yet
 * @param unknown which attributes are known after apply only
 * @param created whether it is not there before the plan is applied
 * @param configured how it is configured; absent in a state
 */
record Instance(
    String address,
    String module,
    String type,
    MappingNode node,
    Optional<MappingNode> values,
    Optional<MappingNode> unknown,
    boolean created,
    Optional<MappingNode> configured) {

  Origin origin() {
    return origin(node);
  }

  /** A part of it, such as a block. */
  Origin origin(Node part) {
    return new Origin(Dialect.TERRAFORM, part.place(), address);
  }

  Optional<Node> value(String attribute) {
    return values.flatMap(known -> known.get(attribute)).filter(Instance::isSet);
  }

  private static boolean isSet(Node node) {
    return !(node instanceof ScalarNode scalar) || scalar.kind() != ScalarNode.Kind.NULL;
  }

  boolean isUnknown(String attribute) {
    return unknown.filter(marks -> Nodes.isTrue(marks, attribute)).isPresent();
  }

  boolean isSensitive(String attribute) {
    return Nodes.mapping(node, "sensitive_values")
        .filter(marks -> Nodes.isTrue(marks, attribute))
        .isPresent();
  }

  /** The expression by which the attribute is set. */
  Optional<Node> expression(String attribute) {
    return configured
        .flatMap(resource -> Nodes.mapping(resource, "expressions"))
        .flatMap(expressions -> expressions.get(attribute));
  }

  /** How the provider is called in the configuration that makes it. */
  Optional<String> providerKey() {
    return configured.flatMap(resource -> Nodes.text(resource, "provider_config_key"));
  }
}
