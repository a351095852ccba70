package io.pushsim.check.template;

import io.pushsim.check.setup.Symbol;
import io.pushsim.check.setup.Text;
import io.pushsim.check.template.Value.Unknown;
import io.pushsim.document.MappingNode;
import io.pushsim.document.MappingNode.Entry;
import io.pushsim.document.Node;
import io.pushsim.document.Place;
import io.pushsim.document.ScalarNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** Tells which of a template's conditions hold. */
final class Conditions {
  private final World world;
  private final Guard guard;
  private final Evaluator evaluator;
  private final Map<String, Truth> known = new HashMap<>();

  Conditions(World world, Guard guard, Evaluator evaluator) {
    this.world = world;
    this.guard = guard;
    this.evaluator = evaluator;
  }

  /**
   * Whether the condition holds.
   *
   * @param place where it is named
   */
  Truth holds(String name, Place place) {
    Optional<Boolean> assumed = guard.holds(name);
    if (assumed.isPresent()) {
      return Truth.of(assumed.get());
    }
    Truth truth = known.get(name);
    if (truth == null) {
      truth = workOut(name, place);
      known.put(name, truth);
    }
    return truth;
  }

  private Truth workOut(String name, Place place) {
    Entry entry = world.template().conditions().get(name);
    if (entry == null) {
      return faulty(
          place,
          "there is no condition "
              + name
              + world
                  .problems()
                  .meant(name, world.template().conditions().keySet(), "declare it in Conditions"));
    }
    if (!world.begin("condition " + name, place)) {
      return Truth.undecided(world.symbols().faulty(place));
    }
    try {
      return truth(entry.value());
    } finally {
      world.end();
    }
  }

  private Truth faulty(Place place, String message) {
    world.problems().at(place, message);
    return Truth.undecided(world.symbols().faulty(place));
  }

  private Truth truth(Node node) {
    world.work().enter(node.place());
    try {
      return call(node)
          .map(this::truth)
          .orElseGet(
              () ->
                  faulty(
                      node.place(),
                      "a condition is one of !Equals, !And, !Or, !Not and !Condition here"));
    } finally {
      world.work().leave();
    }
  }

  private static Optional<Call> call(Node node) {
    if (node.tag().isEmpty()
        && node instanceof MappingNode mapping
        && mapping.entries().size() == 1
        && mapping.has("Condition")) {
      Entry entry = mapping.entries().get(0);
      return Optional.of(new Call("Condition", entry.value(), false, entry.keyPlace()));
    }
    return Call.of(node);
  }

  private Truth truth(Call call) {
    return switch (call.name()) {
      case "Condition" ->
          call.literal()
              .map(name -> holds(name, call.argument().place()))
              .orElseGet(() -> faulty(call.place(), call.written() + " takes a condition's name"));
      case "Fn::Equals" -> equal(call);
      case "Fn::Not" -> all(call, 1, Truth::and).negated();
      case "Fn::And" -> all(call, 2, Truth::and);
      case "Fn::Or" -> all(call, 2, Truth::or);
      default ->
          faulty(
              call.place(),
              call.written()
                  + " is no function for conditions"
                  + world
                      .problems()
                      .meant(
                          call.written(),
                          call.others(),
                          "these are !Equals, !And, !Or, !Not and !Condition"));
    };
  }

  private Truth all(Call call, int least, BinaryOperator<Truth> together) {
    List<Node> terms = call.list().orElse(List.of());
    if (terms.size() < least || (least == 1 && terms.size() > 1)) {
      return faulty(
          call.place(),
          call.written()
              + (least == 1
                  ? " takes a list of one condition"
                  : " takes a list of 2 to 10 conditions"));
    }
    return terms.stream().map(this::truth).reduce(together).orElseThrow();
  }

  private Truth equal(Call call) {
    List<Node> terms = call.list().orElse(List.of());
    if (terms.size() != 2) {
      return faulty(call.place(), call.written() + " takes a list of two values");
    }
    Text one = evaluator.text(evaluator.evaluate(terms.get(0)), "what is compared");
    Text other = evaluator.text(evaluator.evaluate(terms.get(1)), "what is compared");
    if (one.equals(other)) {
      return Truth.of(true);
    }
    if (one.isKnown() && other.isKnown()) {
      return Truth.of(false);
    }
    Symbol reason = (one.isKnown() ? other : one).symbols().findFirst().orElseThrow();
    return Truth.undecided(reason);
  }

  /** One of the two, by the condition; both, where it is not known which. */
  Value choose(Call call) {
    List<Node> arguments = call.list().orElse(List.of());
    if (arguments.size() != 3 || !(arguments.get(0) instanceof ScalarNode name)) {
      Truth fault =
          faulty(
              call.place(),
              call.written()
                  + " takes a list: a condition's name, then what holds, then what else");
      return new Unknown(fault.reason().orElseThrow(), call.place());
    }
    Truth truth = holds(name.text(), name.place());
    if (truth.value().isPresent()) {
      return evaluator.evaluate(arguments.get(truth.is(true) ? 1 : 2));
    }
    Symbol reason = truth.reason().orElseThrow();
    return new Value.Choice(
        name.text(),
        reason,
        assuming(name.text(), true, reason).evaluate(arguments.get(1)),
        assuming(name.text(), false, reason).evaluate(arguments.get(2)),
        call.place());
  }

  private Evaluator assuming(String condition, boolean holds, Symbol reason) {
    return world.under(guard.and(condition, holds, reason));
  }

  /** The guard under which the resource is there, or empty where it is not there at all. */
  Optional<Guard> presence(Resource resource) {
    if (resource.condition().isEmpty()) {
      return Optional.of(guard);
    }
    ScalarNode condition = resource.condition().get();
    Truth truth = holds(condition.text(), condition.place());
    if (truth.value().isPresent()) {
      return truth.is(true) ? Optional.of(guard) : Optional.empty();
    }
    return Optional.of(guard.and(condition.text(), true, truth.reason().orElseThrow()));
  }
}
