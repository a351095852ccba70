package io.pushsim.cli;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The options of {@code serve}, in a line and in the environment, and what comes of them. */
record ServeLine(Map<String, String> environment, List<String> words) {

  static ServeLine of(String line) {
    return of(Map.of(), line);
  }

  static ServeLine of(Map<String, String> environment, String line) {
    return new ServeLine(environment, line.isEmpty() ? List.of() : List.of(line.split(" ")));
  }

  /** Of which nobody sees what it says. */
  static ServeCommand command() {
    return new ServeCommand(Cli.terminal(new StringWriter(), new StringWriter()));
  }

  ServeSettings settings() {
    ServeCommand command = command();
    new CommandLine(command)
        .setDefaultValueProvider(new EnvironmentDefaults(environment, words))
        .parseArgs(words.toArray(String[]::new));
    return command.settings();
  }

  String banner() {
    return banner(new StartReport(Optional.empty(), Optional.empty(), 0, Optional.empty()));
  }

  /** What is said when it has begun to listen on the usual port. */
  String banner(StartReport found) {
    StringWriter out = new StringWriter();
    new ServeBanner(settings(), Optional.empty(), 4580, found)
        .print(Cli.terminal(out, new StringWriter()));
    return out.toString();
  }

  /** Starts it, on a free port. */
  Cli run() {
    String[] arguments =
        Stream.concat(Stream.of("serve", "--port", "0"), words.stream()).toArray(String[]::new);
    return Cli.of(
        terminal ->
            PushsimCommand.run(
                Map.of("serve", ServeCommand::new), terminal, environment, arguments));
  }
}
