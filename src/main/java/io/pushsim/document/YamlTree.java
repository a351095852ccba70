package io.pushsim.document;

import io.pushsim.document.Documents.Limits;
import io.pushsim.document.MappingNode.Entries;
import io.pushsim.document.MappingNode.Entry;
import io.pushsim.document.ScalarNode.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/** Makes our trees of YAML's nodes, and collects what is wrong with them. */
final class YamlTree {
  private static final String YAML = "tag:yaml.org,2002:";

  private final String file;
  private final Limits limits;
  private final List<Problem> problems;
  private final Set<org.snakeyaml.engine.v2.nodes.Node> seen =
      Collections.newSetFromMap(new IdentityHashMap<>());
  private int aliasedValues;

  /**
   * @param problems takes what is wrong
   */
  YamlTree(String file, Limits limits, List<Problem> problems) {
    this.file = file;
    this.limits = limits;
    this.problems = problems;
  }

  /**
   * @throws DocumentException where reading on would not end, or not soon
   */
  Node of(org.snakeyaml.engine.v2.nodes.Node node) {
    Place place = place(node);
    if (!seen.add(node) && ++aliasedValues > limits.aliasedValues()) {
      String message = "aliases (*name) unfold to more than %d values; write fewer";
      throw new DocumentException(
          Problem.at(place, String.format(message, limits.aliasedValues())));
    }
    if (node.isRecursive()) {
      throw new DocumentException(
          Problem.at(place, "an anchor (&name) contains an alias (*name) of itself"));
    }
    if (node instanceof org.snakeyaml.engine.v2.nodes.MappingNode mapping) {
      return mapping(place, mapping);
    }
    return node instanceof org.snakeyaml.engine.v2.nodes.SequenceNode sequence
        ? sequence(place, sequence)
        : scalar(place, (org.snakeyaml.engine.v2.nodes.ScalarNode) node);
  }

  private MappingNode mapping(Place place, org.snakeyaml.engine.v2.nodes.MappingNode mapping) {
    Optional<String> tag = tagOfCollection(place, mapping, "map");
    Entries entries = new Entries();
    for (NodeTuple entry : mapping.getValue()) {
      Place at = place(entry.getKeyNode());
      String wrong = wrong(entry.getKeyNode(), entries);
      if (!wrong.isEmpty()) {
        problems.add(Problem.at(at, wrong));
      } else {
        String key = ((org.snakeyaml.engine.v2.nodes.ScalarNode) entry.getKeyNode()).getValue();
        entries.add(new Entry(key, at, of(entry.getValueNode())));
      }
    }
    return new MappingNode(place, tag, entries);
  }

  private static String wrong(org.snakeyaml.engine.v2.nodes.Node node, Entries earlier) {
    if (!(node instanceof org.snakeyaml.engine.v2.nodes.ScalarNode key)) {
      return "a key must be a text, not a list or a mapping";
    }
    if (key.isPlain() && key.getValue().equals("<<")) {
      return "YAML 1.2 has no merge keys (<<); write the keys themselves";
    }
    return earlier
        .find(key.getValue())
        .map(
            first ->
                String.format(
                    "duplicate key \"%s\"; it stands in line %d already",
                    first.key(), first.keyPlace().line()))
        .orElse("");
  }

  private SequenceNode sequence(Place place, org.snakeyaml.engine.v2.nodes.SequenceNode sequence) {
    Optional<String> tag = tagOfCollection(place, sequence, "seq");
    List<Node> items = new ArrayList<>(sequence.getValue().size());
    for (org.snakeyaml.engine.v2.nodes.Node item : sequence.getValue()) {
      items.add(of(item));
    }
    return new SequenceNode(place, tag, items);
  }

  private ScalarNode scalar(Place place, org.snakeyaml.engine.v2.nodes.ScalarNode scalar) {
    String text = scalar.getValue();
    Optional<String> tag = localTag(scalar);
    Kind kind = tag.isPresent() ? Kind.STRING : kind(place, scalar.getTag().getValue(), text);
    return new ScalarNode(place, tag, text, kind, scalar.isPlain());
  }

  private Kind kind(Place place, String tag, String text) {
    return switch (tag) {
      case YAML + "str" -> Kind.STRING;
      case YAML + "null" -> Kind.NULL;
      case YAML + "bool" -> Kind.BOOLEAN;
      case YAML + "int", YAML + "float" -> {
        Optional<Number> number = Numbers.value(text);
        if (number.isEmpty() || (tag.endsWith("int") && number.get() instanceof Double)) {
          problems.add(Problem.at(place, Numbers.refusal(text)));
        }
        yield Kind.NUMBER;
      }
      default -> {
        refuse(place, tag);
        yield Kind.STRING;
      }
    };
  }

  private Optional<String> tagOfCollection(
      Place place, org.snakeyaml.engine.v2.nodes.Node node, String kind) {
    Optional<String> tag = localTag(node);
    if (tag.isEmpty() && !node.getTag().getValue().equals(YAML + kind)) {
      refuse(place, node.getTag().getValue());
    }
    return tag;
  }

  private Optional<String> localTag(org.snakeyaml.engine.v2.nodes.Node node) {
    String tag = node.getTag().getValue();
    return limits.tags() && tag.startsWith("!") ? Optional.of(tag) : Optional.empty();
  }

  private void refuse(Place place, String tag) {
    problems.add(Problem.at(place, "the tag " + tag + " is not understood; leave it out"));
  }

  private Place place(org.snakeyaml.engine.v2.nodes.Node node) {
    return YamlReader.place(file, node.getStartMark());
  }
}
