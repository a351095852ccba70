package io.pushsim.check.template;

import io.pushsim.check.setup.Symbol;
import io.pushsim.check.setup.Text;
import io.pushsim.check.template.Value.Items;
import io.pushsim.check.template.Value.Scalar;
import io.pushsim.check.template.Value.Unknown;
import io.pushsim.document.MappingNode;
import io.pushsim.document.MappingNode.Entry;
import io.pushsim.document.Node;
import io.pushsim.document.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Functions that pick something out of something: of a mapping, a list, a text. */
final class Lookup {
  private final World world;
  private final Evaluator evaluator;

  Lookup(World world, Evaluator evaluator) {
    this.world = world;
    this.evaluator = evaluator;
  }

  private Value fault(Place place, String message) {
    world.problems().at(place, message);
    return new Unknown(world.symbols().faulty(place), place);
  }

  private Value unknown(String label, Symbol from, Place place) {
    return new Unknown(world.symbols().derived(label, from), place);
  }

  private static Symbol firstUnknown(Text... texts) {
    return Text.join(texts).symbols().findFirst().orElseThrow();
  }

  /** {@code Fn::FindInMap}. */
  Value find(Call call) {
    List<Node> arguments = call.list().orElse(List.of());
    if (arguments.size() < 3) {
      return fault(
          call.place(),
          call.written() + " takes a list: the mapping, its key, and the key in that");
    }
    List<Text> keys =
        arguments.subList(0, 3).stream()
            .map(node -> evaluator.text(evaluator.evaluate(node), "a key of " + call.written()))
            .toList();
    if (!keys.get(0).isKnown()) {
      return unknown(keys.get(0) + "", firstUnknown(keys.get(0)), call.place());
    }
    Optional<Node> otherwise =
        arguments.size() > 3 && arguments.get(3) instanceof MappingNode option
            ? option.get("DefaultValue")
            : Optional.empty();
    return find(call, keys, otherwise);
  }

  private Value find(Call call, List<Text> keys, Optional<Node> otherwise) {
    String name = keys.get(0).toString();
    Entry mapping = world.template().mappings().get(name);
    if (mapping == null && otherwise.isEmpty()) {
      return fault(
          call.place(),
          "there is no mapping "
              + name
              + world
                  .problems()
                  .meant(name, world.template().mappings().keySet(), "declare it in Mappings"));
    }
    if (!keys.get(1).isKnown() || !keys.get(2).isKnown()) {
      String label = name + "[" + keys.get(1) + "][" + keys.get(2) + "]";
      return unknown(label, firstUnknown(keys.get(1), keys.get(2)), call.place());
    }
    Optional<Node> found =
        Optional.ofNullable(mapping)
            .flatMap(top -> within(top.value(), keys.get(1).toString()))
            .flatMap(second -> within(second, keys.get(2).toString()));
    if (found.isPresent()) {
      return literal(found.get());
    }
    return otherwise
        .map(evaluator::evaluate)
        .orElseGet(
            () ->
                fault(
                    call.place(),
                    "the mapping %s has no key %s in %s"
                        .formatted(name, keys.get(2), keys.get(1))));
  }

  private static Optional<Node> within(Node node, String key) {
    return node instanceof MappingNode mapping ? mapping.get(key) : Optional.empty();
  }

  private Value literal(Node node) {
    return Call.of(node).isPresent()
        ? fault(node.place(), "a mapping holds texts and lists of texts, no functions")
        : evaluator.evaluate(node);
  }

  /** {@code Fn::Select}. */
  Value select(Call call) {
    List<Node> arguments = call.list().orElse(List.of());
    if (arguments.size() != 2) {
      return fault(call.place(), call.written() + " takes a list: a number from 0, then a list");
    }
    Text index = evaluator.text(evaluator.evaluate(arguments.get(0)), "the number");
    Value list = evaluator.evaluate(arguments.get(1));
    if (list instanceof Unknown unknown) {
      String label = "element " + index + " of " + unknown.symbol().label();
      return unknown(label, unknown.symbol(), call.place());
    }
    if (!(list instanceof Items items)) {
      return fault(call.place(), call.written() + " takes a list after its number");
    }
    if (!index.isKnown()) {
      return unknown(
          "element " + index + " of the list in line " + list.place().line(),
          firstUnknown(index),
          call.place());
    }
    Optional<Value.Choice> choice = items.choiceOfForm();
    if (choice.isPresent()) {
      return unknown(
          "element " + index + " of the list in line " + list.place().line(),
          choice.get().reason(),
          call.place());
    }
    int size = items.values().size();
    String digits = index.toString();
    boolean within = digits.matches("\\d{1,6}") && Integer.parseInt(digits) < size;
    return within
        ? items.values().get(Integer.parseInt(digits))
        : fault(
            call.place(),
            "%s takes element %s of a list that has %d: the first is 0"
                .formatted(call.written(), digits, size));
  }

  /** {@code Fn::Split}. */
  Value split(Call call) {
    List<Node> arguments = call.list().orElse(List.of());
    if (arguments.size() != 2) {
      return fault(call.place(), call.written() + " takes a list: the delimiter, then a text");
    }
    Text delimiter = evaluator.text(evaluator.evaluate(arguments.get(0)), "the delimiter");
    Text text = evaluator.text(evaluator.evaluate(arguments.get(1)), "what is split");
    if (!delimiter.isKnown() || delimiter.toString().isEmpty()) {
      return fault(call.place(), call.written() + " takes a delimiter of at least one character");
    }
    Optional<Symbol> obstacle = text.symbols().filter(symbol -> !isWhole(symbol)).findFirst();
    if (obstacle.isPresent()) {
      return unknown(text + " split at " + delimiter, obstacle.get(), call.place());
    }
    return new Items(
        pieces(text, delimiter.toString()).stream()
            .map(piece -> (Value) new Scalar(piece, call.place()))
            .toList(),
        call.place());
  }

  /** Whether no delimiter of an ARN is within what the symbol stands for. */
  private boolean isWhole(Symbol symbol) {
    return symbol.kind() != Symbol.Kind.ANY || world.names().contains(symbol);
  }

  private static List<Text> pieces(Text text, String delimiter) {
    List<Text> pieces = new ArrayList<>();
    Text current = Text.of("");
    for (Text.Part part : text.parts()) {
      if (part instanceof Text.Part.Unknown unknown) {
        current = Text.join(current, Text.unknown(unknown.symbol()));
        continue;
      }
      String characters = part.toString();
      int from = 0;
      int at = characters.indexOf(delimiter);
      while (at >= 0) {
        pieces.add(current.plus(characters.substring(from, at)));
        current = Text.of("");
        from = at + delimiter.length();
        at = characters.indexOf(delimiter, from);
      }
      current = current.plus(characters.substring(from));
    }
    pieces.add(current);
    return pieces;
  }
}
