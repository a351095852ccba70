package io.pushsim.document;

import static io.pushsim.document.Reading.LIMITS;
import static io.pushsim.document.Reading.at;
import static io.pushsim.document.Reading.problems;
import static io.pushsim.document.Reading.scalar;
import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.document.ScalarNode.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
  private static final String TEMPLATE =
      """
      AWSTemplateFormatVersion: 2012-10-17
      Account: 012345678901
      Arn: !GetAtt Function.Arn
      Quoted: !Ref 'Bucket'
      Number: !Ref 12
      Source: !Sub ["arn:${P}", { P: !Ref AWS::Partition }]
      When: !If
        - Cond
        - Yes
        - ~
      Macro: !Transform { Name: Include }
      Map: !Transform
        Name: Include
      """;

  private static Node parse(String text) {
    return Documents.parse("t.yaml", text, LIMITS);
  }

  @Test
  void keepsTags_whenTemplateHasShortForms() {
    Node root = parse(TEMPLATE);

    assertThat(at(root, "Arn").tag()).contains("!GetAtt");
    assertThat(scalar(root, "Arn").text()).isEqualTo("Function.Arn");
    assertThat(at(root, "Arn").place()).isEqualTo(new Place("t.yaml", 3, 6));
    assertThat(scalar(root, "Quoted").plain()).isFalse();
    assertThat(scalar(root, "Number").kind()).isEqualTo(Kind.STRING);
    assertThat(at(root, "Source").tag()).contains("!Sub");
    assertThat(at(root, "Source", 0).tag()).isEmpty();
    assertThat(at(root, "Source", 1, "P").tag()).contains("!Ref");
    assertThat(at(root, "When").tag()).contains("!If");
    assertThat(at(root, "When")).isInstanceOf(SequenceNode.class);
    assertThat(at(root, "Macro").tag()).contains("!Transform");
    assertThat(scalar(root, "Macro", "Name").text()).isEqualTo("Include");
    assertThat(at(root, "Map")).isInstanceOf(MappingNode.class);
    assertThat(at(root, "Map").tag()).contains("!Transform");
  }

  @Test
  void readsAText_whenItHasTheFormOfAnEnvironmentVariable() {
    Node root = parse("Fn::Sub: ${Stage}");

    assertThat(at(root, "Fn::Sub").tag()).isEmpty();
    assertThat(scalar(root, "Fn::Sub").text()).isEqualTo("${Stage}");
    assertThat(scalar(root, "Fn::Sub").kind()).isEqualTo(Kind.STRING);
  }

  @Test
  void readsByCoreSchema_whenYaml11WouldReadOtherwise() {
    Node root = parse(TEMPLATE);

    assertThat(scalar(root, "AWSTemplateFormatVersion").kind()).isEqualTo(Kind.STRING);
    assertThat(scalar(root, "When", 1).kind()).isEqualTo(Kind.STRING);
    assertThat(scalar(root, "When", 2).kind()).isEqualTo(Kind.NULL);
    assertThat(scalar(root, "Account").kind()).isEqualTo(Kind.NUMBER);
    assertThat(scalar(root, "Account").source()).contains("012345678901");
    assertThat(scalar(root, "Account").number()).contains(12345678901L);
  }

  @ParameterizedTest
  @CsvSource({"12,12", "-0x,", "0xff,255", "0o17,15", "+7,7", "1.5,1.5", ".5,0.5", "5.,5.0"})
  void tellsNumbers_whenScalarIsOne(String text, String number) {
    assertThat(scalar(parse("[" + text + "]"), 0).number().map(Number::toString).orElse(null))
        .isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: !!set { b }        | t.yaml:1:4: the tag tag:yaml.org,2002:set is not understood; leave it out
          a: !!binary aGk=      | t.yaml:1:4: the tag tag:yaml.org,2002:binary is not understood; leave it out
          a: !<tag:x.org,1:t> b | t.yaml:1:4: the tag tag:x.org,1:t is not understood; leave it out
          a: !!int 1.5          | t.yaml:1:4: the value 1.5 has no form in JSON; put it in quotes
          a: .inf               | t.yaml:1:4: the value .inf has no form in JSON; put it in quotes
          a: { <<: { b: 1 } }   | t.yaml:1:6: YAML 1.2 has no merge keys (<<); write the keys themselves
          { [a]: b }            | t.yaml:1:3: a key must be a text, not a list or a mapping
          { a: 1, a: 2 }        | t.yaml:1:9: duplicate key "a"; it stands in line 1 already
          &a [ *a ]             | t.yaml:1:1: an anchor (&name) contains an alias (*name) of itself
          """)
  void saysWhatIsWrong_whenYamlIsNotUnderstood(String text, String problem) {
    assertThat(problems("t.yaml", text)).containsExactly(problem);
  }

  @Test
  void reportsAllProblems_whenThereAreSeveral() {
    assertThat(problems("t.yaml", "a: !!set { b }\na: 1\n<<: 2\n---\n"))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("t.yaml:1:4: the tag"),
            second -> assertThat(second).startsWith("t.yaml:2:1: duplicate key \"a\""),
            third -> assertThat(third).startsWith("t.yaml:3:1: YAML 1.2 has no merge keys"),
            fourth -> assertThat(fourth).startsWith("t.yaml:4:1: a second document"));
  }

  @Test
  void refusesTags_whenLimitsHaveNone() {
    Documents.Limits plain = new Documents.Limits(1_000, 5, 5, false, LIMITS.words());

    assertThat(problems(() -> Documents.parse("t.yaml", "a: !Ref b\nc: !If [d]\n", plain)))
        .containsExactly(
            "t.yaml:1:4: the tag !Ref is not understood; leave it out",
            "t.yaml:2:4: the tag !If is not understood; leave it out");
  }

  @Test
  void boundsAliases_whenTheyUnfold() {
    String hundred = "a: &a [" + "1,".repeat(9) + "1]\n";

    assertThat(((SequenceNode) at(parse(hundred + "b: *a\n"), "b")).items()).hasSize(10);
    assertThat(problems("t.yaml", hundred + "b: [" + "*a,".repeat(10) + "]\n"))
        .containsExactly("t.yaml:1:8: aliases (*name) unfold to more than 100 values; write fewer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? "})
  void refusesBeforeTheStackEnds_whenItNestsDeeply(String opening) {
    assertThat(problems("t.yaml", opening.repeat(100_000)))
        .singleElement()
        .asString()
        .containsAnyOf("nest more than 20 deep", "not well-formed YAML");
  }
}
