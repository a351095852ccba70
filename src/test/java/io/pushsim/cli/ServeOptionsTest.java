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

/** What {@code pushsim serve} makes of its options. */
class ServeOptionsTest {
  private static final String VARIABLE = "PUSHSIM_BUCKET_OWNER";
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ""                                                             | ""                                    | ""
          --bucket-owner apples=111111111111                             | ""                                    | apples=111111111111
          --bucket-owner=apples=111111111111 --bucket-owner pears=222222222222 | ""                              | apples=111111111111 pears=222222222222
          --bucket-owner apples=111111111111,pears=222222222222          | ""                                    | apples=111111111111 pears=222222222222
          ""                                                             | apples=111111111111                   | apples=111111111111
          ""                                                             | apples=111111111111, pears=222222222222 | apples=111111111111 pears=222222222222
          --bucket-owner=apples=111111111111                             | pears=222222222222                    | apples=111111111111
          """)
  void namesTheOwnersOfBuckets(String line, String variable, String buckets) {
    assertThat(settings(Map.of(VARIABLE, variable), line).buckets())
        .extracting(StandingBucket::toString)
        .isEqualTo(words(buckets));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          apples                                    | 'apples' is no bucket with its owner; write BUCKET=ACCOUNT, such as examplebucket=111111111111
          apples=1111                               | '1111' is no owner for the bucket 'apples'; an account id has 12 digits
          apples=                                   | '' is no owner for the bucket 'apples'; an account id has 12 digits
          apples=111111111111=2                     | '111111111111=2' is no owner for the bucket 'apples'
          =111111111111                             | '' can be no bucket's name; one has 3 to 63 small letters
          Apples=111111111111                       | 'Apples' can be no bucket's name; one has 3 to 63 small letters
          10.0.0.1=111111111111                     | '10.0.0.1' can be no bucket's name
          apples=111111111111,apples=222222222222   | --bucket-owner is [apples=111111111111, apples=222222222222]; a bucket has one owner
          apples=111111111111,apples=111111111111   | --bucket-owner is [apples=111111111111, apples=111111111111]; a bucket has one owner
          """)
  void exitsWithTwoAndSaysWhy_whenAnOwnerCannotBe(String value, String message) {
    Cli run = Cli.run("serve", "--port", "0", "--bucket-owner", value);

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    assertThat(run.err()).startsWith("pushsim serve: ").contains(message);
    assertThat(run.err().strip()).doesNotContain("\n");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void namesTheVariable_whenItsOwnerCannotBe() {
    int exitCode =
        PushsimCommand.run(
            Map.of("serve", ServeCommand::new), terminal(), Map.of(VARIABLE, "apples"), "serve");

    assertThat(exitCode).isEqualTo(PushsimCommand.WRONG_INPUT);
    assertThat(err.toString()).contains("(from the environment variable " + VARIABLE + ")");
  }

  @Test
  void tellsTheOwners_whenItHasBegun() {
    new ServeBanner(settings(Map.of(), "--bucket-owner apples=111111111111"), 4580)
        .print(terminal());

    assertThat(out.toString()).containsPattern("bucket owners +apples 111111111111\n");
  }

  private LiveSimulator.Settings settings(Map<String, String> environment, String line) {
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
