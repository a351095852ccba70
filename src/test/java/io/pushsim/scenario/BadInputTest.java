package io.pushsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.document.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tells what pushsim says of scenario files that are wrong. */
class BadInputTest {
  private static final Path TABLE = Path.of("src/test/resources/scenario/bad-input.yaml");
  private static final String PUT = "  - PutObject: { Bucket: b, Key: k }\n";

  private final ScenarioReader reader = new ScenarioReader(TestVocabulary.vocabulary());
  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void nameFile() {
    file = folder.resolve("story.yaml");
  }

  @TestFactory
  Stream<DynamicTest> saysWhatIsWrong_whenRowOfTableIsRead() {
    JsonNode rows = DocumentReader.read("table", TABLE).root();
    return StreamSupport.stream(rows.spliterator(), false)
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.path("description").asText(),
                    () -> {
                      List<String> expected =
                          StreamSupport.stream(row.path("problems").spliterator(), false)
                              .map(JsonNode::asText)
                              .toList();

                      assertThat(problems(row.path("text").asText()))
                          .containsExactlyElementsOf(expected);
                    }));
  }

  private List<String> problems(String text) throws IOException {
    return problems(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> problems(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    return problemsOfFile();
  }

  private List<String> problemsOfFile() {
    ScenarioException refused =
        catchThrowableOfType(ScenarioException.class, () -> reader.read("story.yaml", file));
    assertThat(refused).as("the file is refused").isNotNull();
    return refused.problems().stream().map(Problem::toString).toList();
  }

  @Test
  void refusesFileUnread_whenItHas100Megabytes() throws IOException {
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(100_000_000);
    }

    assertThat(problemsOfFile())
        .containsExactly(
            "story.yaml: has 100.0 MB; 8 MB at most are read: put large bodies into files"
                + " (BodyFile)");
  }

  @Test
  void saysWhereFileIsNoText_whenItHasControlCharacters() throws IOException {
    assertThat(problems("name: x\nsteps: \u0000\n"))
        .containsExactly(
            "story.yaml:2:8: the character U+0000 does not belong into a text file; is this a"
                + " scenario?");
  }

  @Test
  void saysWhichByte_whenFileIsNotUtf8() throws IOException {
    assertThat(problems("name: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1)))
        .containsExactly("story.yaml: is not UTF-8 text: byte 10 is 0xE9; save it as UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32"})
  void refuses_whenFileIsInAnotherUnicodeEncoding(String charset) throws IOException {
    List<String> problems = problems(("steps:\n" + PUT).getBytes(Charset.forName(charset)));

    assertThat(problems).singleElement().asString().containsAnyOf("UTF-8", "U+0000");
  }

  @Test
  void saysSo_whenFileIsEmpty() throws IOException {
    assertThat(problems(""))
        .containsExactly("story.yaml: is empty; a scenario has at least \"steps\"");
  }

  @Test
  void saysSo_whenFileIsMissing() {
    assertThat(problemsOfFile()).containsExactly("story.yaml: there is no such file");
  }

  @Test
  void saysSo_whenFileIsFolder() throws IOException {
    Files.createDirectory(file);

    assertThat(problemsOfFile()).containsExactly("story.yaml: is a folder; a scenario is a file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? "})
  void refusesBeforeTheStackEnds_whenItNestsDeeply(String opening) throws IOException {
    assertThat(problems(opening.repeat(100_000)))
        .singleElement()
        .asString()
        .containsAnyOf("nest more than 64 deep", "not well-formed YAML");
  }

  @Test
  void namesPlace_whenItNestsDeeply() throws IOException {
    assertThat(problems("[".repeat(70) + "]".repeat(70)))
        .containsExactly(
            "story.yaml:1:65: not well-formed YAML: lists and mappings nest more than 64 deep");
  }

  @Test
  void refusesSoon_whenAliasesUnfoldToBillions() throws IOException {
    StringBuilder laughs = new StringBuilder("a0: &a0 [lol]\n");
    IntStream.rangeClosed(1, 9)
        .forEach(
            i ->
                laughs
                    .append("a%d: &a%d [".formatted(i, i))
                    .append(("*a" + (i - 1) + ",").repeat(9))
                    .append("]\n"));

    assertThat(problems(laughs.toString()))
        .singleElement()
        .asString()
        .endsWith("aliases (*name) unfold to more than 100000 values; write fewer");
  }

  @Test
  void countsTheRest_whenThereAreMoreThanTwentyProblems() throws IOException {
    List<String> problems = problems("steps:\n" + "  - Foo: {}\n".repeat(30));

    assertThat(problems).hasSize(21).endsWith("story.yaml: … and 10 more problems");
  }

  @Test
  void refusesNotification_whenItsFileIsNoText() throws IOException {
    Files.write(folder.resolve("event.json"), new byte[] {'{', (byte) 0xff, '}'});

    assertThat(problems("steps:\n  - Notify: { File: event.json }\n"))
        .containsExactly(
            "story.yaml:2:21: event.json: is not UTF-8 text: byte 2 is 0xFF; save it as UTF-8");
  }

  @Test
  void refusesFile_whenLinkLeadsOutOfTheFolder(@TempDir Path elsewhere) throws IOException {
    Path secret = Files.writeString(elsewhere.resolve("secret.txt"), "secret");
    Files.createSymbolicLink(folder.resolve("body.txt"), secret);

    assertThat(problems("steps:\n  - PutObject: { Bucket: b, Key: k, BodyFile: body.txt }\n"))
        .containsExactly(
            "story.yaml:2:47: PutObject.BodyFile: \"body.txt\" lies outside of the scenario's"
                + " folder");
  }

  @Test
  void collectsProblems_whenSeveralFilesAreRead() throws IOException {
    Path first = Files.writeString(folder.resolve("a.yaml"), "steps: []\n");
    Path sound = Files.writeString(folder.resolve("b.yaml"), "steps:\n" + PUT);
    Path second = Files.writeString(folder.resolve("c.yaml"), "name: [\n");

    ScenarioException refused =
        catchThrowableOfType(
            ScenarioException.class, () -> reader.readAll(List.of(first, sound, second)));

    assertThat(refused.problems()).extracting(Problem::line).containsExactly(1, 2);
    assertThat(refused.problems())
        .extracting(Problem::file)
        .allSatisfy(name -> assertThat(name).startsWith(folder.toString()))
        .extracting(name -> name.substring(name.length() - 6))
        .containsExactly("a.yaml", "c.yaml");
  }
}
