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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The README's walk through a served pushsim: its blocks of commands in one shell, as printed. */
@Timeout(300)
class ReadmeIT {
  private static final Pattern SECTION = Pattern.compile("(?s)\n## Serve it:.*?(?=\n## )");
  private static final Pattern CHECK =
      Pattern.compile("(?s)\n## Check it before AWS does\n.*?(?=\n## )");
  private static final Pattern PRINTED = Pattern.compile("(?s)\n\n```\n(.*?)```");
  private static final String PUSHSIM = "target/pushsim/bin/pushsim";
  private static final Pattern BLOCK = Pattern.compile("(?s)\n```sh\n(.*?)\n```");
  private static final String SERVE = "target/pushsim/bin/pushsim serve";
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
  void checksAsPrinted() throws IOException {
    Matcher section = CHECK.matcher(Files.readString(Path.of("README.md")));
    assertThat(section.find()).isTrue();
    List<String> blocks =
        BLOCK.matcher(section.group()).results().map(block -> block.group(1)).toList();
    Matcher printed = PRINTED.matcher(section.group());
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

  /** All blocks but the first, which starts pushsim, at the endpoint that there is. */
  private static String script(ServedProcess served) throws IOException {
    Matcher section = SECTION.matcher(Files.readString(Path.of("README.md")));
    assertThat(section.find()).isTrue();
    List<String> blocks =
        BLOCK.matcher(section.group()).results().map(block -> block.group(1)).toList();
    assertThat(blocks).hasSizeGreaterThan(3).startsWith(SERVE);
    String commands = String.join("\n", blocks.subList(1, blocks.size()));
    assertThat(commands).contains(ENDPOINT);
    return commands.replace(ENDPOINT, served.endpoint().toString());
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
