package io.pushsim.check.terraform;

import io.pushsim.check.input.Nodes;
import io.pushsim.check.setup.Symbol;
import io.pushsim.check.setup.Text;
import io.pushsim.document.Node;
import io.pushsim.document.ScalarNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells attributes: as the plan has them, by what they refer to where it does not know them, or as
 * AWS composes them.
 */
final class Values {
  private static final int LONGEST = 2_000;
  private static final int MOST_PARTS = 24;
  private static final String AFTER_APPLY =
      "It is known after apply only: apply the plan, and give terraform show -json without a plan file.";
  private static final String MASKED =
      "The plan was given away with its sensitive values masked: give it as terraform show -json prints it.";

  /** What tools write where a value is sensitive; Terraform itself writes the value. */
  private static final Set<String> MASKS =
      Set.of("REDACTED_SENSITIVE", "(sensitive value)", "(sensitive)", "REDACTED", "***");

  private final References references;
  private final Computed computed;
  private final Map<String, Optional<Text>> told = new HashMap<>();
  private final Set<String> asked = new HashSet<>();

  Values(Node document, Instances instances, Providers providers) {
    this.references = new References(document, instances, this);
    this.computed = new Computed(this, providers, references, instances);
  }

  /** The attribute, or empty where it is not set. */
  Optional<Text> find(Instance instance, String attribute) {
    String key = instance.address() + "\n" + attribute;
    Optional<Text> known = told.get(key);
    if (known != null) {
      return known;
    }
    if (!asked.add(key)) {
      return Optional.of(unknown(instance, attribute)); // It refers to itself.
    }
    Optional<Text> found =
        tell(instance, attribute)
            .map(text -> isBounded(text) ? text : unknown(instance, attribute));
    told.put(key, found);
    asked.remove(key);
    return found;
  }

  // A hostile plan can double a text with each reference.
  private static boolean isBounded(Text text) {
    return text.parts().size() <= MOST_PARTS && text.toString().length() <= LONGEST;
  }

  private Optional<Text> tell(Instance instance, String attribute) {
    Optional<ScalarNode> value = instance.value(attribute).flatMap(Nodes::scalar);
    if (value.isPresent()) {
      return Optional.of(
          instance.isSensitive(attribute) && MASKS.contains(value.get().text())
              ? Text.unknown(symbol(instance, attribute, MASKED))
              : Text.of(value.get().text()));
    }
    return instance
        .expression(attribute)
        .filter(expression -> instance.isUnknown(attribute))
        .flatMap(expression -> references.follow(expression, instance.module()))
        .or(() -> computed.find(instance, attribute))
        .or(
            () ->
                instance.isUnknown(attribute)
                    ? Optional.of(unknown(instance, attribute))
                    : Optional.empty());
  }

  /** The attribute; where it is neither set nor composed, what stands for it. */
  Text of(Instance instance, String attribute) {
    return find(instance, attribute).orElseGet(() -> unknown(instance, attribute));
  }

  /** The unqualified ARN of the function that the instance names in an attribute of its own. */
  Text functionArn(Instance instance, FunctionName name) {
    return computed.functionArn(instance, name);
  }

  /** Where the instance's provider makes it. */
  Providers.Provider provider(Instance instance) {
    return computed.provider(instance);
  }

  /** What stands for an attribute that is known after apply only. */
  static Text unknown(Instance instance, String attribute) {
    return Text.unknown(symbol(instance, attribute, AFTER_APPLY));
  }

  private static Symbol symbol(Instance instance, String attribute, String remedy) {
    return new Symbol(instance.address() + "." + attribute, kind(attribute), remedy);
  }

  private static Symbol.Kind kind(String attribute) {
    return switch (attribute) {
      case "source_account", "account_id" -> Symbol.Kind.ACCOUNT;
      case "region" -> Symbol.Kind.REGION;
      default -> Symbol.Kind.ANY;
    };
  }

  /** An attribute of one of the instance's blocks, or empty where it is not set. */
  Optional<Text> inBlock(Instance instance, Block block, String attribute) {
    Optional<ScalarNode> value = Nodes.scalar(block.values(), attribute);
    if (value.isPresent()) {
      return Optional.of(Text.of(value.get().text()));
    }
    if (!block.isUnknown(attribute)) {
      return Optional.empty();
    }
    return Optional.of(
        block
            .expression(attribute)
            .flatMap(expression -> references.follow(expression, instance.module()))
            .filter(Values::isBounded)
            .orElseGet(() -> unknown(instance, block.name() + "." + attribute)));
  }
}
