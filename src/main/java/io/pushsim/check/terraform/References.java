package io.pushsim.check.terraform;

import io.pushsim.check.input.Nodes;
import io.pushsim.check.setup.Text;
import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import io.pushsim.document.ScalarNode;
import io.pushsim.document.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows expressions of the configuration to what they refer to, through variables of modules and
 * through their outputs. A plan tells of an expression only to what it refers: one that refers to
 * one attribute alone is taken to be that attribute.
 */
final class References {
  private static final int MOST_STEPS = 40;

  private final Node document;
  private final Instances instances;
  private final Values values;
  private int depth;

  References(Node document, Instances instances, Values values) {
    this.document = document;
    this.instances = instances;
    this.values = values;
  }

  /**
   * What the expression comes to, or empty where that is not known.
   *
   * @param module the address of the instance of the module in which it stands
   */
  Optional<Text> follow(Node expression, String module) {
    return instances.module(module).flatMap(known -> follow(expression, known, List.of()));
  }

  private Optional<Text> follow(Node expression, ModuleInstance module, List<String> more) {
    if (depth >= MOST_STEPS) {
      return Optional.empty();
    }
    depth++;
    try {
      return Nodes.mapping(expression).flatMap(known -> expression(known, module, more));
    } finally {
      depth--;
    }
  }

  private Optional<Text> expression(
      MappingNode expression, ModuleInstance module, List<String> more) {
    Optional<Node> constant = expression.get("constant_value");
    if (constant.isPresent()) {
      return part(constant.get(), more);
    }
    List<String> references = new ArrayList<>();
    for (Node item : Nodes.items(expression, "references")) {
      Nodes.scalar(item).map(ScalarNode::text).ifPresent(references::add);
    }
    return Reference.only(references)
        .map(
            reference -> {
              List<String> steps = new ArrayList<>(reference.steps());
              steps.addAll(more);
              return new Reference(steps);
            })
        .flatMap(reference -> referred(reference, module));
  }

  private Optional<Text> referred(Reference reference, ModuleInstance module) {
    return switch (reference.step(0)) {
      case "var" -> variable(reference, module);
      case "module" -> output(reference, module);
      case "local", "each", "count", "path", "terraform", "self" -> Optional.empty();
      case "data" -> attribute(reference, 1, module);
      default -> attribute(reference, 0, module);
    };
  }

  private Optional<Text> variable(Reference reference, ModuleInstance module) {
    String name = reference.step(1);
    List<String> more = after(reference, 2);
    if (module.parent().isEmpty()) {
      return Nodes.mapping(document)
          .flatMap(plan -> Nodes.mapping(plan, "variables"))
          .flatMap(variables -> Nodes.mapping(variables, name))
          .flatMap(variable -> variable.get("value"))
          .flatMap(value -> part(value, more));
    }
    Optional<Node> given =
        module
            .call()
            .flatMap(call -> Nodes.mapping(call, "expressions"))
            .flatMap(expressions -> expressions.get(name));
    return given.isPresent()
        ? follow(given.get(), module.parent().get(), more)
        : module
            .configuration()
            .flatMap(configuration -> Nodes.mapping(configuration, "variables"))
            .flatMap(variables -> Nodes.mapping(variables, name))
            .flatMap(variable -> variable.get("default"))
            .flatMap(value -> part(value, more));
  }

  private Optional<Text> output(Reference reference, ModuleInstance module) {
    String index = reference.index(2);
    int at = index.isEmpty() ? 2 : 3;
    ModuleInstance called = instances.called(module, reference.step(1), index);
    return called
        .configuration()
        .flatMap(configuration -> Nodes.mapping(configuration, "outputs"))
        .flatMap(outputs -> Nodes.mapping(outputs, reference.step(at)))
        .flatMap(output -> output.get("expression"))
        .flatMap(expression -> follow(expression, called, after(reference, at + 1)));
  }

  private Optional<Text> attribute(Reference reference, int at, ModuleInstance module) {
    String index = reference.index(at + 2);
    int last = at + (index.isEmpty() ? 2 : 3);
    if (reference.size() != last + 1) {
      return Optional.empty();
    }
    String name =
        (at == 0 ? "" : "data.") + reference.step(at) + "." + reference.step(at + 1) + index;
    return instances
        .find(module.addressOf(name))
        .flatMap(instance -> values.find(instance, reference.step(last)));
  }

  private static List<String> after(Reference reference, int from) {
    return from < reference.size() ? reference.steps().subList(from, reference.size()) : List.of();
  }

  // A part of a value that is known: of an object or a list.
  private static Optional<Text> part(Node value, List<String> steps) {
    Optional<Node> found = Optional.of(value);
    for (String step : steps) {
      found = found.flatMap(node -> member(node, step));
    }
    return found.flatMap(Nodes::scalar).map(scalar -> Text.of(scalar.text()));
  }

  private static Optional<Node> member(Node value, String step) {
    if (value instanceof MappingNode mapping) {
      boolean quoted = step.startsWith("[\"") && step.endsWith("\"]");
      return mapping.get(quoted ? step.substring(2, step.length() - 2) : step);
    }
    if (value instanceof SequenceNode sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        if (step.equals("[" + i + "]")) {
          return Optional.of(sequence.items().get(i));
        }
      }
    }
    return Optional.empty();
  }
}
