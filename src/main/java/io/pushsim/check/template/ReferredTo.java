package io.pushsim.check.template;

import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import io.pushsim.document.ScalarNode;
import io.pushsim.document.SequenceNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Collects the resources to which an expression refers for certain, by their logical ids. */
final class ReferredTo {
  private final World world;
  private final Set<String> found = new LinkedHashSet<>();

  private ReferredTo(World world) {
    this.world = world;
  }

  static Set<String> by(Node node, World world) {
    ReferredTo referred = new ReferredTo(world);
    referred.walk(node);
    return referred.found;
  }

  private void walk(Node node) {
    Optional<Call> call = Call.of(node);
    if (call.isPresent() && call.get().name().equals("Fn::If")) {
      choice(call.get());
      return;
    }
    call.ifPresent(this::call);
    if (node instanceof MappingNode mapping) {
      mapping.entries().stream().map(MappingNode.Entry::value).forEach(this::walk);
    } else if (node instanceof SequenceNode list) {
      list.items().forEach(this::walk);
    }
  }

  /** What is in a branch counts only where it is known that the branch is taken. */
  private void choice(Call call) {
    List<Node> arguments = call.list().orElse(List.of());
    if (arguments.size() == 3 && arguments.get(0) instanceof ScalarNode name) {
      world
          .under(Guard.NONE)
          .conditions()
          .holds(name.text(), name.place())
          .value()
          .ifPresent(holds -> walk(arguments.get(holds ? 1 : 2)));
    }
  }

  private void call(Call call) {
    switch (call.name()) {
      case "Ref" -> call.literal().ifPresent(this::named);
      case "Fn::GetAtt" -> firstText(call).ifPresent(this::named);
      case "Fn::Sub" -> firstText(call).ifPresent(text -> variables(text, this::named));
      default -> {
        // Other functions refer by their arguments only.
      }
    }
  }

  private static Optional<String> firstText(Call call) {
    return call.literal()
        .or(
            () ->
                call.list()
                    .filter(list -> !list.isEmpty() && list.get(0) instanceof ScalarNode)
                    .map(list -> ((ScalarNode) list.get(0)).text()));
  }

  private static void variables(String text, Consumer<String> take) {
    int start = text.indexOf("${");
    while (start >= 0) {
      int end = text.indexOf('}', start);
      if (end < 0) {
        return;
      }
      take.accept(text.substring(start + 2, end));
      start = text.indexOf("${", end);
    }
  }

  private void named(String name) {
    int dot = name.indexOf('.');
    String id = dot > 0 ? name.substring(0, dot) : name;
    if (world.template().resources().containsKey(id)) {
      found.add(id);
    }
  }
}
