package io.pushsim.check.template;

import io.pushsim.check.setup.Text;
import io.pushsim.check.template.Value.Items;
import io.pushsim.check.template.Value.Scalar;
import io.pushsim.check.template.Value.Unknown;
import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import io.pushsim.document.Place;
import io.pushsim.document.ScalarNode;
import io.pushsim.document.SequenceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The values of a template's parameters: as given, or by default. */
final class Parameters {
  private final World world;
  private final Map<String, Value> values = new HashMap<>();

  /** Works all of them out, and tells where one has a value that it must not have. */
  Parameters(World world) {
    this.world = world;
    world.template().parameters().forEach((name, node) -> values.put(name, value(name, node)));
  }

  Optional<Value> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  private Value value(String name, MappingNode node) {
    Place place = node.place();
    String type = scalar(node, "Type").map(ScalarNode::text).orElse("");
    if (type.isEmpty()) {
      world.problems().at(place, "the parameter " + name + " has no Type: write String");
    }
    if (type.startsWith("AWS::SSM::Parameter::Value<")) {
      return new Unknown(world.symbols().stored(name), place);
    }
    Optional<String> text = text(name, node);
    if (text.isEmpty()) {
      return new Unknown(world.symbols().parameter(name), place);
    }
    new ParameterRules(name, node, world.problems()).hold(text.get(), type, isList(type));
    if (scalar(node, "NoEcho").filter(echo -> isTrue(echo.text())).isPresent()) {
      return new Unknown(world.symbols().secret(name), place);
    }
    return isList(type) ? items(text.get(), place) : new Scalar(Text.of(text.get()), place);
  }

  private static boolean isList(String type) {
    return type.equals("CommaDelimitedList") || type.startsWith("List<");
  }

  private static boolean isTrue(String text) {
    return text.toLowerCase(Locale.ROOT).equals("true");
  }

  private static Value items(String text, Place place) {
    List<Value> items = new ArrayList<>();
    for (String item : text.split(",", -1)) {
      items.add(new Scalar(Text.of(item.strip()), place));
    }
    return new Items(items, place);
  }

  private Optional<String> text(String name, MappingNode node) {
    String given = world.deployment().parameters().get(name);
    if (given != null) {
      return Optional.of(given);
    }
    Optional<Node> standard = node.get("Default");
    if (standard.isPresent() && standard.get() instanceof SequenceNode) {
      world
          .problems()
          .at(
              standard.get().place(),
              "Default of " + name + " is a list: write one text, with commas");
      return Optional.empty();
    }
    Optional<ScalarNode> scalar = scalar(node, "Default");
    scalar
        .filter(number -> number.kind() == ScalarNode.Kind.NUMBER)
        .ifPresent(world::requireQuotes);
    return scalar.map(
        found ->
            found.kind() == ScalarNode.Kind.BOOLEAN
                ? found.text().toLowerCase(Locale.ROOT)
                : found.text());
  }

  static Optional<ScalarNode> scalar(MappingNode node, String key) {
    return node.get(key)
        .filter(ScalarNode.class::isInstance)
        .map(ScalarNode.class::cast)
        .filter(scalar -> scalar.kind() != ScalarNode.Kind.NULL);
  }
}
