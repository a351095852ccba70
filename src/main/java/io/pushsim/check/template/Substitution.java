package io.pushsim.check.template;

import io.pushsim.check.setup.Text;
import io.pushsim.check.template.Value.Scalar;
import io.pushsim.check.template.Value.Unknown;
import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import io.pushsim.document.Place;
import io.pushsim.document.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code Fn::Sub}: a text with <code>${…}</code> in it. */
final class Substitution {
  private final World world;
  private final Evaluator evaluator;

  Substitution(World world, Evaluator evaluator) {
    this.world = world;
    this.evaluator = evaluator;
  }

  Value of(Call call) {
    Optional<String> literal = call.literal();
    if (literal.isPresent()) {
      return filled(literal.get(), Map.of(), call.place());
    }
    List<Node> arguments = call.list().orElse(List.of());
    if (arguments.size() == 2
        && arguments.get(0) instanceof ScalarNode text
        && arguments.get(1) instanceof MappingNode variables) {
      return filled(text.text(), values(variables), call.place());
    }
    world
        .problems()
        .at(
            call.place(),
            call.written() + " takes a text, or a list of a text and a mapping of its variables");
    return new Unknown(world.symbols().faulty(call.place()), call.place());
  }

  private Map<String, Text> values(MappingNode variables) {
    Map<String, Text> values = new HashMap<>();
    for (MappingNode.Entry entry : variables.entries()) {
      values.put(
          entry.key(),
          evaluator.text(evaluator.evaluate(entry.value()), "the variable " + entry.key()));
    }
    return values;
  }

  private Value filled(String text, Map<String, Text> variables, Place place) {
    List<Text> pieces = new ArrayList<>();
    int from = 0;
    int start = text.indexOf("${");
    while (start >= 0) {
      int end = text.indexOf('}', start);
      if (end < 0) {
        break;
      }
      pieces.add(evaluator.text(text.substring(from, start)));
      pieces.add(piece(text.substring(start + 2, end), variables, place));
      from = end + 1;
      start = text.indexOf("${", from);
    }
    pieces.add(evaluator.text(text.substring(from)));
    world.work().makes(pieces, place);
    return new Scalar(Text.join(pieces), place);
  }

  private Text piece(String name, Map<String, Text> variables, Place place) {
    if (name.startsWith("!")) {
      return Text.of("${" + name.substring(1) + "}");
    }
    Text variable = variables.get(name);
    return variable != null
        ? variable
        : evaluator.text(evaluator.references().named(name, place), "${" + name + "}");
  }
}
