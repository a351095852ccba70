package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Inputs in which something at random is missing, twice there, of another type, cut off or in
 * another order: each ends with a verdict or with what is wrong, never with a failure of pushsim.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES) // Against a check that never ends.
@Tag("one-jdk")
class CheckFuzzTest {
  private static final Path BROKEN = Path.of("src", "test", "resources", "check", "broken");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Functions and buckets that are enough of the answers to read them again and again. */
  private static final List<String> FEW =
      List.of("helloworld", "examplebucket", "gate", "visitor-photos", "receipt", "canary");

  private static final String[] FORMATS = {"table", "json", "sarif", "markdown"};
  private static final String[] ODD_WORDS = {
    "",
    "0",
    "-1",
    "99999999999999999999",
    "1e999",
    "true",
    "null",
    "~",
    "[]",
    "{}",
    "[[[]]]",
    "*",
    "!Ref Nothing",
    "!GetAtt A",
    "!Sub '${'",
    "!If [A, B]",
    "&a [*a]",
    "\"\\u0000\"",
    "${AWS::AccountId}",
    "arn:aws:lambda:::function:",
    "arn:aws:s3:::",
    "2020-01-01",
    "0x1F",
    "ü"
  };

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "sam.yaml, 110, 1",
    "cloudformation.yaml, 110, 2",
    "scenario.yaml, 110, 3",
    "terraform-plan.json, 50, 4"
  })
  void neverFails_whateverBecomesOfAFile(String name, int times, long seed) throws IOException {
    String text = Files.readString(BROKEN.resolve(name));
    Files.createDirectory(folder.resolve("code")); // Which the scenario names.
    Random random = new Random(seed);
    for (int i = 0; i < times; i++) {
      Path file = folder.resolve(name);
      Files.writeString(file, mutated(text, name, random));
      requireVerdict(file, random, "%s, seed %d, mutation %d".formatted(name, seed, i));
    }
  }

  @ParameterizedTest
  @CsvSource("120, 5")
  void neverFails_whateverBecomesOfAnAnswerAmongOthers(int times, long seed) throws IOException {
    List<Path> files = copyOf(BROKEN.resolve("cli-output"));
    Random random = new Random(seed);
    for (int i = 0; i < times; i++) {
      Path file = files.get(random.nextInt(files.size()));
      String text = Files.readString(file);
      Files.writeString(file, mutated(text, file.toString(), random));
      requireVerdict(folder, random, "%s, seed %d, mutation %d".formatted(file, seed, i));
      Files.writeString(file, text);
    }
  }

  private List<Path> copyOf(Path from) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(from)) {
      files =
          walk.filter(Files::isRegularFile)
              .filter(file -> from.equals(file.getParent()) || isOfTheFew(file))
              .sorted()
              .toList();
    }
    List<Path> copies = new ArrayList<>();
    for (Path file : files) {
      Path copy = folder.resolve(from.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      copies.add(Files.copy(file, copy));
    }
    return copies;
  }

  private static boolean isOfTheFew(Path file) {
    String name = file.getFileName().toString();
    return FEW.stream().anyMatch(name::startsWith);
  }

  private static void requireVerdict(Path input, Random random, String what) {
    String format = FORMATS[random.nextInt(FORMATS.length)];
    Cli run = Cli.run("check", input.toString(), "--format", format);

    assertThat(run.exitCode()).as("%s: %s", what, run.err()).isBetween(0, 2);
    assertThat(run.out() + run.err())
        .as(what)
        .doesNotContain("io.pushsim.", "java.lang.", "java.util.");
    assertThat(run.exitCode() == PushsimCommand.WRONG_INPUT)
        .as("%s: what is wrong is told, and makes the exit code: %s", what, run.err())
        .isEqualTo(!run.err().isEmpty());
  }

  private static String mutated(String text, String name, Random random) throws IOException {
    int kind = random.nextInt(10);
    if (kind == 0) {
      return text.substring(0, random.nextInt(text.length()));
    }
    return name.endsWith(".json") && kind < 8 ? node(text, random) : lines(text, random);
  }

  private static String node(String text, Random random) throws IOException {
    JsonNode root = JSON.readTree(text);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      List<JsonNode> containers = new ArrayList<>();
      gather(root, containers);
      if (!containers.isEmpty()) {
        change(containers.get(random.nextInt(containers.size())), random);
      }
    }
    return JSON.writeValueAsString(root);
  }

  private static void gather(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode() && !node.isEmpty()) {
      containers.add(node);
      node.forEach(child -> gather(child, containers));
    }
  }

  private static void change(JsonNode container, Random random) {
    int index = random.nextInt(container.size());
    int what = random.nextInt(4);
    if (container instanceof ArrayNode array) {
      switch (what) {
        case 0 -> array.remove(index);
        case 1 -> array.insert(index, array.get(index).deepCopy());
        case 2 -> array.set(index, array.get(random.nextInt(array.size())).deepCopy());
        default -> array.set(index, other(array.get(index), random));
      }
    } else if (container instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = names.get(index);
      switch (what) {
        case 0 -> object.remove(name);
        case 1 -> object.set(name + "x", object.remove(name));
        case 2 -> object.set(name, object.get(names.get(random.nextInt(names.size()))).deepCopy());
        default -> object.set(name, other(object.get(name), random));
      }
    }
  }

  private static JsonNode other(JsonNode former, Random random) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (random.nextInt(8)) {
      case 0 -> nodes.nullNode();
      case 1 -> nodes.numberNode(random.nextInt());
      case 2 -> nodes.booleanNode(random.nextBoolean());
      case 3 -> nodes.arrayNode().add(former);
      case 4 -> nodes.objectNode().set("x", former);
      case 5 -> nodes.arrayNode();
      case 6 -> nodes.objectNode();
      default -> nodes.textNode(ODD_WORDS[random.nextInt(ODD_WORDS.length)]);
    };
  }

  private static String lines(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(lines.size());
      String line = lines.get(at);
      switch (random.nextInt(7)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.add(at, line);
        case 2 -> lines.set(at, " ".repeat(random.nextInt(12)) + line.strip());
        case 3 -> lines.set(at, lines.get(random.nextInt(lines.size())));
        case 4 -> Collections.swap(lines, at, random.nextInt(lines.size()));
        case 5 -> Collections.shuffle(lines.subList(at, Math.min(at + 8, lines.size())), random);
        default ->
            lines.set(
                at,
                line.replaceFirst(": .*", "") + ": " + ODD_WORDS[random.nextInt(ODD_WORDS.length)]);
      }
    }
    return String.join("\n", lines);
  }
}
