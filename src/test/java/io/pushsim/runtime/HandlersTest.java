package io.pushsim.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every file and folder under {@code src/test/resources/handlers} and holds it against its own
 * directives: lines of the file (of a folder: of its {@code case.txt}) that begin with {@code //!}.
 *
 * <pre>
 * runtime nodejs22.x     handler index.handler     timeout 3     format JSON     variable NAME=value
 * invoke {"the":"event"}          begins the expectations for one more invocation of the same environment
 * result {"the":"answer"}         or   error {"errorType":…}   with &lt;id&gt; for the request's id
 * log INFO text                   every console entry in order, \r for a line break; raw lines with RAW
 * line START RequestId: …         a line that Lambda itself wrote, anywhere in the log
 * </pre>
 */
class HandlersTest {
  private static Replay replay;

  @BeforeAll
  static void open() {
    replay = new Replay();
  }

  @AfterAll
  static void close() {
    replay.close();
  }

  @TestFactory
  Stream<DynamicTest> handlersAnswerAndLogAsOnLambda() throws IOException, URISyntaxException {
    Path folder = Path.of(HandlersTest.class.getResource("/handlers").toURI());
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList().stream()
          .map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> check(path)));
    }
  }

  private void check(Path path) throws IOException {
    Case test = Case.read(path);
    assertThat(test.invocations).as("invoke directives").isNotEmpty();
    try (ExecutionEnvironment environment = replay.runtime.start(test.function())) {
      for (Expected expected : test.invocations) {
        expected.check(replay.invoke(environment, expected.event));
      }
    }
  }

  /** A handler's files and what is said of it. */
  private static final class Case {
    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<Expected> invocations = new ArrayList<>();
    private final Map<String, String> variables = new TreeMap<>();
    private String runtime = "nodejs22.x";
    private String handler = "index.handler";
    private String format = "Text";
    private Duration timeout = Duration.ofSeconds(3);

    static Case read(Path path) throws IOException {
      Case test = new Case();
      if (Files.isDirectory(path)) {
        test.files.putAll(CodePackage.unzip(CodePackage.zipFile(path)).files());
        test.readDirectives(new String(test.files.get("case.txt"), UTF_8));
      } else {
        String name = path.getFileName().toString();
        String text = Files.readString(path);
        test.files.put("index" + name.substring(name.lastIndexOf('.')), text.getBytes(UTF_8));
        test.readDirectives(text);
      }
      return test;
    }

    private void readDirectives(String text) {
      for (String line : text.lines().filter(each -> each.startsWith("//! ")).toList()) {
        String[] parts = line.substring(4).split(" ", 2);
        directive(parts[0], parts.length > 1 ? parts[1] : "");
      }
    }

    private void directive(String name, String value) {
      switch (name) {
        case "runtime" -> runtime = value;
        case "handler" -> handler = value;
        case "format" -> format = value;
        case "timeout" -> timeout = Duration.ofSeconds(Long.parseLong(value));
        case "variable" ->
            variables.put(
                value.substring(0, value.indexOf('=')), value.substring(value.indexOf('=') + 1));
        case "invoke" -> invocations.add(new Expected(value));
        case "result" -> last().payload = Optional.of(value);
        case "error" -> {
          last().payload = Optional.of(value);
          last().isError = true;
        }
        case "log" -> last().logs.add(value);
        case "line" -> last().lines.add(value);
        default -> throw new IllegalArgumentException("unknown directive " + name);
      }
    }

    private Expected last() {
      return invocations.get(invocations.size() - 1);
    }

    FunctionVersion function() {
      return Functions.function(
          runtime, handler, CodePackage.zip(files), timeout, format, variables);
    }
  }

  /** What one invocation must come to. */
  private static final class Expected {
    private final String event;
    private final List<String> logs = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private Optional<String> payload = Optional.empty();
    private boolean isError;

    Expected(String event) {
      this.event = event;
    }

    void check(InvocationReport report) {
      String start =
          report.logs().stream()
              .map(LogLine::text)
              .filter(text -> text.startsWith("START"))
              .findFirst()
              .orElse("START RequestId: none");
      String id = start.split(" ", -1)[2];
      assertThat(report.result().payload().replace(id, "<id>"))
          .as(report.logs().toString())
          .isEqualTo(payload.orElse("a result directive is missing"));
      assertThat(report.result().isError()).isEqualTo(isError);
      assertThat(report.logs().stream().filter(LogLine::fromHandler).map(l -> form(l, id)))
          .containsExactlyElementsOf(logs);
      assertThat(report.logs().stream().map(l -> l.text().replace(id, "<id>").replace("\t", "\\t")))
          .containsAll(lines);
      assertThat(report.cutByHarness()).isFalse();
    }

    private static String form(LogLine line, String id) {
      String[] parts = line.text().split("\t", 4);
      String text = line.text();
      if (parts.length == 4 && (parts[1].equals(id) || parts[1].equals("undefined"))) {
        text = (parts[1].equals(id) ? "" : "undefined ") + parts[2] + " " + parts[3];
      } else {
        text = "RAW " + text;
      }
      return text.replace(id, "<id>").replace("\r", "\\r").replace("\t", "\\t");
    }
  }
}
