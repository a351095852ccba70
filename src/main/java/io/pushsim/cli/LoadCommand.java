package io.pushsim.cli;

import io.pushsim.display.TerminalLines;
import io.pushsim.error.SimulatorException;
import io.pushsim.load.KeyTemplate;
import io.pushsim.load.remote.RemoteException;
import io.pushsim.load.report.FormerLoad;
import io.pushsim.load.report.JsonLoadReport;
import io.pushsim.load.report.LiveLine;
import io.pushsim.load.report.LoadFolder;
import io.pushsim.load.report.LoadReport;
import io.pushsim.load.report.TerminalSummary;
import io.pushsim.load.threshold.Threshold;
import io.pushsim.scenario.ScenarioException;
import io.pushsim.scenario.ScenarioFiles;
import io.pushsim.scenario.ScenarioReader;
import io.pushsim.scenario.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code pushsim load}. */
@Command(
    name = "load",
    description = {
      "Pushes at a planned rate, whatever comes of the pushes, and reports latencies and the split of versions.",
      "What the scenario sets up before its first event step stands when the load begins; its event steps are sent"
          + " again and again, each as often among the others as its repeat says.",
      "With --events recorded notifications are sent instead."
    })
final class LoadCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "SCENARIO", description = "The scenario file.")
  private Path scenario = Path.of("");

  @Mixin private final LoadPaceOptions pace = new LoadPaceOptions();

  @Option(
      names = "--key-template",
      paramLabel = "TEMPLATE",
      converter = KeyTemplateConverter.class,
      description =
          "The keys of the objects, such as in/{n}.jpg, with "
              + KeyTemplate.PLACEHOLDERS
              + " (default: {key}).")
  private KeyTemplate keys = KeyTemplate.OWN;

  @Option(
      names = "--payload",
      paramLabel = "SIZE",
      converter = PayloadConverter.class,
      description =
          "The size that every created object is told to have, and with --target s3 really has: "
              + Payload.FORMS
              + " (default: as the steps say).")
  private Optional<Payload> payload = Optional.empty();

  @Mixin private final LoadTargetOptions target = new LoadTargetOptions();

  @Option(
      names = "--handler",
      paramLabel = "WHAT",
      description =
          "${COMPLETION-CANDIDATES} (default: scenario): none routes alone, and runs nothing.")
  private Handler handler = Handler.scenario;

  @Option(
      names = "--threshold",
      paramLabel = "BOUND",
      converter = ThresholdConverter.class,
      description =
          "What is to be kept, such as 'p99<50ms', 'rate>=4900', 'errors<1%%' or 'split(2)=10%%±1%%'; may be"
              + " given several times.")
  private List<Threshold> thresholds = List.of();

  @Mixin private final InterludeOptions interludes = new InterludeOptions();

  @Option(
      names = "--drain",
      paramLabel = "DURATION",
      converter = ServeCommand.DurationConverter.class,
      description = "How long to wait at the end for what is under way (default: 5s).")
  private Duration drain = Duration.ofSeconds(5);

  @Option(
      names = "--max-under-way",
      paramLabel = "N",
      description =
          "With more pushes under way than this the load ends early (default: ${DEFAULT-VALUE}).")
  private int mostUnderWay = 100_000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Draw by this seed instead of the file's own.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--jit",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description =
          "Compile the functions' JavaScript or do not (default: where the Java is a JDK 25); warm up for some 30 s then.")
  private boolean jit = true;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description =
          "Write report.html, report.json and latency.hlog (HdrHistogram's log) into this folder.")
  private Optional<Path> report = Optional.empty();

  @Option(
      names = "--compare",
      paramLabel = "FILE",
      description = "Compare with a former load: its report.json.")
  private Optional<Path> compare = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "${COMPLETION-CANDIDATES} (default: pretty); json writes the report to standard output.")
  private Format format = Format.pretty;

  /** What runs for a push; spelt as on the command line. */
  enum Handler {
    scenario,
    none
  }

  /** How to tell it on standard output; spelt as on the command line. */
  enum Format {
    pretty,
    json
  }

  LoadCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    LoadSettings settings = settings();
    Optional<LiveLine> live =
        terminal.interactive() && format == Format.pretty
            ? Optional.of(new LiveLine(terminal.out(), terminal.style()))
            : Optional.empty();
    BackgroundEngine engine = new BackgroundEngine();
    try {
      if (jit && spec.commandLine().getParseResult().hasMatchedOption("--jit")) {
        engine.demandCompiler();
      }
      LoadReport done =
          new LoadSession(settings, live, new FaultLog(new TerminalLog(terminal)))
              .load(story(), engine.engine(), this::tell);
      return done.passed() ? 0 : PushsimCommand.EXPECTATION_FAILED;
    } catch (ScenarioException e) {
      e.problems().forEach(problem -> terminal.err().println(problem));
      terminal.err().flush();
      return PushsimCommand.WRONG_INPUT;
    } catch (SimulatorException e) {
      throw wrong(e.message());
    } catch (IOException | RemoteException e) {
      terminal.err().println("pushsim load: " + e.getMessage());
      terminal.err().flush();
      return PushsimCommand.WRONG_INPUT;
    } finally {
      engine.closeFully();
    }
  }

  private Story story() {
    Story story =
        new ScenarioReader(ScenarioVocabulary.ofOperations())
            .readAll(ScenarioFiles.find(List.of(scenario)))
            .get(0);
    return seed.map(story::withSeed).orElse(story);
  }

  private void tell(LoadReport done) throws IOException {
    if (format == Format.json) {
      terminal.out().print(JsonLoadReport.of(done));
    } else {
      new TerminalSummary(new TerminalLines(terminal.out(), terminal.style()), done).write();
    }
    terminal.out().flush();
    if (report.isPresent()) {
      LoadFolder.write(report.get(), done);
    }
  }

  /**
   * What the options say.
   *
   * @throws ParameterException where they cannot be
   */
  private LoadSettings settings() {
    if (Files.isDirectory(scenario)) {
      throw wrong("%s is a folder; a load takes one scenario file".formatted(scenario));
    }
    if (mostUnderWay < 1) {
      throw wrong("--max-under-way is %d; write at least 1".formatted(mostUnderWay));
    }
    for (Threshold threshold : thresholds) {
      if (handler == Handler.none && threshold.needsHandlers()) {
        throw wrong(
            "--threshold is '%s', but with --handler none nothing runs that could come to it: leave one of them out"
                .formatted(threshold));
      }
    }
    LoadPace paced = pace.pace(keys, payload);
    LoadAim aim = target.aim(handler == Handler.none);
    return new LoadSettings(
        paced,
        drain,
        mostUnderWay,
        aim,
        interludes.operations(paced.duration(), aim.isThisProcess()),
        handler == Handler.none,
        thresholds,
        former());
  }

  /** Read before the load: a wrong file is not told after it. */
  private Optional<FormerLoad> former() {
    try {
      return compare.isPresent() ? Optional.of(FormerLoad.read(compare.get())) : Optional.empty();
    } catch (IOException e) {
      throw wrong("--compare: " + e.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** Reads a key template. */
  static final class KeyTemplateConverter implements ITypeConverter<KeyTemplate> {
    @Override
    public KeyTemplate convert(String text) {
      return KeyTemplate.parse(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is no template of keys: in braces there may be %s"
                          .formatted(text, KeyTemplate.PLACEHOLDERS)));
    }
  }

  /** Reads a payload's size. */
  static final class PayloadConverter implements ITypeConverter<Payload> {
    @Override
    public Payload convert(String text) {
      return Payload.parse(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is no size; write one such as %s".formatted(text, Payload.FORMS)));
    }
  }

  /** Reads a threshold. */
  static final class ThresholdConverter implements ITypeConverter<Threshold> {
    @Override
    public Threshold convert(String text) {
      try {
        return Threshold.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }
}
