package io.pushsim.check.template;

import io.pushsim.bucket.TargetKind;
import io.pushsim.check.setup.DeclaredRule;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Text;
import io.pushsim.check.template.Value.Field;
import io.pushsim.check.template.Value.Fields;
import io.pushsim.check.template.Value.Items;
import io.pushsim.document.Node;
import io.pushsim.document.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Declares the rules of notification configurations, as buckets and CDK's resource have them. */
final class Notifications {
  private final World world;
  private final SetUp.Builder setUp;

  Notifications(World world, SetUp.Builder setUp) {
    this.world = world;
    this.setUp = setUp;
  }

  /** Declares the rules of a bucket's NotificationConfiguration. */
  void declare(Resource bucket, Node configuration, Guard guard) {
    Evaluator evaluator = world.under(guard);
    Text name = evaluator.references().names().bucketName(bucket, bucket.place());
    configuration(
        new Owner(bucket, name, NotificationShape.CLOUDFORMATION),
        evaluator.evaluate(configuration),
        guard);
  }

  /** Declares the rules of CDK's custom resource, which passes them to S3 as S3's API has them. */
  void declareCustom(Resource custom, Guard guard) {
    Properties properties = new Properties(custom, world.under(guard));
    if (!properties.require("BucketName", "NotificationConfiguration")) {
      return;
    }
    Optional<Text> name = properties.text("BucketName");
    Optional<Node> configuration = custom.property("NotificationConfiguration");
    if (name.isPresent() && configuration.isPresent()) {
      configuration(
          new Owner(custom, name.get(), NotificationShape.API),
          world.under(guard).evaluate(configuration.get()),
          guard);
    }
  }

  /** Whose rules are read, and in which shape they are written. */
  record Owner(Resource resource, Text bucket, NotificationShape shape) {}

  private void configuration(Owner owner, Value configuration, Guard guard) {
    if (configuration instanceof Value.Choice choice) {
      split(choice, guard, (value, under) -> configuration(owner, value, under));
    } else if (configuration instanceof Fields fields) {
      fields.fields().forEach((key, field) -> part(owner, key, field, guard));
    } else if (!(configuration instanceof Value.Absent)) {
      fault(configuration, "NotificationConfiguration of " + owner.resource().id(), "a mapping");
    }
  }

  private void part(Owner owner, String key, Field field, Guard guard) {
    TargetKind kind = owner.shape().lists().get(key);
    if (kind != null) {
      list(owner, kind, key, field.value(), guard);
    } else if (!key.equals("EventBridgeConfiguration")) {
      List<String> known = new ArrayList<>(owner.shape().lists().keySet());
      known.add("EventBridgeConfiguration");
      unknownKey(field.keyPlace(), "NotificationConfiguration", key, known);
    }
  }

  private void list(Owner owner, TargetKind kind, String key, Value list, Guard guard) {
    if (list instanceof Value.Choice choice) {
      split(choice, guard, (value, under) -> list(owner, kind, key, value, under));
    } else if (list instanceof Items items) {
      items.values().forEach(item -> item(owner, kind, key, item, guard));
    } else if (!(list instanceof Value.Absent)) {
      fault(list, key + " of " + owner.resource().id(), "a list");
    }
  }

  private void item(Owner owner, TargetKind kind, String key, Value item, Guard guard) {
    for (Worlds.Branch branch : Worlds.of(item, guard, world.problems())) {
      if (branch.value() instanceof Fields fields) {
        rule(owner, kind, key, fields, branch.guard());
      } else if (!(branch.value() instanceof Value.Absent)) {
        fault(branch.value(), "an element of " + key, "a mapping");
      }
    }
  }

  private void split(
      Value.Choice choice, Guard guard, java.util.function.BiConsumer<Value, Guard> read) {
    read.accept(choice.holds(), guard.and(choice.condition(), true, choice.reason()));
    read.accept(choice.fails(), guard.and(choice.condition(), false, choice.reason()));
  }

