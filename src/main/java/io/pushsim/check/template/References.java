package io.pushsim.check.template;

import io.pushsim.check.setup.Text;
import io.pushsim.check.template.Value.Absent;
import io.pushsim.check.template.Value.Scalar;
import io.pushsim.check.template.Value.Unknown;
import io.pushsim.document.Node;
import io.pushsim.document.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code Ref} and {@code Fn::GetAtt}: what parameters and resources are, by name. */
final class References {
  private static final String STACK_ID = "AWS::StackId";
  private static final String STACK_NAME = "AWS::StackName";

  /** Pseudo parameters whose values people may give. */
  static final List<String> STACK = List.of(STACK_ID, STACK_NAME);

  private static final List<String> PSEUDO =
      List.of(
          "AWS::AccountId",
          "AWS::NoValue",
          "AWS::NotificationARNs",
          "AWS::Partition",
          "AWS::Region",
          STACK_ID,
          STACK_NAME,
          "AWS::URLSuffix");

  private final World world;
  private final Evaluator evaluator;
  private final Names names;

  References(World world, Evaluator evaluator) {
    this.world = world;
    this.evaluator = evaluator;
    this.names = new Names(world, evaluator);
  }

  /** What the resources of the template are called. */
  Names names() {
    return names;
  }

  /** {@code Ref}. */
  Value ref(Call call) {
    if (call.literal().isPresent()) {
      return ref(call.literal().get(), call.place());
    }
    Text name = evaluator.text(evaluator.argument(call), "what " + call.written() + " names");
    return name.isKnown()
        ? ref(name.toString(), call.place())
        : new Unknown(name.symbols().findFirst().orElseThrow(), call.place());
  }

  /** {@code Fn::GetAtt}. */
  Value attribute(Call call) {
    if (call.literal().isPresent()) {
      String both = call.literal().get();
      int dot = both.indexOf('.');
      if (dot > 0) {
        return attribute(both.substring(0, dot), both.substring(dot + 1), call.place());
      }
    }
    List<Node> arguments = call.list().orElse(List.of());
    if (arguments.size() < 2) {
      return fault(
          call.place(), call.written() + " takes a resource and one of its attributes: Fn.Arn");
    }
    List<Text> parts =
        arguments.stream()
            .map(part -> evaluator.text(evaluator.evaluate(part), "a part of " + call.written()))
            .toList();
    Text attribute = joined(parts.subList(1, parts.size()));
    if (!parts.get(0).isKnown() || !attribute.isKnown()) {
      return new Unknown(Text.join(parts).symbols().findFirst().orElseThrow(), call.place());
    }
    return attribute(parts.get(0).toString(), attribute.toString(), call.place());
  }

  private static Text joined(List<Text> parts) {
    List<Text> pieces = new ArrayList<>();
    for (Text part : parts) {
      if (!pieces.isEmpty()) {
        pieces.add(Text.of("."));
      }
      pieces.add(part);
    }
    return Text.join(pieces);
  }

  /** What stands in a substitution: {@code Fn}, {@code Fn.Arn}, {@code AWS::Region}. */
  Value named(String name, Place place) {
    int dot = name.indexOf('.');
    return dot > 0
        ? attribute(name.substring(0, dot), name.substring(dot + 1), place)
        : ref(name, place);
  }

  private Value ref(String name, Place place) {
    if (name.startsWith("AWS::")) {
      return pseudo(name, place);
    }
    Optional<Value> parameter = world.parameters().find(name);
    if (parameter.isPresent()) {
      return parameter.get().at(place);
    }
    Resource resource = world.template().resources().get(name);
    if (resource != null) {
      requirePresence(resource, place);
      return new Scalar(names.ref(resource, place), place);
    }
    int dot = name.indexOf('.');
    Resource maker = dot < 0 ? null : world.template().resources().get(name.substring(0, dot));
    return maker != null && maker.isServerlessFunction()
        ? attribute(maker.id(), name.substring(dot + 1), place)
        : generated(name, "", place);
  }

  private Value attribute(String id, String attribute, Place place) {
    Resource resource = world.template().resources().get(id);
    if (resource == null) {
      return generated(id, attribute, place);
    }
    requirePresence(resource, place);
    return new Scalar(names.attribute(resource, attribute, place), place);
  }

  private void requirePresence(Resource resource, Place place) {
    if (evaluator.conditions().presence(resource).isEmpty()) {
      world
          .problems()
          .at(
              place,
              "%s is not made, as its condition %s does not hold: name it within !If"
                  .formatted(resource.id(), resource.condition().orElseThrow().text()));
    }
  }

  /** Something that SAM, or a call in Resources, may make; else there is no such thing. */
  private Value generated(String id, String attribute, Place place) {
    Optional<Text> made = new Generated(world, names).find(id, attribute, place);
    if (made.isPresent()) {
      return new Scalar(made.get(), place);
    }
    List<String> all = new ArrayList<>(world.template().resources().keySet());
    if (attribute.isEmpty()) {
      all.addAll(world.template().parameters().keySet());
      all.addAll(PSEUDO);
    }
    return fault(
        place,
        "there is no "
            + (attribute.isEmpty() ? "resource or parameter " : "resource ")
            + id
            + world.problems().meant(id, all, "declare it, or name another"));
  }

  private Value fault(Place place, String message) {
    world.problems().at(place, message);
    return new Unknown(world.symbols().faulty(place), place);
  }

  private Value pseudo(String name, Place place) {
    return switch (name) {
      case "AWS::NoValue" -> new Absent(place);
      case "AWS::AccountId" -> new Scalar(world.deployment().accountText(), place);
      case "AWS::Region" -> new Scalar(world.deployment().regionText(), place);
      case "AWS::Partition" -> new Scalar(world.deployment().partitionText(), place);
      case "AWS::URLSuffix" -> new Scalar(urlSuffix(), place);
      case STACK_NAME, STACK_ID -> new Scalar(stack(name), place);
      case "AWS::NotificationARNs" -> new Unknown(world.symbols().stack(name), place);
      default ->
          fault(
              place,
              "there is no pseudo parameter "
                  + name
                  + world.problems().meant(name, PSEUDO, "there are " + PSEUDO));
    };
  }

  private Text stack(String name) {
    String given = world.deployment().parameters().get(name);
    return given == null ? Text.unknown(world.symbols().stack(name)) : Text.of(given);
  }

  private Text urlSuffix() {
    Text partition = world.deployment().partitionText();
    return partition
        .known()
        .map(known -> Text.of(known.equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com"))
        .orElseGet(
            () ->
                Text.unknown(
                    world
                        .symbols()
                        .derived("AWS::URLSuffix", partition.symbols().findFirst().orElseThrow())));
  }
}
