package io.pushsim.document;

import static io.pushsim.document.Reading.LIMITS;
import static io.pushsim.document.Reading.at;
import static io.pushsim.document.Reading.problems;
import static io.pushsim.document.Reading.scalar;
import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.document.ScalarNode.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {
  @Test
  void knowsKindsAndPlaces_whenItIsJson() {
    Node root =
        Documents.parse(
            "p.json", "{\"s\": \"x\",\r\n \"n\": -1.5e3, \"b\": false, \"z\": null}", LIMITS);

    assertThat(((MappingNode) root).entries())
        .extracting(entry -> ((ScalarNode) entry.value()).kind())
        .containsExactly(Kind.STRING, Kind.NUMBER, Kind.BOOLEAN, Kind.NULL);
    assertThat(((MappingNode) root).entry("n").orElseThrow().keyPlace())
        .isEqualTo(new Place("p.json", 2, 2));
    assertThat(at(root, "n").place()).isEqualTo(new Place("p.json", 2, 7));
    assertThat(scalar(root, "n").number()).contains(-1500.0);
    assertThat(scalar(root, "n").source()).contains("-1.5e3");
    assertThat(scalar(root, "s").source()).isEmpty();
    assertThat(scalar(root, "s").number()).isEmpty();
    assertThat(((MappingNode) root).has("z")).isTrue();
    assertThat(((MappingNode) root).get("other")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          { "a": 1             | p.json:1:9: the file ends too early: the mapping that began in line 1 is not closed; is it complete?
          { "a": [1,           | p.json:1:11: the file ends too early: the list that began in line 1 is not closed; is it complete?
          { "a": 1, "b         | p.json:1:13: the file ends too early: the mapping that began in line 1 is not closed; is it complete?
          { "a": "x            | p.json:1:10: the file ends too early: the mapping that began in line 1 is not closed; is it complete?
          "x                   | p.json:1:3: the file ends too early; is it complete?
          {} x                 | p.json:1:4: not well-formed JSON: the text is complete before this; delete what follows
          {}}                  | p.json:1:3: not well-formed JSON: the text is complete before this; delete what follows
          [1,]                 | p.json:1:4: not well-formed JSON: Unexpected character (']' (code 93)): expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')
          [1}                  | p.json:1:3: not well-formed JSON: Unexpected close marker '}': expected ']' (for Array starting at line 1, column 1)
          [1e999]              | p.json:1:2: the value 1e999 has no form in JSON; put it in quotes
          { "a": 1, "a": [{}] } | p.json:1:11: duplicate key "a"; it stands in line 1, column 3 already: delete one
          """)
  void saysWhatIsWrong_whenJsonIsMalformed(String text, String problem) {
    assertThat(problems("p.json", text)).containsExactly(problem);
  }

  @Test
  void reportsAllProblems_whenThereAreSeveral() {
    assertThat(
            problems("p.json", "{\"a\": 1, \"a\": 2,\n \"b\": {\"c\": 1, \"c\": 2},\n \"d\": x}"))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("p.json:1:10: duplicate key \"a\""),
            second -> assertThat(second).startsWith("p.json:2:16: duplicate key \"c\""),
            third -> assertThat(third).startsWith("p.json:3:7: not well-formed JSON: Unrec"));
  }

  @Test
  void findsDuplicateKey_whenMappingHasMany() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < 50; i++) {
      text.append("\"k").append(i).append("\": ").append(i).append(",\n");
    }

    MappingNode many = (MappingNode) Documents.parse("p.json", text + "\"k\": 0}", LIMITS);

    assertThat(many.entries()).hasSize(51);
    assertThat(many.get("k7").map(Node::place)).contains(new Place("p.json", 8, 7));
    assertThat(many.get("k49")).isPresent();
    assertThat(many.get("k50")).isEmpty();
    assertThat(problems("p.json", text + "\"k7\": 0}"))
        .containsExactly(
            "p.json:51:1: duplicate key \"k7\"; it stands in line 8, column 1 already: delete one");
  }

  @Test
  void refusesBeforeTheStackEnds_whenItNestsDeeply() {
    String deepest = "[".repeat(20) + "]".repeat(20);

    assertThat(Documents.parse("p.json", deepest, LIMITS)).isInstanceOf(SequenceNode.class);
    assertThat(problems("p.json", "[".repeat(1_000_000)))
        .containsExactly(
            "p.json:1:21: not well-formed JSON: lists and mappings nest more than 20 deep");
  }

  @Test
  void keepsPlaces_whenOneLineIsLongerThanAnyBuffer() {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < 3_000; i++) {
      text.append("{\"k\\u00e4y𝄞").append(i).append("\":\"𝄞\"},");
    }
    String json = text + "0]";

    List<Node> items = ((SequenceNode) Documents.parse("p.json", json, LIMITS)).items();

    for (int i = 0; i < 3_000; i++) {
      MappingNode.Entry entry = ((MappingNode) items.get(i)).entries().get(0);
      assertThat(entry.key()).isEqualTo("käy𝄞" + i);
      assertThat(from(json, items.get(i).place())).startsWith("{\"k\\u00e4y𝄞" + i + "\"");
      assertThat(from(json, entry.keyPlace())).startsWith("\"k\\u00e4y𝄞" + i + "\":");
      assertThat(from(json, entry.value().place())).startsWith("\"𝄞\"}");
    }
  }

  /** What stands at the place of the text's only line, so far as it is looked at. */
  private static String from(String line, Place place) {
    assertThat(place.line()).isEqualTo(1);
    int start = line.offsetByCodePoints(0, place.column() - 1);
    return line.substring(start, Math.min(line.length(), start + 30));
  }
}
