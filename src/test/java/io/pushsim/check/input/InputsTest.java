package io.pushsim.check.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pushsim.check.setup.DeclaredBucket;
import io.pushsim.check.setup.Dialect;
import io.pushsim.check.setup.Origin;
import io.pushsim.check.setup.Text;
import io.pushsim.document.Node;
import io.pushsim.document.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputsTest {
  private static final String FORMS =
      "a scenario file, saved output of the AWS CLI, a CloudFormation or SAM template, or what terraform show -json prints";

  @TempDir Path folder;
  private final Gathering gathering = new Gathering(Deployment.UNKNOWN);

  /** A form whose documents have one key, and declare a bucket. */
  private record FormOfKey(String key) implements InputForm {
    @Override
    public boolean recognises(Node root) {
      return Nodes.mapping(root).filter(mapping -> mapping.has(key)).isPresent();
    }

    @Override
    public void read(InputFile file, Gathering gathering) {
      String name = Nodes.mapping(file.root()).flatMap(root -> Nodes.text(root, key)).orElse("");
      if (name.equals("bad")) {
        gathering.problem(Problem.at(file.root().place(), "is bad"));
      }
      gathering
          .setUp()
          .add(
              new DeclaredBucket(
                  Text.of(name),
                  Text.of(key),
                  Text.of(String.valueOf(file.given())),
                  Origin.of(Dialect.SCENARIO, file.root().place())));
    }
  }

  private Path save(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private List<String> read(Path... paths) {
    Inputs.read(List.of(paths), List.of(new FormOfKey("a"), new FormOfKey("b")), gathering);
    return gathering.setUp().build().buckets().stream()
        .map(bucket -> bucket.owner() + "=" + bucket.name())
        .toList();
  }

  private List<String> problems() {
    return gathering.problems().stream()
        .map(problem -> problem.toString().replace(folder + "/", ""))
        .toList();
  }

  @Test
  void letsTheFirstFormThatRecognisesADocumentReadIt() throws IOException {
    save("1.json", "{\"b\": \"one\"}");
    save("2.yaml", "a: two\nb: too\n");

    assertThat(read(folder)).containsExactly("a=two", "b=one");
    assertThat(problems()).isEmpty();
  }

  @Test
  void readsDocumentsThatFollowEachOther() throws IOException {
    save("1.json", "{\"b\": \"one\"}\n{\"a\": \"two\"}{\"b\": \"three\"}");
    save("2.yaml", "a: four\n---\nb: five\n");

    assertThat(read(folder)).containsExactly("a=two", "a=four", "b=one", "b=three", "b=five");
  }

  @Test
  void letsOneBadFileHideNoOther() throws IOException {
    save("1.json", "{\"a\": \"arn:one\"");
    save("2.json", "{\"a\": \"bad\"}");
    save("3.json", "{\"a\": \"three\"}");

    assertThat(read(folder)).containsExactly("a=bad", "a=three");
    assertThat(problems()).hasSize(2);
    assertThat(problems().get(0)).startsWith("1.json:1:");
    assertThat(problems().get(1)).isEqualTo("2.json:1:1: is bad");
  }

  @Test
  void passesOverWhatIsSomethingElseInAFolder() throws IOException {
    save("package.json", "{\"name\": \"x\"}");
    save("tsconfig.json", "{ // comments\n}");
    save("chart.yaml", "name: {{ .Values.name }}\n: }");
    save("notes.txt", "Dear all");
    save("a.json", "{\"a\": \"one\"}");

    assertThat(read(folder)).containsExactly("a=one");
    assertThat(problems()).isEmpty();
    assertThat(gathering.passedOver())
        .extracting(name -> name.replace(folder + "/", ""))
        .containsExactly("chart.yaml", "package.json", "tsconfig.json");
  }

  @Test
  void saysOfAFileThatWasNamedThatItIsNoInput() throws IOException {
    read(save("package.json", "{\"name\": \"x\"}"), save("a.json", "{\"a\": \"one\"}"));

    assertThat(problems())
        .containsExactly("package.json: is none of the inputs that are read: " + FORMS);
  }

  @Test
  void saysThatAFolderHasNothingThatIsAnInput() throws IOException {
    save("package.json", "{\"name\": \"x\"}");
    read(folder);

    assertThat(gathering.problems())
        .singleElement()
        .hasToString(folder + ": there is no input in it: 1 files are none of " + FORMS);
  }

  @Test
  void tellsFormsWhichFilesWereNamed() throws IOException {
    save("sub/a.json", "{\"a\": \"one\"}");
    read(save("b.json", "{\"a\": \"two\"}"), folder.resolve("sub"));

    assertThat(gathering.setUp().build().buckets())
        .extracting(bucket -> bucket.region().toString())
        .containsExactly("true", "false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tfplan", "plan.json", "plan.zip"})
  void saysHowABinaryPlanBecomesAnInput(String name) throws IOException {
    Path plan = folder.resolve(name);
    Files.write(plan, new byte[] {'P', 'K', 3, 4, 20, 0, 8, 0, (byte) 0xFF});
    read(plan);

    assertThat(problems())
        .containsExactly(
            name
                + ": is a zip archive, as a plan of Terraform is: give the plan: terraform plan -out tfplan, then terraform show -json tfplan > plan.json");
  }

  @Test
  void saysThatTerraformsSourceIsNoInput() throws IOException {
    read(save("main.tf", "resource \"aws_s3_bucket\" \"b\" {}"));

    assertThat(problems())
        .singleElement()
        .asString()
        .startsWith("main.tf: is Terraform's source, in which values are not known: give the plan");
  }

  @Test
  void saysThatAFileOf100MegabytesIsTooLarge() throws IOException {
    Path large = folder.resolve("large.json");
    try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
      sparse.setLength(100_000_000);
    }
    save("a.json", "{\"a\": \"one\"}");

    assertThat(read(folder)).containsExactly("a=one");
    assertThat(problems())
        .containsExactly(
            "large.json: has 100.0 MB; 64 MB at most are read: leave out of it what is about neither Lambda nor S3, or split it");
  }

  @ParameterizedTest
  @CsvSource({
    "'[,{[,', 6",
    "'{\"a\": 1, \"b\": [2, 3]}', 5",
    "'a: 1\nb:\n- - 2\n', 6",
  })
  void countsAtLeastTheValuesOfAText(String text, long most) {
    new Allowance(most).take("x", text);

    assertThatThrownBy(() -> new Allowance(most - 1).take("x.json", text))
        .hasMessageStartingWith(
            "x.json: is too much for the memory, which holds %d values of all inputs: check it alone"
                .formatted(most - 1));
  }

  @Test
  void bearsHostileNesting() throws IOException {
    save("a.json", "{\"a\": \"one\"}");
    save("deep.json", "{\"arn:\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
    save("deep.yaml", "a: " + "[".repeat(100_000));

    assertThat(read(folder)).containsExactly("a=one");
    assertThat(problems())
        .containsExactly(
            "deep.json:1:208: not well-formed JSON: lists and mappings nest more than 200 deep");
    assertThat(gathering.passedOver()).containsExactly(folder + "/deep.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   \n", "null", "3", "[]", "\"text\"", "---\n---\n"})
  void bearsDocumentsOfEveryType(String text) throws IOException {
    save("odd.yaml", text);
    save("a.json", "{\"a\": \"one\"}");

    assertThat(read(folder)).containsExactly("a=one");
    assertThat(problems()).isEmpty();
    assertThat(gathering.passedOver()).hasSize(1);
  }

  @Test
  void bearsBytesThatAreNoText() throws IOException {
    Files.write(folder.resolve("bytes.json"), new byte[] {(byte) 0xFF, 0x00, 0x12});
    save("a.json", "{\"a\": \"one\"}");

    assertThat(read(folder)).containsExactly("a=one");
    assertThat(problems()).singleElement().asString().startsWith("bytes.json: is not UTF-8 text");
  }
}
