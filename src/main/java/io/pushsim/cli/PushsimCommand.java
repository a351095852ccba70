package io.pushsim.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The command line: {@code pushsim <command>}. */
@Command(
    name = "pushsim",
    description = "Simulates S3 pushing bucket notifications at Lambda aliases.",
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = VersionText.class,
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    footer = {
      "",
      "Every option can also be given as an environment variable: --seed as PUSHSIM_SEED.",
      "Exit codes: 0 all is as expected; 1 an expectation does not hold; 2 the input or the usage is wrong;"
          + " 3 pushsim itself failed."
    })
public final class PushsimCommand {
  /**
   * The commands. One is made only where it is called, or else all of them for the help: what
   * picocli reads of a command by reflection would slow down the start of every other.
   */
  private static final Map<String, Function<Terminal, Callable<Integer>>> COMMANDS = commands();

  /** Narrower than this, picocli refuses to lay out its help. */
  private static final int NARROWEST_HELP = 55;

  private static final int WIDEST_HELP = 100;

  static final int EXPECTATION_FAILED = 1;
  static final int WRONG_INPUT = 2;
  static final int UNABLE = 3;

  @Option(
      names = "--verbose",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show the stack trace of what goes wrong inside pushsim.")
  boolean verbose;

  private PushsimCommand() {}

  /**
   * Runs a command of this process.
   *
   * @return the exit code
   */
  public static int run(String... arguments) {
    return run(arguments, Terminal.ofProcess());
  }

  static int run(String[] arguments, Terminal terminal) {
    return run(COMMANDS, terminal, System.getenv(), arguments);
  }

  static int run(
      Map<String, Function<Terminal, Callable<Integer>>> commands,
      Terminal terminal,
      Map<String, String> environment,
      String... arguments) {
    EnvironmentDefaults defaults = new EnvironmentDefaults(environment, List.of(arguments));
    FailureMessages failures = new FailureMessages(terminal, defaults);
    CommandLine line = commandLine(commands, terminal, List.of(arguments));
    line.setDefaultValueProvider(defaults);
    line.setParameterExceptionHandler((exception, args) -> failures.wrongUsage(exception));
    line.setExecutionExceptionHandler((exception, failed, parsed) -> failures.ended(exception));
    line.setExecutionStrategy(parsed -> execute(parsed, terminal, failures));
    return line.execute(arguments);
  }

  private static Map<String, Function<Terminal, Callable<Integer>>> commands() {
    Map<String, Function<Terminal, Callable<Integer>>> commands = new LinkedHashMap<>();
    commands.put("replay", ReplayCommand::new);
    commands.put("check", CheckCommand::new);
    commands.put("explain", ExplainCommand::new);
    commands.put("load", LoadCommand::new);
    commands.put("serve", ServeCommand::new);
    commands.put("train", TrainCommand::new);
    commands.put("schema", SchemaCommand::new);
    return commands;
  }

  private static CommandLine commandLine(
      Map<String, Function<Terminal, Callable<Integer>>> commands,
      Terminal terminal,
      List<String> arguments) {
    CommandLine line = new CommandLine(new PushsimCommand());
    Optional<String> called = arguments.stream().filter(commands::containsKey).findFirst();
    Set<String> needed = called.map(Set::of).orElse(commands.keySet());
    commands.forEach(
        (name, command) -> {
          if (needed.contains(name)) {
            line.addSubcommand(name, command.apply(terminal));
          }
        });
    return line.setOut(terminal.out())
        .setErr(terminal.err())
        .setUsageHelpWidth(Math.max(NARROWEST_HELP, Math.min(terminal.width(), WIDEST_HELP)))
        .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.ansi()));
  }

  private static int execute(ParseResult parsed, Terminal terminal, FailureMessages failures) {
    boolean asksAboutItself = parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested();
    if (!parsed.hasSubcommand() && !asksAboutItself) {
      throw new ParameterException(parsed.commandSpec().commandLine(), "a command is missing");
    }
    try {
      int exitCode = new RunLast().execute(parsed);
      terminal.out().flush();
      return exitCode;
    } catch (StandardStream.Failure | Error e) {
      return failures.ended(e);
    }
  }
}
