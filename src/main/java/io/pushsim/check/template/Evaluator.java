package io.pushsim.check.template;

import io.pushsim.check.setup.Text;
import io.pushsim.check.template.Value.Absent;
import io.pushsim.check.template.Value.Field;
import io.pushsim.check.template.Value.Fields;
import io.pushsim.check.template.Value.Items;
import io.pushsim.check.template.Value.Scalar;
import io.pushsim.check.template.Value.Unknown;
import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import io.pushsim.document.Place;
import io.pushsim.document.ScalarNode;
import io.pushsim.document.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out expressions of a template, under a guard. */
final class Evaluator {
  private static final String DYNAMIC = "{{resolve:";

  private final World world;
  private final Guard guard;
  private final Conditions conditions;
  private final References references;
  private final Functions functions;

  Evaluator(World world, Guard guard) {
    this.world = world;
    this.guard = guard;
    this.conditions = new Conditions(world, guard, this);
    this.references = new References(world, this);
    this.functions = new Functions(world, this);
  }

  World world() {
    return world;
  }

  Guard guard() {
    return guard;
  }

  Conditions conditions() {
    return conditions;
  }

  References references() {
    return references;
  }

  /** What the node comes to. */
  Value evaluate(Node node) {
    return evaluate(node, false);
  }

  /** What the argument of a call comes to, which may have the call's own tag. */
  Value argument(Call call) {
    return evaluate(call.argument(), call.tagged());
  }

  private Value evaluate(Node node, boolean withoutTag) {
    world.work().enter(node.place());
    try {
      if (withoutTag && !(node instanceof MappingNode)) {
        return structure(node);
      }
      Optional<Call> call = withoutTag ? Call.untagged(node) : Call.of(node);
      return call.isPresent() ? functions.call(call.get()) : structure(node);
    } finally {
      world.work().leave();
    }
  }

  private Value structure(Node node) {
    if (node instanceof SequenceNode list) {
      List<Value> values = new ArrayList<>();
      for (Node item : list.items()) {
        Value value = evaluate(item);
        if (!(value instanceof Absent)) {
          values.add(value);
        }
      }
      return new Items(values, node.place());
    }
    return node instanceof MappingNode mapping ? fields(mapping) : scalar((ScalarNode) node);
  }

  private Value fields(MappingNode mapping) {
    Map<String, Field> fields = new LinkedHashMap<>();
    for (MappingNode.Entry entry : mapping.entries()) {
      if (entry.key().startsWith("Fn::")) {
        world
            .problems()
            .at(
                entry.keyPlace(),
                entry.key()
                    + " stands beside other keys: a function is the only key of its mapping"
                    + (entry.key().equals("Fn::Transform")
                        ? "; " + Transforms.GIVE_PROCESSED
                        : ""));
        continue;
      }
      Value value = evaluate(entry.value());
      if (!(value instanceof Absent)) {
        fields.put(entry.key(), new Field(entry.keyPlace(), value));
      }
    }
    return new Fields(fields, mapping.place());
  }

  private Value scalar(ScalarNode scalar) {
    Place place = scalar.place();
    return switch (scalar.kind()) {
      case NULL -> {
        world.problems().at(place, "there is no value here: write one, or leave its key out");
        yield new Absent(place);
      }
      case BOOLEAN -> new Scalar(Text.of(scalar.text().toLowerCase(java.util.Locale.ROOT)), place);
      case NUMBER -> {
        world.requireQuotes(scalar);
        yield new Scalar(Text.of(scalar.text()), place);
      }
      case STRING -> new Scalar(text(scalar.text()), place);
    };
  }

  /** The text, with its dynamic references. */
  Text text(String text) {
    int start = text.indexOf(DYNAMIC);
    if (start < 0) {
      return Text.of(text);
    }
    List<Text> pieces = new ArrayList<>();
    int from = 0;
    while (start >= 0) {
      int end = text.indexOf("}}", start);
      if (end < 0) {
        break;
      }
      pieces.add(Text.of(text.substring(from, start)));
      pieces.add(Text.unknown(world.symbols().dynamic(text.substring(start + 2, end))));
      from = end + 2;
      start = text.indexOf(DYNAMIC, from);
    }
    pieces.add(Text.of(text.substring(from)));
    return Text.join(pieces);
  }

  /**
   * The value as a text; where it is none, that is told, and something unknown stands for it.
   *
   * @param what the value is of, such as {@code Principal}
   */
  Text text(Value value, String what) {
    return text(value, what, Text.unknown(world.symbols().faulty(value.place())));
  }

  /**
   * The value as a text.
   *
   * @param absent what it is where the value is not there
   */
  Text text(Value value, String what, Text absent) {
    if (value instanceof Scalar scalar) {
      return scalar.text();
    }
    if (value instanceof Unknown unknown) {
      return Text.unknown(unknown.symbol());
    }
    if (value instanceof Value.Choice choice) {
      Text holds = text(choice.holds(), what, absent);
      Text fails = text(choice.fails(), what, absent);
      if (holds.equals(fails)) {
        return holds;
      }
      world.work().makes(List.of(holds, fails), choice.place());
      return Text.unknown(world.symbols().choice(choice, holds, fails));
    }
    if (value instanceof Absent) {
      return absent;
    }
    String form = value instanceof Items ? "a list" : "a mapping";
    world.problems().at(value.place(), what + " is " + form + ": it must be a text");
    return Text.unknown(world.symbols().faulty(value.place()));
  }
}
