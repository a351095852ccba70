package io.pushsim.document;

import static io.pushsim.document.Reading.LIMITS;
import static io.pushsim.document.Reading.at;
import static io.pushsim.document.Reading.problems;
import static io.pushsim.document.Reading.scalar;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
  @TempDir Path folder;

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("file"), text);
  }

  private List<String> refused(Path file) {
    return problems(() -> Documents.read("f.yaml", file, LIMITS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"f.json", "f.JSON", "f.yaml", "f.template"})
  void readsFile_whenItIsJsonByAnyName(String name) throws IOException {
    Node root = Documents.read(name, write("\n{\n\t\"a\": [1, \"\\u00e4\"] }"), LIMITS);

    assertThat(root.place()).isEqualTo(new Place(name, 2, 1));
    assertThat(scalar(root, "a", 1).text()).isEqualTo("ä");
    assertThat(scalar(root, "a", 1).place()).isEqualTo(new Place(name, 3, 11));
  }

  @Test
  void readsYaml_whenItBeginsLikeJson() {
    Node flow = Documents.parse("f.yaml", "{ a: b, c: !Ref d }", LIMITS);
    Node stream = Documents.parse("f", "[1]\n# the only one\n", LIMITS);

    assertThat(scalar(flow, "a").text()).isEqualTo("b");
    assertThat(at(flow, "c").tag()).contains("!Ref");
    assertThat(scalar(stream, 0).text()).isEqualTo("1");
  }

  @Test
  void refusesYaml_whenTheNameSaysJson() {
    assertThat(problems("f.json", "{ a: b }"))
        .containsExactly(
            "f.json:1:3: not well-formed JSON: Unexpected character ('a' (code 97)): was expecting"
                + " double-quote to start field name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1}{\"a\":2}\n", "{\"a\":1}\n\n{\"a\":2}"})
  void readsAllTexts_whenJsonWasAppended(String text) throws IOException {
    List<Node> all = Documents.readAll("calls.out", write(text), LIMITS);

    assertThat(all).extracting(root -> scalar(root, "a").text()).containsExactly("1", "2");
  }

  @Test
  void readsAllDocuments_whenFileIsYaml() {
    List<Node> all = Documents.parseAll("f.yaml", "a: 1\n---\na: 2\n---\n{\"a\": 3}\n", LIMITS);

    assertThat(all).extracting(root -> scalar(root, "a").text()).containsExactly("1", "2", "3");
    assertThat(all).extracting(root -> root.place().line()).containsExactly(1, 3, 5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"f.yaml", "f.json"})
  void saysWhatIsMissing_whenFileIsEmpty(String name) {
    String expected = name + ": is empty; a template has \"Resources\"";

    assertThat(problems(name, "")).containsExactly(expected);
    assertThat(problems(name, " \n")).containsExactly(expected);
    assertThat(problems(() -> Documents.parseAll(name, "\n", LIMITS))).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"f.yaml:2:1", "f.json:2:1"})
  void refusesSecondDocument_whenOneIsWanted(String place) {
    String name = place.substring(0, 6);
    String text = name.equals("f.json") ? "{}\n{}" : "a: 1\n---\nb: 1\n";

    assertThat(problems(name, text))
        .containsExactly(place + ": a second document begins here; write one template a file");
  }

  @Test
  void refusesFileUnread_whenItIsTooLarge() throws IOException {
    Path file = folder.resolve("large");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(30_000_000_000L);
    }

    assertThat(refused(file))
        .containsExactly("f.yaml: has 30000.0 MB; 1 MB at most are read: split it");
  }

  @Test
  void namesBytes_whenLimitIsSmall() throws IOException {
    Documents.Limits small = new Documents.Limits(10, 5, 5, true, LIMITS.words());
    Path exact = write("[12345678]");

    assertThat(((SequenceNode) Documents.read("f", exact, small)).items()).hasSize(1);
    Path large = write("[123456789]");
    assertThat(problems(() -> Documents.read("f", large, small)))
        .containsExactly("f: has 11 bytes; 10 bytes at most are read: split it");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void stopsReading_whenFileDoesNotEnd() {
    assertThat(refused(Path.of("/dev/zero")))
        .containsExactly("f.yaml: does not end; 1 MB at most are read: split it");
  }

  @Test
  void saysWhatItIs_whenFileIsFolderOrMissing() {
    assertThat(refused(folder)).containsExactly("f.yaml: is a folder; a template is a file");
    assertThat(refused(folder.resolve("none"))).containsExactly("f.yaml: there is no such file");
  }

  @Test
  void saysWhere_whenFileIsNotText() throws IOException {
    Path latin1 = folder.resolve("latin1");
    Files.write(latin1, "{\"a\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
    Path utf16 = folder.resolve("utf16");
    Files.write(utf16, "{}".getBytes(StandardCharsets.UTF_16LE));

    assertThat(refused(latin1))
        .containsExactly("f.yaml: is not UTF-8 text: byte 11 is 0xE9; save it as UTF-8");
    assertThat(refused(utf16))
        .containsExactly(
            "f.yaml:1:2: the character U+0000 does not belong into a text file; is this a"
                + " template?");
  }

  @Test
  void countsFromTheFirstCharacter_whenFileHasByteOrderMark() throws IOException {
    Node json = Documents.read("f.json", write("\uFEFF{\"a\": 1}"), LIMITS);

    assertThat(json.place()).isEqualTo(new Place("f.json", 1, 1));
    assertThat(at(json, "a").place()).isEqualTo(new Place("f.json", 1, 7));
  }

  @Test
  void writesPlace_whenItIsTheWholeFile() {
    assertThat(Place.ofFile("a.yaml")).hasToString("a.yaml");
    assertThat(new Place("a.yaml", 12, 7)).hasToString("a.yaml:12:7");
    Problem problem = Problem.at(new Place("a.yaml", 12, 7), "is wrong");
    assertThat(problem).hasToString("a.yaml:12:7: is wrong");
    assertThat(problem.place()).isEqualTo(new Place("a.yaml", 12, 7));
    assertThat(Problem.ofFile("a.yaml", "is wrong")).hasToString("a.yaml: is wrong");
  }
}
