package io.pushsim.check.template;

import io.pushsim.check.input.Gathering;
import io.pushsim.check.setup.DeclaredBucket;
import io.pushsim.check.setup.DeclaredFunction;
import io.pushsim.check.setup.DeclaredVersion;
import io.pushsim.check.setup.Origin;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Text;
import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import io.pushsim.document.Place;
import java.util.List;
import java.util.Optional;

/** Declares what a template's resources would make. */
final class Declarations {
  private final World world;
  private final SetUp.Builder setUp;
  private final Aliases aliases;
  private final Permissions permissions;
  private final Notifications notifications;
  private final Connectors connectors;
  private final ServerlessFunctions serverless;

  Declarations(Template template, Gathering gathering, TemplateProblems problems) {
    this.world = new World(template, gathering.deployment(), problems);
    gathering.hasParameters(template.parameters().keySet());
    gathering.hasParameters(References.STACK);
    this.setUp = gathering.setUp();
    this.aliases = new Aliases(world, setUp);
    this.permissions = new Permissions(world, setUp);
    this.notifications = new Notifications(world, setUp);
    this.connectors = new Connectors(world, setUp);
    this.serverless = new ServerlessFunctions(world, setUp, notifications);
  }

  /** Declares all of them; what SAM adds to a bucket's rules comes after the bucket's own. */
  void declare() {
    Evaluator evaluator = world.under(Guard.NONE);
    Iterable<Resource> resources = world.template().resources().values();
    for (Resource resource : resources) {
      if (resource.isFunction()) {
        evaluator.references().names().noteFunctionName(resource);
      }
    }
    for (Resource resource : resources) {
      presence(resource).ifPresent(guard -> declare(resource, guard));
    }
    serverless.requireGlobals();
    for (Resource resource : resources) {
      if (resource.isServerlessFunction()) {
        presence(resource).ifPresent(guard -> serverless.declare(resource, guard));
      } else if (world.template().isSam()) {
        presence(resource).ifPresent(guard -> connectors.declare(resource, guard));
      }
    }
    new Dependencies(world).requireNoCycle();
    new OtherStacks(world).requireNone();
  }

  private Optional<Guard> presence(Resource resource) {
    return world.under(Guard.NONE).conditions().presence(resource);
  }

  private void declare(Resource resource, Guard guard) {
    switch (resource.type()) {
      case Resource.FUNCTION -> function(resource, guard);
      case Resource.VERSION -> version(resource, guard);
      case Resource.ALIAS -> aliases.declare(resource, guard);
      case Resource.PERMISSION -> permissions.declare(resource, guard);
      case Resource.BUCKET -> bucket(resource, guard);
      case Resource.CDK_NOTIFICATIONS -> notifications.declareCustom(resource, guard);
      default -> {
        // Nothing else bears on who may invoke what.
      }
    }
  }

  private void function(Resource function, Guard guard) {
    Properties properties = new Properties(function, world.under(guard));
    properties.requireSpelling(List.of("FunctionName", "Role", "DeadLetterConfig"));
    Optional<Text> deadLetters =
        function
            .property("DeadLetterConfig")
            .flatMap(
                node ->
                    node instanceof MappingNode config && Call.of(config).isEmpty()
                        ? config.get("TargetArn")
                        : Optional.empty())
            .flatMap(node -> properties.text(node, "DeadLetterConfig"));
    Names names = world.under(guard).references().names();
    setUp.add(
        new DeclaredFunction(
            names.functionArn(function, function.place()),
            properties.text("Role"),
            deadLetters,
            origin(world, function, guard)));
  }

  private void version(Resource version, Guard guard) {
    Properties properties = new Properties(version, world.under(guard));
    if (properties.require("FunctionName")) {
      Names names = world.under(guard).references().names();
      setUp.add(
          new DeclaredVersion(
              names.ofFunction(version, version.place()),
              names.versionNumber(version),
              Optional.empty(),
              Optional.empty(),
              origin(world, version, guard)));
    }
  }

  private void bucket(Resource bucket, Guard guard) {
    new Properties(bucket, world.under(guard))
        .requireSpelling(List.of("BucketName", "NotificationConfiguration"));
    Names names = world.under(guard).references().names();
    setUp.add(
        new DeclaredBucket(
            names.bucketName(bucket, bucket.place()),
            world.deployment().accountText(),
            world.deployment().regionText(),
            origin(world, bucket, guard)));
    Optional<Node> configuration = bucket.property("NotificationConfiguration");
    configuration.ifPresent(node -> notifications.declare(bucket, node, guard));
  }

  static Origin origin(World world, Resource resource, Guard guard) {
    return origin(world, resource.place(), resource.id(), guard);
  }

  static Origin origin(World world, Place place, String reference, Guard guard) {
    Template template = world.template();
    return new Origin(template.dialect(), place, reference, guard.symbol(template.file()));
  }
}
