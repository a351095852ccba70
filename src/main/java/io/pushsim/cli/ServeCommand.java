package io.pushsim.cli;

import io.pushsim.api.access.BindRules;
import io.pushsim.api.access.CredentialsFile;
import io.pushsim.api.access.WebhookToken;
import io.pushsim.api.http.ClientLimits;
import io.pushsim.api.outbound.Peer;
import io.pushsim.arn.Scope;
import io.pushsim.error.SimulatorException;
import io.pushsim.function.AccountConcurrency;
import io.pushsim.journal.Retention;
import io.pushsim.scenario.ScenarioException;
import io.pushsim.time.DurationText;
import io.pushsim.time.TimeScale;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code pushsim serve}: runs until it is told to stop by a signal. */
@Command(
    name = "serve",
    description = "Serves the simulator on one port, for the AWS CLI, the AWS SDKs and S3 servers.")
final class ServeCommand implements Callable<Integer> {
  private static final int LAST_PORT = 65_535;

  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on (default: ${DEFAULT-VALUE}); 0 takes a free one.")
  private int port = 4580;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  @Option(
      names = "--account",
      paramLabel = "ACCOUNT",
      description =
          "The account of callers whose access key id is not an account's 12 digits"
              + " (default: ${DEFAULT-VALUE}).")
  private String account = "111111111111";

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "The region of requests that do not say theirs (default: ${DEFAULT-VALUE}).")
  private String region = "us-east-1";

  @Option(
      names = "--settle",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description =
          "How long a created or updated function takes to become Active, such as 2s"
              + " (default: until the next call).")
  private Duration settle = Duration.ZERO;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      description =
          "How many invocations each account may run at once in a region (default: ${DEFAULT-VALUE}).")
  private int concurrency = AccountConcurrency.DEFAULT_LIMIT;

  @Option(
      names = "--keep-warm",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description =
          "How long an execution environment stays that no invocation uses (default: 10m); the next"
              + " invocation is a cold start then. With 0s each one is.")
  private Duration keepWarm = Behaviour.KEEP_WARM;

  @Option(
      names = "--time-scale",
      paramLabel = "N",
      converter = TimeScaleConverter.class,
      description =
          "How many times as fast as the machine's the simulated time passes: with 60, what waits a"
              + " minute waits a second (default: ${DEFAULT-VALUE}).")
  private TimeScale timeScale = TimeScale.REAL;

  @Option(
      names = "--keep-deliveries",
      paramLabel = "N|AGE",
      converter = RetentionConverter.class,
      description =
          "How many deliveries are kept, or for how long, such as 2h (default: the newest 10,000).")
  private Retention retention = Retention.USUAL;

  @Option(
      names = "--keep-logs",
      paramLabel = "N",
      description =
          "How many log events are kept of each log group, in memory, and ten times as many of all"
              + " together (default: ${DEFAULT-VALUE}).")
  private int keptLogs = Behaviour.USUAL_LOGS;

  @Option(
      names = "--credentials",
      paramLabel = "FILE",
      description =
          "Demand signed requests: a file like ~/.aws/credentials whose sections are accounts,"
              + " [111111111111] (default: take any credentials).")
  private Optional<Path> credentials = Optional.empty();

  @Option(
      names = "--webhook-token",
      paramLabel = "TOKEN",
      description =
          "What callers of pushsim's own paths must send as their Authorization (default: nothing).")
  private Optional<String> webhookToken = Optional.empty();

  @Option(
      names = "--allowed-host",
      paramLabel = "NAME",
      description =
          "A name beside localhost that pushsim may be called by; with a dot before it, all names"
              + " below it too.")
  private List<String> allowedHosts = List.of();

  @Option(
      names = "--allow-net",
      paramLabel = "HOST:PORT",
      split = ",",
      converter = PeerConverter.class,
      description =
          "What functions reach over HTTP and HTTPS beside AWS's endpoints, which are pushsim's own;"
              + " *.NAME:PORT for all below a name. Give it once for each, or several with commas"
              + " (default: nothing).")
  private List<Peer> allowedPeers = List.of();

  @Option(
      names = "--bucket-owner",
      paramLabel = "BUCKET=ACCOUNT",
      split = ",",
      converter = StandingBucketConverter.class,
      description =
          "A bucket of an S3 server and the account that owns it: it is there from the start, in"
              + " the --region. Give it once for each bucket, or several with commas.")
  private List<StandingBucket> buckets = List.of();

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      description =
          "What this scenario file sets up before its first event step stands from the start; the --data is to be"
              + " empty then (default: nothing stands).")
  private Optional<Path> scenario = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "The folder in which everything lasts: functions, policies, buckets, events,"
              + " deliveries (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of(".pushsim");

  @Option(
      names = "--ephemeral",
      description = "Keep everything in memory instead: it is gone when pushsim ends.")
  private boolean ephemeral;

  @Option(
      names = "--jit",
      description =
          "Compile the functions' JavaScript, which needs a JDK 25: after some 20 s of running often it is faster,"
              + " and before that slower.")
  private boolean jit;

  @Mixin private final S3Options s3 = new S3Options();

  @Mixin private final ListenOptions listen = new ListenOptions();

  @Mixin private final ChaosOptions chaos = new ChaosOptions();

  ServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    ServeSettings settings = settings();
    BackgroundEngine engine = new BackgroundEngine();
    LiveSimulator simulator;
    try {
      if (jit) {
        engine.demandCompiler();
      }
      simulator =
          new LiveSimulator(
              settings,
              scenario.map(file -> StandingState.of(file, engine.engine())),
              engine.engine(),
              new TerminalLog(terminal));
    } catch (ScenarioException e) {
      engine.close();
      e.problems().forEach(problem -> terminal.err().println(problem));
      return PushsimCommand.WRONG_INPUT;
    } catch (SimulatorException e) {
      engine.close();
      throw wrong(e.message());
    } catch (UncheckedIOException e) {
      engine.close();
      terminal.err().println(unableToListen(e));
      return PushsimCommand.WRONG_INPUT;
    }
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  simulator.close();
                  stopped.countDown();
                },
                "pushsim-closing"));
    new ServeBanner(settings, scenario, simulator.port(), simulator.startReport()).print(terminal);
    stopped.await();
    return 0;
  }

  /**
   * What the options say.
   *
   * @throws ParameterException where they cannot be
   */
  ServeSettings settings() {
    if (port < 0 || port > LAST_PORT) {
      throw wrong("--port is %d; a port is a number from 0 to %d".formatted(port, LAST_PORT));
    }
    if (settle.isNegative()) {
      throw wrong("--settle is %s; nothing settles before it began".formatted(settle));
    }
    if (concurrency < 1) {
      throw wrong(
          "--concurrency is %d; an account runs at least one invocation at a time"
              .formatted(concurrency));
    }
    if (keptLogs < 1) {
      throw wrong(
          "--keep-logs is %d; of each log group at least one event is kept".formatted(keptLogs));
    }
    if (!Scope.isAccount(account)) {
      throw wrong("--account is '%s'; an account id has 12 digits".formatted(account));
    }
    if (ephemeral && spec.commandLine().getParseResult().hasMatchedOption("--data")) {
      throw wrong("--data and --ephemeral exclude each other: give one of them");
    }
    if (scenario.filter(Files::isDirectory).isPresent()) {
      throw wrong("--scenario is %s, a folder; name one scenario file".formatted(scenario.get()));
    }
    if (buckets.stream().map(StandingBucket::name).distinct().count() < buckets.size()) {
      throw wrong("--bucket-owner is %s; a bucket has one owner".formatted(buckets));
    }
    try {
      BindRules.check(host, credentials.isPresent(), webhookToken.isPresent());
      Optional<S3Settings> behind = s3.settings();
      return new ServeSettings(
          host,
          port,
          new Scope(account, region),
          new Behaviour(settle, concurrency, keepWarm, timeScale, keptLogs, allowedPeers),
          retention,
          new ServeAccess(
              credentials.map(CredentialsFile::read),
              webhookToken.map(WebhookToken::of),
              allowedHosts),
          ClientLimits.defaults(),
          buckets,
          ephemeral ? Optional.empty() : Optional.of(data),
          behind,
          listen.sources(behind, region).with(chaos.chaos()));
    } catch (SimulatorException | IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private String unableToListen(UncheckedIOException failure) {
    return "pushsim serve: cannot listen on %s port %d (%s); stop what listens there, or give another --host or --port"
        .formatted(host, port, failure.getMessage());
  }

  /** Reads a host and port. */
  static final class PeerConverter implements ITypeConverter<Peer> {
    @Override
    public Peer convert(String text) {
      try {
        return Peer.parse(text);
      } catch (SimulatorException e) {
        throw new TypeConversionException(e.message());
      }
    }
  }

  /** Reads a number of deliveries or an age. */
  static final class RetentionConverter implements ITypeConverter<Retention> {
    @Override
    public Retention convert(String text) {
      return Retention.parse(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is neither a number of deliveries nor an age such as %s"
                          .formatted(text, DurationText.FORMS)));
    }
  }

  /** Reads a time scale. */
  static final class TimeScaleConverter implements ITypeConverter<TimeScale> {
    @Override
    public TimeScale convert(String text) {
      return TimeScale.parse(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is no time scale; write %s, such as 60"
                          .formatted(text, TimeScale.FORM)));
    }
  }

  /** Reads a duration. */
  static final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      return DurationText.parse(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is no duration; write one such as %s"
                          .formatted(text, DurationText.FORMS)));
    }
  }
}
