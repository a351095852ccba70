package io.pushsim.cli;

import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The command line: {@code pushsim <command>}. */
@Command(
    name = "pushsim",
    description = "Simulates S3 pushing bucket notifications at Lambda aliases.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ReplayCommand.class, SchemaCommand.class},
    versionProvider = VersionText.class,
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    footer = {
      "",
      "Every option can also be given as an environment variable: --seed as PUSHSIM_SEED.",
      "Exit codes: 0 all is as expected; 1 an expectation does not hold; 2 the input or the usage is wrong;"
          + " 3 pushsim itself failed."
    })
public final class PushsimCommand implements Runnable {
  static final int EXPECTATION_FAILED = 1;
  static final int WRONG_INPUT = 2;
  private static final int INTERNAL_ERROR = 3;

  @Option(
      names = "--verbose",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show stack traces of what goes wrong inside pushsim.")
  private boolean verbose;

  @CommandLine.Spec private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

  private PushsimCommand() {}

  /**
   * Runs a command.
   *
   * @return the exit code
   */
  public static int run(String[] arguments) {
    Terminal terminal = Terminal.ofProcess();
    PushsimCommand command = new PushsimCommand();
    CommandLine line = new CommandLine(command, new CommandFactory(terminal));
    line.setDefaultValueProvider(new EnvironmentDefaults(System.getenv()));
    line.setOut(terminal.out());
    line.setErr(terminal.err());
    line.setUsageHelpWidth(Math.min(terminal.width(), 100));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.ansi()));
    line.setParameterExceptionHandler((exception, args) -> wrongUsage(exception));
    line.setExecutionExceptionHandler(
        (exception, commandLine, result) -> command.failed(exception, terminal));
    return line.execute(arguments);
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "a command is missing");
    }
  }

  private static int wrongUsage(ParameterException exception) {
    CommandLine line = exception.getCommandLine();
    line.getErr().println("pushsim: " + exception.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(exception, line.getErr());
    line.getErr().println("See " + line.getCommandSpec().qualifiedName() + " --help");
    line.getErr().flush();
    return WRONG_INPUT;
  }

  private int failed(Exception exception, Terminal terminal) {
    terminal
        .err()
        .println(
            "pushsim: internal error: %s%s"
                .formatted(exception, verbose ? "" : " (--verbose shows the stack trace)"));
    terminal.err().flush();
    if (verbose) {
      PrintStream stream = System.err;
      exception.printStackTrace(stream);
    }
    return INTERNAL_ERROR;
  }
}
