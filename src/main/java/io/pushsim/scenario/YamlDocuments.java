package io.pushsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads YAML 1.2 (and so JSON) into a document whose every part knows its place. */
final class YamlDocuments {
  private static final int MAX_ALIASED_VALUES = 100_000;
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setSchema(new CoreWithoutMergeKeys())
          .setAllowNonScalarKeys(true)
          .setMaxAliasesForCollections(1_000)
          .setCodePointLimit(Integer.MAX_VALUE)
          .build();

  private final String file;
  private final Map<String, Position> values = new HashMap<>();
  private final Map<String, Position> keys = new HashMap<>();
  private final Map<String, String> sources = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private int aliasedValues;

  private YamlDocuments(String file) {
    this.file = file;
  }

  /**
   * @throws ScenarioException where the text is not one well-formed document
   */
  static Document parse(String file, String text) {
    YamlDocuments reading = new YamlDocuments(file);
    JsonNode root = reading.convert(Pointer.ROOT, compose(file, text));
    if (!reading.problems.isEmpty()) {
      throw new ScenarioException(reading.problems);
    }
    return new Document(file, root, reading.values, reading.keys, reading.sources);
  }

  private static Node compose(String file, String text) {
    ParserImpl parser = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
    BoundedComposer composer = new BoundedComposer(SETTINGS, parser);
    try {
      if (!composer.hasNext()) {
        throw new ScenarioException(
            Problem.ofFile(file, "is empty; a scenario has at least \"steps\""));
      }
      Node root = composer.next();
      if (composer.hasNext()) {
        throw new ScenarioException(
            Problem.at(
                file,
                position(parser.peekEvent().getStartMark()),
                "a second document begins here; write one scenario a file"));
      }
      return root;
    } catch (MarkedYamlEngineException malformed) {
      throw new ScenarioException(malformed(file, malformed));
    } catch (YamlEngineException malformed) {
      throw new ScenarioException(
          Problem.ofFile(
              file, "not well-formed " + language(file) + ": " + malformed.getMessage()));
    }
  }

  private static Problem malformed(String file, MarkedYamlEngineException malformed) {
    Position at = position(malformed.getProblemMark());
    String context = Objects.requireNonNullElse(malformed.getContext(), "");
    String where =
        context.isEmpty()
            ? ""
            : context
                + malformed
                    .getContextMark()
                    .map(mark -> " that began in line " + (mark.getLine() + 1))
                    .orElse("")
                + ", ";
    return Problem.at(
        file, at, "not well-formed " + language(file) + ": " + where + malformed.getProblem());
  }

  private static String language(String file) {
    return file.endsWith(".json") ? "JSON" : "YAML";
  }

  private static Position position(Optional<Mark> mark) {
    return mark.map(known -> new Position(known.getLine() + 1, known.getColumn() + 1))
        .orElse(new Position(1, 1));
  }

  private JsonNode convert(String pointer, Node node) {
    Position position = position(node.getStartMark());
    values.put(pointer, position);
    if (!seen.add(node) && ++aliasedValues > MAX_ALIASED_VALUES) {
      throw new ScenarioException(
          Problem.at(
              file,
              position,
              "aliases (*name) unfold to more than "
                  + MAX_ALIASED_VALUES
                  + " values; write fewer"));
    }
    if (node.isRecursive()) {
      throw new ScenarioException(
          Problem.at(file, position, "an anchor (&name) contains an alias (*name) of itself"));
    }
    if (node instanceof MappingNode mapping) {
      return convertMapping(pointer, mapping);
    }
    return node instanceof SequenceNode sequence
        ? convertSequence(pointer, sequence)
        : convertScalar(pointer, (ScalarNode) node);
  }

  private JsonNode convertMapping(String pointer, MappingNode mapping) {
    requireTag(mapping, "map");
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (NodeTuple entry : mapping.getValue()) {
      Position at = position(entry.getKeyNode().getStartMark());
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        problems.add(Problem.at(file, at, "a key must be a text, not a list or a mapping"));
        continue;
      }
      if (key.isPlain() && key.getValue().equals("<<")) {
        problems.add(
            Problem.at(file, at, "YAML 1.2 has no merge keys (<<); write the keys themselves"));
        continue;
      }
      String child = Pointer.child(pointer, key.getValue());
      Position first = keys.get(child);
      if (first != null && object.has(key.getValue())) {
        String message = "duplicate key \"%s\"; it stands in line %d already";
        problems.add(Problem.at(file, at, String.format(message, key.getValue(), first.line())));
        continue;
      }
      keys.put(child, at);
      object.set(key.getValue(), convert(child, entry.getValueNode()));
    }
    return object;
  }

  private JsonNode convertSequence(String pointer, SequenceNode sequence) {
    requireTag(sequence, "seq");
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Node item : sequence.getValue()) {
      array.add(convert(Pointer.child(pointer, array.size()), item));
    }
    return array;
  }

  private JsonNode convertScalar(String pointer, ScalarNode scalar) {
    if (scalar.isPlain()) {
      sources.put(pointer, scalar.getValue());
    }
    Optional<JsonNode> value = Scalars.value(scalar.getTag().getValue(), scalar.getValue());
    if (value.isEmpty()) {
      String text = Scalars.shortened(scalar.getValue());
      String message =
          Scalars.isNumber(scalar.getTag().getValue())
              ? "the value " + text + " has no form in JSON; put it in quotes"
              : "the tag " + scalar.getTag() + " is not understood; leave it out";
      problems.add(Problem.at(file, position(scalar.getStartMark()), message));
    }
    return value.orElse(JsonNodeFactory.instance.nullNode());
  }

  private void requireTag(Node node, String kind) {
    if (!node.getTag().getValue().equals("tag:yaml.org,2002:" + kind)) {
      problems.add(
          Problem.at(
              file,
              position(node.getStartMark()),
              "the tag " + node.getTag() + " is not understood; leave it out"));
    }
  }

  /** YAML 1.2's core schema as it is specified, in which {@code <<} is a text like any other. */
  private static final class CoreWithoutMergeKeys extends CoreSchema {
    @Override
    public ScalarResolver getScalarResolver() {
      return new CoreScalarResolver(false);
    }
  }
}
