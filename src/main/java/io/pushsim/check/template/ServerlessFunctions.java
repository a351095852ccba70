package io.pushsim.check.template;

import io.pushsim.bucket.TargetKind;
import io.pushsim.check.setup.DeclaredAlias;
import io.pushsim.check.setup.DeclaredFunction;
import io.pushsim.check.setup.DeclaredGrant;
import io.pushsim.check.setup.DeclaredRule;
import io.pushsim.check.setup.DeclaredVersion;
import io.pushsim.check.setup.Origin;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Text;
import io.pushsim.check.template.Value.Fields;
import io.pushsim.check.template.Value.Items;
import io.pushsim.document.MappingNode;
import io.pushsim.document.MappingNode.Entry;
import io.pushsim.document.Node;
import io.pushsim.document.ScalarNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Declares what SAM makes of {@code AWS::Serverless::Function} resources.
 *
 * <p>Source: aws/serverless-application-model, {@code sam_resources.py} and {@code
 * eventsources/push.py}.
 */
final class ServerlessFunctions {
  private static final List<String> CONCERNED =
      List.of(
          "FunctionName",
          "Role",
          "DeadLetterQueue",
          "Events",
          "AutoPublishAlias",
          "FunctionUrlConfig");

  /** What each function has for itself: SAM does not take it from Globals. */
  private static final List<String> NOT_GLOBAL =
      List.of("FunctionName", "Role", "Policies", "Events");

  private final World world;
  private final SetUp.Builder setUp;
  private final Notifications notifications;
  private final ServerlessProperties properties;
  private final Set<Object> rules = new HashSet<>();

  ServerlessFunctions(World world, SetUp.Builder setUp, Notifications notifications) {
    this.world = world;
    this.setUp = setUp;
    this.notifications = notifications;
    this.properties = new ServerlessProperties(world);
  }

  /** Tells what Globals has that SAM does not take from it. */
  void requireGlobals() {
    Optional<Node> section = world.template().globals().flatMap(node -> node.get("Function"));
    if (section.isPresent() && section.get() instanceof MappingNode globals) {
      for (Entry entry : globals.entries()) {
        if (NOT_GLOBAL.contains(entry.key())) {
          world
              .problems()
              .at(
                  entry.keyPlace(),
                  "SAM takes no %s from Globals: write it into each function"
                      .formatted(entry.key()));
        }
      }
    }
  }

  void declare(Resource function, Guard guard) {
    Evaluator evaluator = world.under(guard);
    Names names = evaluator.references().names();
    Properties own = new Properties(function, evaluator);
    own.requireSpelling(CONCERNED);
    Text arn = names.functionArn(function, function.place());
    Origin origin = Declarations.origin(world, function, guard);
    setUp.add(
        new DeclaredFunction(
            arn,
            Optional.of(role(function, own)),
            properties
                .find(function, "DeadLetterQueue", "TargetArn")
                .flatMap(node -> own.text(node, "DeadLetterQueue")),
            origin));
    Optional<Published> published = Published.of(function, world, names);
    published.ifPresent(made -> publish(function, made, guard));
    Text target = published.map(Published::aliasArn).orElse(arn);
    url(function, own, target, guard);
    function.property("Events").ifPresent(events -> events(function, events, target, guard));
  }

  /** The role that is given, or else the one that SAM makes. */
  private Text role(Resource function, Properties own) {
    Text made = Text.unknown(world.symbols().attribute(function.id() + "Role", "Arn"));
    return own.text("Role").orElse(made);
  }

  private void publish(Resource function, Published published, Guard guard) {
    setUp.add(
        new DeclaredVersion(
            published.functionArn(),
            published.versionNumber(),
            Optional.empty(),
            Optional.empty(),
            Declarations.origin(world, published.place(), function.id() + "Version", guard)));
    setUp.add(
        new DeclaredAlias(
            published.functionArn(),
            published.aliasName(),
            published.versionNumber(),
            Map.of(),
            Declarations.origin(
                world, published.place(), function.id() + "Alias" + published.idOfAlias(), guard)));
  }

  /** A function's URL that is open to all; what SAM grants for it beside is for the URL only. */
  private void url(Resource function, Properties own, Text target, Guard guard) {
    Optional<Node> authType = properties.find(function, "FunctionUrlConfig", "AuthType");
    Optional<Text> open =
        authType
            .flatMap(node -> own.text(node, "AuthType"))
            .filter(type -> type.equals(Text.of("NONE")));
    if (open.isPresent()) {
      String id = function.id() + "UrlPublicPermissions";
      setUp.add(
          new DeclaredGrant(
              target,
              Text.of(id),
              Text.of("lambda:InvokeFunctionUrl"),
              Text.of("*"),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              open,
              Declarations.origin(world, authType.orElseThrow().place(), id, guard)));
    }
  }

