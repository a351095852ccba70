package io.pushsim.check.template;

import io.pushsim.check.setup.Symbol;
import io.pushsim.check.setup.Text;
import io.pushsim.document.Node;
import io.pushsim.document.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the resources of a template are called: by their properties, or as CloudFormation does. */
final class Names {
  private static final Map<String, List<String>> ATTRIBUTES =
      Map.of(
          Resource.FUNCTION,
          List.of(
              "Arn",
              "SnapStartResponse",
              "SnapStartResponse.ApplyOn",
              "SnapStartResponse.OptimizationStatus"),
          Resource.VERSION,
          List.of("FunctionArn", "Version"),
          Resource.ALIAS,
          List.of("AliasArn"),
          Resource.PERMISSION,
          List.of("Id"));

  private final World world;
  private final Evaluator evaluator;
  private final Map<String, Text> known = new HashMap<>();

  Names(World world, Evaluator evaluator) {
    this.world = world;
    this.evaluator = evaluator;
  }

  /** What a reference to the resource gives. */
  Text ref(Resource resource, Place place) {
    return switch (resource.type()) {
      case Resource.FUNCTION, Resource.SERVERLESS_FUNCTION -> functionName(resource, place);
      case Resource.VERSION -> versionArn(resource, place);
      case Resource.ALIAS -> aliasArn(resource, place);
      case Resource.BUCKET -> bucketName(resource, place);
      case "AWS::SNS::Topic" -> arn(resource, "sns", "TopicName", place);
      default -> Text.unknown(world.symbols().resource(resource.id()));
    };
  }

  /** What an attribute of the resource is. */
  Text attribute(Resource resource, String attribute, Place place) {
    String which = resource.type() + " " + attribute;
    return switch (which) {
      case Resource.FUNCTION + " Arn", Resource.SERVERLESS_FUNCTION + " Arn" ->
          functionArn(resource, place);
      case Resource.VERSION + " Version" -> versionNumber(resource);
      case Resource.VERSION + " FunctionArn" -> versionArn(resource, place);
      case Resource.ALIAS + " AliasArn" -> aliasArn(resource, place);
      case Resource.BUCKET + " Arn" -> bucketArn(resource, place);
      case "AWS::SNS::Topic TopicArn" -> arn(resource, "sns", "TopicName", place);
      case "AWS::SNS::Topic TopicName" -> name(resource, "TopicName", place);
      case "AWS::SQS::Queue Arn" -> arn(resource, "sqs", "QueueName", place);
      case "AWS::SQS::Queue QueueName" -> name(resource, "QueueName", place);
      default -> other(resource, attribute, place);
    };
  }

  private Text other(Resource resource, String attribute, Place place) {
    Optional<Text> generated = new Generated(world, this).find(resource, attribute, place);
    if (generated.isPresent()) {
      return generated.get();
    }
    List<String> attributes = ATTRIBUTES.get(resource.type());
    if (attributes != null && !attributes.contains(attribute)) {
      world
          .problems()
          .at(
              place,
              "%s of %s has no attribute %s%s"
                  .formatted(
                      resource.id(),
                      resource.type(),
                      attribute,
                      world
                          .problems()
                          .meant(
                              attribute, attributes, "it has " + String.join(", ", attributes))));
    }
    return Text.unknown(world.symbols().attribute(resource.id(), attribute));
  }

  Text functionName(Resource function, Place place) {
    return name(function, "FunctionName", place);
  }

  /** The unqualified ARN. */
  Text functionArn(Resource function, Place place) {
    return functionArn(functionName(function, place));
  }

  /** The unqualified ARN of the function of that name, in the account and region of the stack. */
  Text functionArn(Text name) {
    return Text.join(prefix("lambda"), Text.of("function:"), name);
  }

  /** Such as {@code arn:aws:lambda:us-west-2:111111111111:}. */
  Text prefix(String service) {
    return Text.join(
        Text.of("arn:"),
        world.deployment().partitionText(),
        Text.of(":" + service + ":"),
        world.deployment().regionText(),
        Text.of(":"),
        world.deployment().accountText(),
        Text.of(":"));
  }