  /**
   * Declares one rule.
   *
   * @param fields with all that depends on conditions decided
   */
  private void rule(Owner owner, TargetKind kind, String key, Fields fields, Guard guard) {
    NotificationShape shape = owner.shape();
    requireKeys(fields, "an element of " + key, shape.keys(kind));
    Optional<Text> target = required(fields, shape.target(kind), key);
    List<Text> events = events(shape, fields, key);
    if (target.isEmpty() || events.isEmpty()) {
      return;
    }
    setUp.add(
        new DeclaredRule(
            owner.bucket(),
            fields.get("Id").map(id -> text(id, "Id")),
            kind,
            target.get(),
            events,
            fields.get("Filter").map(filter -> filter(shape, filter)).orElse(List.of()),
            Declarations.origin(world, fields.place(), owner.resource().id(), guard)));
  }

  private List<Text> events(NotificationShape shape, Fields fields, String key) {
    Optional<Value> value = fields.get(shape.events());
    if (value.isPresent() && value.get() instanceof Items items) {
      if (!shape.takesEvents()) {
        fault(items, "Event in " + key, "one event, with an element for each event");
        return List.of();
      }
      return items.values().stream().map(event -> text(event, "an event")).toList();
    }
    return required(fields, shape.events(), key).stream().toList();
  }

  private Optional<Text> required(Fields fields, String name, String key) {
    Optional<Value> value = fields.get(name);
    if (value.isEmpty()) {
      world
          .problems()
          .at(fields.place(), "an element of " + key + " has no " + name + ": write one");
    }
    return value.map(found -> text(found, name));
  }

  private Text text(Value value, String what) {
    return world.under(Guard.NONE).text(value, what);
  }

  /** The rules on keys that a Filter has. */
  List<DeclaredRule.Filter> filter(NotificationShape shape, Value filter) {
    Optional<Value> key = mapping(filter, "Filter", shape.key());
    Optional<Value> rules = key.flatMap(found -> mapping(found, shape.key(), shape.rules()));
    if (rules.isEmpty()) {
      return List.of();
    }
    if (!(rules.get() instanceof Items items)) {
      fault(rules.get(), shape.rules(), "a list");
      return List.of();
    }
    List<DeclaredRule.Filter> filters = new ArrayList<>();
    for (Value item : items.values()) {
      if (item instanceof Fields fields) {
        requireKeys(fields, "an element of " + shape.rules(), List.of("Name", "Value"));
        Optional<Text> name = required(fields, "Name", shape.rules());
        Optional<Text> value = required(fields, "Value", shape.rules());
        if (name.isPresent() && value.isPresent()) {
          filters.add(new DeclaredRule.Filter(name.get(), value.get()));
        }
      } else {
        fault(item, "an element of " + shape.rules(), "a mapping of Name and Value");
      }
    }
    return filters;
  }

  private Optional<Value> mapping(Value value, String what, String key) {
    if (!(value instanceof Fields fields)) {
      fault(value, what, "a mapping with " + key);
      return Optional.empty();
    }
    requireKeys(fields, what, List.of(key));
    if (fields.get(key).isEmpty()) {
      world.problems().at(fields.place(), what + " has no " + key + ": write it");
    }
    return fields.get(key);
  }

  private void requireKeys(Fields fields, String what, List<String> known) {
    for (Map.Entry<String, Field> entry : fields.fields().entrySet()) {
      if (!known.contains(entry.getKey())) {
        unknownKey(entry.getValue().keyPlace(), what, entry.getKey(), known);
      }
    }
  }

  private void unknownKey(Place place, String what, String key, List<String> known) {
    world
        .problems()
        .at(
            place,
            what
                + " has no key "
                + key
                + world.problems().meant(key, known, "it has " + String.join(", ", known)));
  }

  private void fault(Value value, String what, String right) {
    if (value instanceof Value.Unknown unknown) {
      world.problems().at(value.place(), what + " is not known. " + unknown.symbol().remedy());
    } else {
      world.problems().at(value.place(), what + " must be " + right);
    }
  }
}
