package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.ToIntFunction;

/** Runs the command line in this process and keeps what it writes. */
public record Cli(int exitCode, String out, String err) {

  public static Cli run(String... arguments) {
    return of(terminal -> PushsimCommand.run(arguments, terminal));
  }

  /** What a command writes to a terminal of its own. */
  static Cli of(ToIntFunction<Terminal> command) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = command.applyAsInt(terminal(out, err));
    return new Cli(exitCode, out.toString(), err.toString());
  }

  static Terminal terminal(StringWriter out, StringWriter err) {
    return new Terminal(
        new PrintWriter(out), new PrintWriter(err), StandardCharsets.UTF_8, false, 100, false);
  }

  /** {@code serve} cannot be started so, and says why in one line. */
  void assertServeIsRefused(String message) {
    assertThat(exitCode).isEqualTo(PushsimCommand.WRONG_INPUT);
    assertThat(err).startsWith("pushsim serve: ").contains(message);
    assertThat(err.strip()).doesNotContain("\n");
    assertThat(out).isEmpty();
  }
}
