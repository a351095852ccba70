package io.pushsim.check.template;

import java.util.Optional;
import java.util.Set;

/** Tells of nested stacks that get something of ours: what they make of it is not known. */
final class OtherStacks {
  private static final Set<String> TYPES =
      Set.of("AWS::CloudFormation::Stack", "AWS::Serverless::Application");

  private final World world;

  OtherStacks(World world) {
    this.world = world;
  }

  void requireNone() {
    for (Resource stack : world.template().resources().values()) {
      if (TYPES.contains(stack.type())) {
        given(stack)
            .ifPresent(
                id ->
                    world
                        .problems()
                        .at(
                            stack.place(),
                            "what the nested stack %s does with %s cannot be known: give what is deployed instead, as saved answers of the AWS CLI or with --endpoint"
                                .formatted(stack.id(), id)));
      }
    }
  }

  /** A resource of ours that is given to the stack as a parameter. */
  private Optional<String> given(Resource stack) {
    return stack
        .property("Parameters")
        .flatMap(
            node ->
                ReferredTo.by(node, world).stream()
                    .filter(id -> world.template().resource(id).isOurs())
                    .findFirst());
  }
}
