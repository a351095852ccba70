package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The frame that commands run in: messages, exit codes, the environment. */
class PushsimCommandTest {
  private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
  private final StringWriter stderr = new StringWriter();
  private final Map<String, Function<Terminal, Callable<Integer>>> commands = new LinkedHashMap<>();

  /** A command that tells its options. */
  @Command(name = "tell")
  static final class Tell implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--keep-deliveries")
    long keep = 1;

    @Option(names = "--loud")
    boolean loud;

    Tell(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      terminal.out().print("keep=" + keep + " loud=" + loud);
      return PushsimCommand.EXPECTATION_FAILED;
    }
  }

  /** A command that prints and then breaks. */
  @Command(name = "fall")
  static final class Fall implements Callable<Integer> {
    private final Terminal terminal;
    private final Throwable failure;

    Fall(Terminal terminal, Throwable failure) {
      this.terminal = terminal;
      this.failure = failure;
    }

    @Override
    public Integer call() throws Exception {
      terminal.out().print("so far");
      if (failure instanceof Error error) {
        throw error;
      }
      throw (Exception) failure;
    }
  }

  /** A stdout that takes nothing. */
  private static final class Unwritable extends OutputStream {
    private final String reason;

    Unwritable(String reason) {
      this.reason = reason;
    }

    @Override
    public void write(int octet) throws IOException {
      throw new IOException(reason);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          tell --keep-deliveries 5            | 1 | keep=5 loud=false
          tell --loud                         | 1 | keep=1 loud=true
          tell                                | 1 | keep=1 loud=false
          """)
  void runsTheCommand_whenItIsCalled(String line, int exitCode, String out) {
    assertThat(run(Map.of(), line)).isEqualTo(exitCode);
    assertThat(stdout.toString(StandardCharsets.UTF_8)).isEqualTo(out);
    assertThat(stderr.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ""                       | pushsim: a command is missing; see pushsim --help
          tall                     | pushsim: unknown command 'tall'; did you mean fall or tell?; see pushsim --help
          zzz                      | pushsim: unknown command 'zzz'; see pushsim --help
          tell --loude             | pushsim tell: unknown option '--loude'; did you mean --loud?; see pushsim tell --help
          tell x                   | pushsim tell: unexpected argument 'x'; see pushsim tell --help
          tell --keep-deliveries x | pushsim tell: Invalid value for option '--keep-deliveries': 'x' is not a long; see pushsim tell --help
          """)
  void namesTheMistake_whenTheUsageIsWrong(String line, String message) {
    assertThat(run(Map.of(), line)).isEqualTo(PushsimCommand.WRONG_INPUT);
    assertThat(stderr.toString().strip()).isEqualTo(message);
    assertThat(stdout.size()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tell                     | PUSHSIM_KEEP_DELIVERIES | 7    | keep=7 loud=false
          tell --keep-deliveries=2 | PUSHSIM_KEEP_DELIVERIES | 7    | keep=2 loud=false
          tell                     | PUSHSIM_KEEP_DELIVERIES |      | keep=1 loud=false
          tell                     | PUSHSIM_LOUD            | true | keep=1 loud=true
          tell --loud              | PUSHSIM_LOUD            | true | keep=1 loud=true
          tell --verbose           | PUSHSIM_VERBOSE         | true | keep=1 loud=false
          tell                     | PUSHSIM_HELP            | true | keep=1 loud=false
          """)
  void takesOptionsFromTheEnvironment_whenTheCommandLineLacksThem(
      String line, String variable, String value, String out) {
    run(Map.of(variable, value == null ? "" : value), line);

    assertThat(stdout.toString(StandardCharsets.UTF_8)).isEqualTo(out);
  }

  @Test
  void namesTheVariable_whenItsValueIsWrong() {
    run(Map.of("PUSHSIM_KEEP_DELIVERIES", "many"), "tell");

    assertThat(stderr.toString())
        .contains("'many' is not a long (from the environment variable PUSHSIM_KEEP_DELIVERIES)");
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void saysOneLineAndKeepsTheOutput_whenSomethingUnforeseenHappens(boolean isError) {
    Throwable failure =
        isError ? new OutOfMemoryError("full\nof it") : new IllegalStateException("full\nof it");
    commands.put("fall", terminal -> new Fall(terminal, failure));

    assertThat(run(Map.of(), "fall")).isEqualTo(PushsimCommand.UNABLE);
    assertThat(stderr.toString().strip())
        .isEqualTo(
            "pushsim: internal error: java.lang.%s: full of it (run with --verbose for the stack trace)",
            failure.getClass().getSimpleName());
    assertThat(stdout.toString(StandardCharsets.UTF_8)).isEqualTo("so far");
  }

  @ParameterizedTest
  @CsvSource({"fall --verbose,''", "--verbose fall,''", "fall,true"})
  void showsTheStackTrace_whenVerbose(String line, String variable) {
    commands.put("fall", terminal -> new Fall(terminal, new IllegalStateException("x")));

    run(Map.of("PUSHSIM_VERBOSE", variable), line);

    assertThat(stderr.toString()).contains("\tat io.pushsim.cli.PushsimCommandTest.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Broken pipe             | 141 |
          No space left on device | 3   | pushsim: cannot write to stdout: No space left on device
          """)
  void endsTheCommand_whenItsOutputIsNotTaken(String reason, int exitCode, String message) {
    PrintWriter out = writer(new StandardStream(new Unwritable(reason)));

    assertThat(run(out, Map.of(), "tell")).isEqualTo(exitCode);
    assertThat(stderr.toString().strip()).isEqualTo(message == null ? "" : message);
  }

  @Test
  void endsQuietly_whenAFailingCommandsOutputIsNotTaken() {
    commands.put("fall", terminal -> new Fall(terminal, new IllegalStateException("x")));

    assertThat(run(writer(new StandardStream(new Unwritable("Broken pipe"))), Map.of(), "fall"))
        .isEqualTo(141);
    assertThat(stderr.toString()).isEmpty();
  }

  @Test
  void listsAllCommands_whenHelpIsAskedFor() {
    assertThat(run(Map.of(), "--help")).isZero();
    assertThat(stdout.toString(StandardCharsets.UTF_8))
        .contains("  tell", "  fall", "PUSHSIM_SEED");
  }

  @Test
  void makesOnlyTheCommandThatIsCalled() {
    commands.put(
        "fall",
        terminal -> {
          throw new AssertionError("fall was not called");
        });

    assertThat(run(Map.of(), "tell")).isEqualTo(PushsimCommand.EXPECTATION_FAILED);
  }

  private int run(Map<String, String> environment, String line) {
    return run(writer(new StandardStream(stdout)), environment, line);
  }

  private int run(PrintWriter out, Map<String, String> environment, String line) {
    commands.putIfAbsent("tell", Tell::new);
    commands.putIfAbsent("fall", terminal -> new Fall(terminal, new IllegalStateException("x")));
    Terminal terminal =
        new Terminal(out, new PrintWriter(stderr, true), StandardCharsets.UTF_8, false, 80, false);
    String[] arguments = line == null || line.isEmpty() ? new String[0] : line.split(" ");
    return PushsimCommand.run(commands, terminal, environment, arguments);
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
  }
}
