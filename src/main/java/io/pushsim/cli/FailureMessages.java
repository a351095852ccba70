package io.pushsim.cli;

import io.pushsim.document.NearestWord;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says on stderr what ended a command early, and which exit code that makes. */
final class FailureMessages {
  /** What a shell reports of any program that ended because nobody reads its output any more. */
  private static final int PIPE_CLOSED = 141;

  private final Terminal terminal;
  private final EnvironmentDefaults defaults;
  private final boolean verbose;

  FailureMessages(Terminal terminal, EnvironmentDefaults defaults) {
    this.terminal = terminal;
    this.defaults = defaults;
    verbose =
        defaults.arguments().contains("--verbose")
            || "true".equals(defaults.environment().get("PUSHSIM_VERBOSE"));
  }

  int wrongUsage(ParameterException failure) {
    CommandSpec command = failure.getCommandLine().getCommandSpec();
    String name = command.qualifiedName();
    terminal.err().println(name + ": " + reason(failure) + "; see " + name + " --help");
    return PushsimCommand.WRONG_INPUT;
  }

  int ended(Throwable failure) {
    if (failure instanceof StandardStream.Failure unwritable) {
      return unwritable(unwritable);
    }
    try {
      terminal.out().flush();
    } catch (StandardStream.Failure e) {
      return unwritable(e);
    }
    return internal(failure);
  }

  private int unwritable(StandardStream.Failure failure) {
    if (failure.isPipeClosed()) {
      return PIPE_CLOSED;
    }
    terminal.err().println("pushsim: cannot write to stdout: " + failure.getMessage());
    return PushsimCommand.UNABLE;
  }

  private int internal(Throwable failure) {
    String summary = "pushsim: internal error: " + failure.toString().replaceAll("\\s+", " ");
    if (verbose) {
      terminal.err().println(summary);
      failure.printStackTrace(terminal.err());
    } else {
      terminal.err().println(summary + " (run with --verbose for the stack trace)");
    }
    return PushsimCommand.UNABLE;
  }

  private String reason(ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    String message = String.valueOf(failure.getMessage());
    return failure.getArgSpec() == null
        ? message
        : defaults
            .variableInForce(failure.getArgSpec())
            .map(variable -> message + " (from the environment variable " + variable + ")")
            .orElse(message);
  }

  private static String unmatched(UnmatchedArgumentException failure) {
    CommandLine commandLine = failure.getCommandLine();
    String argument = failure.getUnmatched().get(0);
    String kind = "unexpected argument";
    if (failure.isUnknownOption()) {
      kind = "unknown option";
    } else if (!commandLine.getSubcommands().isEmpty()) {
      kind = "unknown command";
    }
    List<String> similar = failure.getSuggestions();
    // picocli suggests what is hardly like it, too.
    List<String> near =
        similar.stream()
            .filter(word -> NearestWord.to(argument, List.of(word)).isPresent())
            .toList();
    List<String> suggestions = near.isEmpty() ? similar : near;
    String remedy =
        suggestions.isEmpty() ? "" : "; did you mean " + String.join(" or ", suggestions) + "?";
    return kind + " '" + argument + "'" + remedy;
  }
}
