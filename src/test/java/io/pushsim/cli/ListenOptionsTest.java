package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What {@code pushsim serve} makes of {@code --listen} and {@code --native-events}. */
class ListenOptionsTest {
  private static final String MINIO =
      "--s3 http://minio:9000 --s3-access-key AK --region eu-west-1 ";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          --listen apples                                                | --listen is [apples], but there is no server to listen to; give --s3 http://HOST:PORT of a MinIO server, --s3-access-key and --s3-secret-key
          --s3 http://minio:9000 --listen apples                         | --s3-access-key and --s3-secret-key are missing; give --s3
          --listen Apples                                                | 'Apples' can be no bucket's name
          --listen apples,apples                                         | 'apples' is listened to once
          --listen                                                       | --listen
          """)
  void exitsWithTwoAndSaysWhy_whenItCannotListen(String line, String message) {
    Cli run = Cli.run(("serve --port 0 " + line).split(" "));

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    assertThat(run.err()).startsWith("pushsim serve: ").contains(message);
    assertThat(run.err().strip()).doesNotContain("\n");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void tellsWhatItListensTo_whenItHasBegun() {
    new ServeBanner(
            settings(
                Map.of(), MINIO + "--s3-secret-key s3cret --listen apples pears --native-events"),
            4580,
            StartReport.OF_NOTHING)
        .print(terminal());

    assertThat(out.toString())
        .containsPattern("listens to +apples, pears at http://minio:9000\n")
        .containsPattern("handlers get +events as their S3 servers wrote them\n")
        .doesNotContain("s3cret");
  }

  private ServeSettings settings(Map<String, String> environment, String line) {
    ServeCommand command = new ServeCommand(terminal());
    List<String> arguments = words(line);
    new CommandLine(command)
        .setDefaultValueProvider(new EnvironmentDefaults(environment, arguments))
        .parseArgs(arguments.toArray(String[]::new));
    return command.settings();
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }

  private Terminal terminal() {
    return new Terminal(
        new PrintWriter(out), new PrintWriter(err), StandardCharsets.UTF_8, false, 100, false);
  }
}