  private void events(Resource function, Node events, Text target, Guard guard) {
    if (events instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.NULL) {
      return;
    }
    if (!(events instanceof MappingNode mapping) || Call.of(events).isPresent()) {
      world
          .problems()
          .at(events.place(), "Events of " + function.id() + " must be a mapping of events");
      return;
    }
    for (Entry event : mapping.entries()) {
      if (event.value() instanceof MappingNode node) {
        Optional<Text> type =
            node.get("Type")
                .map(found -> text(world.under(guard).evaluate(found), "Type of " + event.key()));
        if (type.isEmpty()) {
          world
              .problems()
              .at(event.keyPlace(), "the event " + event.key() + " has no Type: write S3");
        } else if (type.get().equals(Text.of("S3"))) {
          new S3Event(function, event, target, guard).declare(node);
        }
      } else {
        world.problems().at(event.keyPlace(), "the event " + event.key() + " must be a mapping");
      }
    }
  }

  private Text text(Value value, String what) {
    return world.under(Guard.NONE).text(value, what);
  }

  /** An event of type S3. */
  private final class S3Event {
    private final Resource function;
    private final Entry event;
    private final Text target;
    private final Guard guard;

    S3Event(Resource function, Entry event, Text target, Guard guard) {
      this.function = function;
      this.event = event;
      this.target = target;
      this.guard = guard;
    }

    void declare(MappingNode node) {
      Optional<MappingNode> properties =
          node.get("Properties").filter(MappingNode.class::isInstance).map(MappingNode.class::cast);
      Optional<Node> bucket = properties.flatMap(found -> found.get("Bucket"));
      Optional<Node> events = properties.flatMap(found -> found.get("Events"));
      if (bucket.isEmpty() || events.isEmpty()) {
        fault("the event %s has no Bucket or no Events: write both".formatted(event.key()));
        return;
      }
      Optional<Resource> made = bucket(bucket.get());
      if (made.isEmpty()) {
        world
            .problems()
            .at(
                bucket.get().place(),
                "Bucket of the event %s is no !Ref of a bucket in this template: SAM takes no other"
                    .formatted(event.key()));
        return;
      }
      grant();
      Value list = world.under(guard).evaluate(events.get());
      Optional<Value> filter =
          properties.flatMap(found -> found.get("Filter")).map(world.under(guard)::evaluate);
      List<Value> each = list instanceof Items items ? items.values() : List.of(list);
      each.forEach(one -> rules(made.get(), one, filter));
    }

    private Optional<Resource> bucket(Node node) {
      return Call.of(node)
          .filter(call -> call.name().equals("Ref"))
          .flatMap(Call::literal)
          .map(id -> world.template().resources().get(id))
          .filter(resource -> resource.type().equals(Resource.BUCKET));
    }

    private void fault(String message) {
      world.problems().at(event.keyPlace(), message);
    }

    /** SAM's grant names the bucket's owner, and not the bucket. */
    private void grant() {
      String id = function.id() + event.key() + "Permission";
      setUp.add(
          new DeclaredGrant(
              target,
              Text.of(id),
              Text.of("lambda:InvokeFunction"),
              Text.of("s3.amazonaws.com"),
              Optional.empty(),
              Optional.of(world.deployment().accountText()),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Declarations.origin(world, event.keyPlace(), id, guard)));
    }

    private void rules(Resource bucket, Value one, Optional<Value> filter) {
      Text name = world.under(guard).references().names().bucketName(bucket, event.keyPlace());
      Text type = text(one, "an event of " + event.key());
      Value forms = filter.orElse(new Fields(Map.of(), event.keyPlace()));
      for (Worlds.Branch branch : Worlds.of(forms, guard, world.problems())) {
        List<DeclaredRule.Filter> filters =
            filter.isEmpty() || branch.value() instanceof Value.Absent
                ? List.of()
                : notifications.filter(NotificationShape.CLOUDFORMATION, branch.value());
        // What a function asks for twice, SAM writes once.
        if (rules.add(List.of(name, type, target, filters, branch.guard()))) {
          setUp.add(
              new DeclaredRule(
                  name,
                  Optional.empty(),
                  TargetKind.LAMBDA,
                  target,
                  List.of(type),
                  filters,
                  Declarations.origin(
                      world,
                      event.keyPlace(),
                      function.id() + ".Events." + event.key(),
                      branch.guard())));
        }
      }
    }
  }
}
