package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.distribution.ServedProcess;
import io.pushsim.testing.Launched;
import io.pushsim.testing.OutsideTool;
import io.pushsim.testing.TestResource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The README's walk through a served pushsim: its blocks of commands in one shell, as printed. */
@Tag("one-jdk")
@Timeout(300)
class ReadmeIT {
  private static final Pattern SECTION = Pattern.compile("(?s)\n## Serve it:.*?(?=\n## )");
  private static final Pattern FAILS =
      Pattern.compile("(?s)\n## What happens when it fails\n.*?(?=\n## )");
  private static final Pattern CHECK =
      Pattern.compile("(?s)\n## Check it before AWS does\n.*?(?=\n## )");
  private static final Pattern LOAD =
      Pattern.compile("(?s)\n## Load it before a launch\n.*?(?=\n## )");

  /** What begins a line of a load's summary. */
  private static final Pattern LABEL = Pattern.compile("(?m)^[a-z][a-z ]{0,9}(?=  )");

  private static final Pattern PRINTED = Pattern.compile("(?s)\n\n```\n(.*?)```");
  private static final String PUSHSIM = "target/pushsim/bin/pushsim";
  private static final Pattern BLOCK = Pattern.compile("(?s)\n```sh\n(.*?)\n```");
  private static final String SERVE = "target/pushsim/bin/pushsim serve";

  /** In the place of a wait that is long enough for people. */
  private static final String UNTIL_IT_HAS_ENDED =
      "until curl -s $AWS_ENDPOINT_URL/_pushsim/deliveries | grep -q conclusion; do sleep 0.2; done ";

  private static final String ENDPOINT = "http://127.0.0.1:4580";

  @TempDir private Path folder;

  @Test
  void worksAsPrinted() throws IOException {
    OutsideTool.AWS_CLI.demand();
    try (ServedProcess served = ServedProcess.start()) {
      Launched walked = run(script(served));

      assertThat(walked.err())
          .contains("Unable to validate the following destination configurations");
      assertThat(walked.out()).contains("\"ExecutedVersion\": \"1\"").contains(" in/photo.jpg\n");
      assertThat(Files.readString(folder.resolve("out.json"))).isEqualTo("\"message\"");
      String deliveries = walked.out().substring(walked.out().lastIndexOf("{\"deliveries\""));
      assertThat(TestResource.json(deliveries).path("deliveries"))
          .singleElement()
          .satisfies(
              delivery -> {
                assertThat(delivery.path("key").textValue()).isEqualTo("in/photo.jpg");
                assertThat(delivery.at("/decision/statement").textValue()).isEqualTo("1");
                assertThat(delivery.path("executedVersion").textValue()).isEqualTo("1");
              });
      assertThat(served.err()).contains("aws lambda add-permission ", " --qualifier PROD ");
      assertThat(served.faults()).isEmpty();
    }
  }

  @Test
  void failsAsPrinted() throws IOException {
    OutsideTool.AWS_CLI.demand();
    String exports =
        """
        export AWS_ENDPOINT_URL=%s AWS_DEFAULT_REGION=us-west-2
        export AWS_ACCESS_KEY_ID=111111111111 AWS_SECRET_ACCESS_KEY=any
        """;
    List<String> blocks = blocks(FAILS);
    assertThat(blocks).startsWith(SERVE + " --time-scale 60");
    String commands =
        String.join("\n", blocks.subList(1, blocks.size()))
            .replace("sleep 5 ", UNTIL_IT_HAS_ENDED)
            .replace(PUSHSIM, Path.of(PUSHSIM).toAbsolutePath().toString());
    try (ServedProcess served = ServedProcess.start("--time-scale", "60")) {
      Launched walked = run(exports.formatted(served.endpoint()) + commands);

      assertThat(walked.out())
          .contains("\\\"condition\\\":\\\"RetriesExhausted\\\"")
          .contains("\\\"approximateInvokeCount\\\":2")
          .contains("\"conclusion\":\"retriesExhausted\"")
          .contains("1 story, 5 steps, 0 failed");
      assertThat(served.faults()).isEmpty();
    }
  }

  @Test
  void checksAsPrinted() throws IOException {
    List<String> blocks = blocks(CHECK);
    Matcher printed = PRINTED.matcher(section(CHECK));
    assertThat(printed.find()).isTrue();

    Launched walked =
        run(
            String.join("\n", blocks)
                .replace(PUSHSIM, Path.of(PUSHSIM).toAbsolutePath().toString()));

    assertThat(walked.out())
        .startsWith(printed.group(1))
        .contains("Denied: no statement allows it.")
        .endsWith("exit code 1\n");
    assertThat(walked.err()).isEmpty();
  }

  /** Its figures are another machine's; all else is as printed. */
  @Test
  void loadsAsPrinted() throws IOException {
    Matcher printed = PRINTED.matcher(section(LOAD));
    assertThat(printed.find()).isTrue();
    Path home = Path.of(PUSHSIM).toAbsolutePath();

    Launched walked =
        run(
            String.join("\n", blocks(LOAD))
                .replace(PUSHSIM, home.toString())
                .replace("scenarios/", home.resolve("../../scenarios").normalize() + "/"));

    assertThat(walked.err()).isEmpty();
    assertThat(walked.out().lines().limit(4).toList())
        .isEqualTo(printed.group(1).lines().limit(4).toList());
    assertThat(labels(walked.out())).isEqualTo(labels(printed.group(1)));
    assertThat(walked.out()).contains("split(2)=10%±2%: ").contains("\nexit code ");
    assertThat(folder.resolve("load-report"))
        .isDirectoryContaining("glob:**/report.html")
        .isDirectoryContaining("glob:**/report.json")
        .isDirectoryContaining("glob:**/latency.hlog");
  }

  private static List<String> labels(String summary) {
    return LABEL.matcher(summary).results().map(label -> label.group().strip()).toList();
  }

  /** All blocks but the first, which starts pushsim, at the endpoint that there is. */
  private static String script(ServedProcess served) throws IOException {
    List<String> blocks = blocks(SECTION);
    assertThat(blocks).hasSizeGreaterThan(3).startsWith(SERVE);
    String commands = String.join("\n", blocks.subList(1, blocks.size()));
    assertThat(commands).contains(ENDPOINT);
    return commands.replace(ENDPOINT, served.endpoint().toString());
  }

  private static List<String> blocks(Pattern section) throws IOException {
    return BLOCK.matcher(section(section)).results().map(block -> block.group(1)).toList();
  }

  private static String section(Pattern pattern) throws IOException {
    Matcher section = pattern.matcher(Files.readString(Path.of("README.md")));
    assertThat(section.find()).isTrue();
    return section.group();
  }

  private Launched run(String script) {
    Map<String, String> environment = Caller.machine();
    // The walk zips with the JDK's jar.
    environment.merge(
        "PATH",
        System.getProperty("java.home") + File.separator + "bin",
        (path, jdk) -> jdk + File.pathSeparator + path);
    return Launched.start(List.of("bash", "-c", script), environment, folder).await();
  }
}
