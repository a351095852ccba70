package io.pushsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.document.Place;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTest {
  private static final JsonMapper JSON = new JsonMapper();

  private static Document parse(String text) {
    return DocumentReader.parse("story.yaml", text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no            | "no"
          yes           | "yes"
          on            | "on"
          NO            | "NO"
          true          | true
          False         | false
          null          | null
          ~             | null
          ''            | ""
          1             | 1
          -7            | -7
          012           | 12
          0o17          | 15
          0xff          | 255
          1_000         | "1_000"
          12:30:45      | "12:30:45"
          2026-01-01    | "2026-01-01"
          1.50          | 1.5
          1e3           | 1000.0
          $LATEST       | "$LATEST"
          111111111111  | 111111111111
          9223372036854775808 | 9223372036854775808
          "1"           | "1"
          """)
  void readsScalarByCoreSchema_whenItIsWritten(String yaml, String json) throws Exception {
    JsonNode value = parse("[ " + (yaml.isEmpty() ? "''" : yaml) + " ]").root().path(0);

    assertThat(value).hasToString(JSON.readTree(json).toString());
  }

  @Test
  void knowsPlaces_whenItIsYaml() {
    Document document = parse("name: x\nsteps:\n  - PutObject: { Bucket: b }\n    repeat: 0x2\n");

    assertThat(document.ofKey("/name")).isEqualTo(new Place("story.yaml", 1, 1));
    assertThat(document.ofValue("/name")).isEqualTo(new Place("story.yaml", 1, 7));
    assertThat(document.ofValue("/steps/0")).isEqualTo(new Place("story.yaml", 3, 5));
    assertThat(document.ofKey("/steps/0/PutObject/Bucket"))
        .isEqualTo(new Place("story.yaml", 3, 18));
    assertThat(document.ofValue("/steps/0/PutObject/Bucket"))
        .isEqualTo(new Place("story.yaml", 3, 26));
    assertThat(document.source("/steps/0/repeat")).contains("0x2");
  }

  @Test
  void knowsPlaces_whenItIsJson() {
    Document document = parse("{\n  \"steps\": [\n    { \"a/b~c\": true } ] }\n");

    assertThat(document.ofKey("/steps")).isEqualTo(new Place("story.yaml", 2, 3));
    assertThat(document.ofKey("/steps/0/a~1b~0c")).isEqualTo(new Place("story.yaml", 3, 7));
    assertThat(document.ofValue("/steps/0/a~1b~0c")).isEqualTo(new Place("story.yaml", 3, 16));
  }

  @Test
  void namesNearestPlaceAround_whenPartIsNotThere() {
    Document document = parse("steps:\n  - a: {}\n");

    assertThat(document.ofValue("/steps/0/a/b/c")).isEqualTo(new Place("story.yaml", 2, 8));
    assertThat(document.ofValue("/nothing")).isEqualTo(new Place("story.yaml", 1, 1));
  }

  @Test
  void unfoldsAliases_whenTheyAreFew() {
    Document document = parse("a: &x { k: 1 }\nb: *x\n");

    assertThat(document.root().path("b")).isEqualTo(document.root().path("a"));
    assertThat(document.ofKey("/b")).isEqualTo(new Place("story.yaml", 2, 1));
  }

  @Property(tries = 300)
  void readsWhatJacksonReads_whenTextIsJson(@ForAll("trees") JsonNode tree)
      throws JsonProcessingException {
    String compact = JSON.writeValueAsString(tree);
    String pretty = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree);

    assertThat(parse(compact).root()).hasToString(tree.toString());
    assertThat(parse(pretty).root()).hasToString(tree.toString());
  }

  @Provide
  Arbitrary<JsonNode> trees() {
    return tree(3);
  }

  private static Arbitrary<JsonNode> tree(int depth) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    Arbitrary<String> texts =
        Arbitraries.strings().ascii().withChars("äß→𝄞 :#-'\"\\{}[],&*!|>%@`").ofMaxLength(12);
    Arbitrary<JsonNode> leaf =
        Arbitraries.oneOf(
            texts.map(DocumentTest::printable).map(json::textNode),
            Arbitraries.longs().map(number -> integer(number)),
            Arbitraries.of(json.booleanNode(true), json.booleanNode(false), json.nullNode()));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<JsonNode> list = tree(depth - 1).list().ofMaxSize(4).map(DocumentTest::listOf);
    Arbitrary<JsonNode> mapping =
        Arbitraries.maps(texts.map(DocumentTest::printable), tree(depth - 1))
            .ofMaxSize(4)
            .map(DocumentTest::mappingOf);
    return Arbitraries.oneOf(leaf, list, mapping);
  }

  private static JsonNode integer(long number) {
    return number == (int) number
        ? JsonNodeFactory.instance.numberNode((int) number)
        : JsonNodeFactory.instance.numberNode(number);
  }

  private static String printable(String text) {
    return text.codePoints()
        .filter(point -> !Character.isISOControl(point) && Character.isDefined(point))
        .filter(point -> point < 0xD800 || point > 0xDFFF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static JsonNode listOf(List<JsonNode> items) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    items.forEach(array::add);
    return array;
  }

  private static JsonNode mappingOf(Map<String, JsonNode> entries) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    entries.forEach(object::set);
    return object;
  }
}