  Text versionNumber(Resource version) {
    return Text.unknown(world.symbols().versionNumber(version.id()));
  }

  Text versionArn(Resource version, Place place) {
    return Text.join(ofFunction(version, place), Text.of(":"), versionNumber(version));
  }

  Text aliasName(Resource alias, Place place) {
    return once(
        alias.id() + " Name",
        alias,
        place,
        () ->
            alias
                .property("Name")
                .map(node -> evaluator.text(evaluator.evaluate(node), "Name of " + alias.id()))
                .orElseGet(() -> Text.unknown(world.symbols().faulty(alias.place()))));
  }

  Text aliasArn(Resource alias, Place place) {
    return Text.join(ofFunction(alias, place), Text.of(":"), aliasName(alias, place));
  }

  /** The unqualified ARN of the function that an alias or a version is of. */
  Text ofFunction(Resource resource, Place place) {
    return once(
        resource.id() + " FunctionName",
        resource,
        place,
        () ->
            resource
                .property("FunctionName")
                .map(
                    node ->
                        target(
                            evaluator.text(
                                evaluator.evaluate(node), "FunctionName of " + resource.id())))
                .orElseGet(() -> Text.unknown(world.symbols().faulty(resource.place()))));
  }

  /** The ARN that a FunctionName means, in whichever of Lambda's forms it is written. */
  Text target(Text functionName) {
    return new FunctionNames(world, this).arn(functionName);
  }

  Text bucketName(Resource bucket, Place place) {
    return name(bucket, "BucketName", place);
  }

  private Text bucketArn(Resource bucket, Place place) {
    return Text.join(
        Text.of("arn:"),
        world.deployment().partitionText(),
        Text.of(":s3:::"),
        bucketName(bucket, place));
  }

  private Text arn(Resource resource, String service, String property, Place place) {
    return Text.join(prefix(service), name(resource, property, place));
  }

  /** The name that the property gives, or else the one that CloudFormation makes up. */
  private Text name(Resource resource, String property, Place place) {
    Text madeUp = Text.unknown(world.symbols().madeUp(resource, property));
    return resource
        .property(property)
        .map(
            node ->
                once(
                    resource.id() + " name",
                    resource,
                    place,
                    () ->
                        evaluator.text(
                            evaluator.evaluate(node), property + " of " + resource.id(), madeUp)))
        .orElse(madeUp);
  }

  private Text once(String key, Resource resource, Place place, Supplier<Text> working) {
    Text earlier = known.get(key);
    if (earlier != null) {
      return earlier;
    }
    if (!world.begin(resource.id(), place)) {
      return Text.unknown(world.symbols().faulty(place));
    }
    try {
      Text text = working.get();
      known.put(key, text);
      return text;
    } finally {
      world.end();
    }
  }

  /**
   * The name of the alias that SAM makes; empty where there is to be none. SAM takes a text or a
   * parameter here ({@code _get_resolved_alias_name}).
   */
  Text autoPublishAlias(Resource function, Node node) {
    return once(
        function.id() + " AutoPublishAlias",
        function,
        node.place(),
        () -> {
          boolean supported =
              Call.of(node)
                  .map(
                      call ->
                          call.name().equals("Ref")
                              && call.literal()
                                  .filter(name -> world.parameters().find(name).isPresent())
                                  .isPresent())
                  .orElse(true);
          if (!supported) {
            world
                .problems()
                .at(
                    node.place(),
                    "AutoPublishAlias of %s is neither a text nor a !Ref of a parameter: SAM takes nothing else"
                        .formatted(function.id()));
          }
          return evaluator.text(
              evaluator.evaluate(node), "AutoPublishAlias of " + function.id(), Text.of(""));
        });
  }

  /** Notes which symbols stand for functions' names, and so are no ARNs. */
  void noteFunctionName(Resource function) {
    Text name = functionName(function, function.place());
    name.symbols().filter(symbol -> symbol.kind() == Symbol.Kind.ANY).forEach(world.names()::add);
  }
}
