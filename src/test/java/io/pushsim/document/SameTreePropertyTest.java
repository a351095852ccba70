package io.pushsim.document;

import static io.pushsim.document.Reading.LIMITS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Both readers say the same of the same JSON, and that is what was written. */
class SameTreePropertyTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @Property(tries = 300)
  void readsTheSame_whenTextIsJson(@ForAll("trees") JsonNode written, @ForAll boolean pretty)
      throws JsonProcessingException {
    String text =
        (pretty ? JSON.writerWithDefaultPrettyPrinter() : JSON.writer())
            .writeValueAsString(written);

    Node json = JsonReader.read("f", text, LIMITS, true).get(0);
    Node yaml = YamlReader.read("f", text, LIMITS, true).get(0);

    assertSame(written, json, yaml, text);
  }

  private static void assertSame(JsonNode written, Node json, Node yaml, String text)
      throws JsonProcessingException {
    assertThat(json.place()).isEqualTo(yaml.place());
    assertThat(json.tag()).isEmpty();
    assertThat(yaml.tag()).isEmpty();
    String here = from(text, json.place());
    if (written.isObject()) {
      assertThat(here).startsWith("{");
      assertSameEntries(written, (MappingNode) json, (MappingNode) yaml, text);
    } else if (written.isArray()) {
      assertThat(here).startsWith("[");
      assertSameItems(written, (SequenceNode) json, (SequenceNode) yaml, text);
    } else {
      assertThat(here).startsWith(JSON.writeValueAsString(written));
      assertSameScalar(written, (ScalarNode) json, (ScalarNode) yaml);
    }
  }

  private static void assertSameEntries(
      JsonNode written, MappingNode json, MappingNode yaml, String text)
      throws JsonProcessingException {
    List<String> keys = written.properties().stream().map(java.util.Map.Entry::getKey).toList();
    assertThat(json.entries()).extracting(MappingNode.Entry::key).isEqualTo(keys);
    assertThat(yaml.entries()).extracting(MappingNode.Entry::key).isEqualTo(keys);
    for (String key : keys) {
      MappingNode.Entry entry = json.entry(key).orElseThrow();
      assertThat(entry.keyPlace()).isEqualTo(yaml.entry(key).orElseThrow().keyPlace());
      assertThat(from(text, entry.keyPlace())).startsWith(JSON.writeValueAsString(key));
      assertSame(written.get(key), entry.value(), yaml.get(key).orElseThrow(), text);
    }
  }

  private static void assertSameItems(
      JsonNode written, SequenceNode json, SequenceNode yaml, String text)
      throws JsonProcessingException {
    assertThat(json.items()).hasSize(written.size());
    assertThat(yaml.items()).hasSize(written.size());
    for (int i = 0; i < written.size(); i++) {
      assertSame(written.get(i), json.items().get(i), yaml.items().get(i), text);
    }
  }

  private static void assertSameScalar(JsonNode written, ScalarNode json, ScalarNode yaml) {
    assertThat(json.text()).isEqualTo(written.asText()).isEqualTo(yaml.text());
    assertThat(json.kind()).hasToString(written.getNodeType().name()).isEqualTo(yaml.kind());
    assertThat(json.plain()).isEqualTo(!written.isTextual()).isEqualTo(yaml.plain());
    assertThat(json.number()).isEqualTo(yaml.number());
    assertThat(json.number().isPresent()).isEqualTo(written.isNumber());
  }

  private static String from(String text, Place place) {
    String line = text.lines().toList().get(place.line() - 1);
    return line.substring(line.offsetByCodePoints(0, place.column() - 1));
  }

  @Provide
  Arbitrary<JsonNode> trees() {
    return tree(3);
  }

  private static Arbitrary<JsonNode> tree(int depth) {
    Arbitrary<String> texts =
        Arbitraries.strings()
            .withCharRange(' ', '~')
            .withChars("äß→ \t\n:#-'\"\\{}[],&*!|>%@`")
            .ofMaxLength(12)
            .map(text -> text.replace("→", "𝄞"));
    Arbitrary<JsonNode> leaf =
        Arbitraries.oneOf(
            texts.map(NODES::textNode),
            Arbitraries.longs().map(NODES::numberNode),
            Arbitraries.doubles().map(NODES::numberNode),
            Arbitraries.of(NODES.booleanNode(true), NODES.booleanNode(false), NODES.nullNode()));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<JsonNode> list =
        tree(depth - 1).list().ofMaxSize(4).map(items -> NODES.arrayNode().addAll(items));
    Arbitrary<JsonNode> mapping =
        Arbitraries.maps(texts, tree(depth - 1))
            .ofMaxSize(12)
            .map(entries -> NODES.objectNode().setAll(entries));
    return Arbitraries.oneOf(leaf, list, mapping);
  }
}
