package io.pushsim.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** Runs the command line in this process and keeps what it writes. */
record Cli(int exitCode, String out, String err) {

  static Cli run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(
            new PrintWriter(out), new PrintWriter(err), StandardCharsets.UTF_8, false, 100, false);
    int exitCode = PushsimCommand.run(arguments, terminal);
    return new Cli(exitCode, out.toString(), err.toString());
  }
}
