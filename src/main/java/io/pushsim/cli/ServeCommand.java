package io.pushsim.cli;

import io.pushsim.api.admin.AdminAccess;
import io.pushsim.arn.Scope;
import io.pushsim.journal.Retention;
import io.pushsim.time.DurationText;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code pushsim serve}. */
@Command(
    name = "serve",
    description = "Serves the simulator on one port, for the AWS CLI, the AWS SDKs and S3 servers.")
final class ServeCommand implements Callable<Integer> {
  private final Terminal terminal;

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
          "The account of callers whose access key id is none of 12 digits (default: ${DEFAULT-VALUE}).")
  private String account = "111111111111";

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "The region of requests that do not say theirs (default: ${DEFAULT-VALUE}).")
  private String region = "us-east-1";

  @Option(
      names = "--settle",
      paramLabel = "DURATION",
      description =
          "How long a created or updated function takes to settle, such as PT2S (default: until the next call).")
  private Duration settle = Duration.ZERO;

  @Option(
      names = "--keep-deliveries",
      paramLabel = "N|AGE",
      converter = RetentionConverter.class,
      description =
          "How many deliveries are kept, or for how long, such as 2h (default: the newest 10,000).")
  private Retention retention = Retention.USUAL;

  ServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    LiveSimulator.Settings settings =
        new LiveSimulator.Settings(host, port, new Scope(account, region), settle, retention);
    BackgroundEngine engine = new BackgroundEngine();
    LiveSimulator simulator =
        new LiveSimulator(
            settings,
            AdminAccess.OPEN,
            engine.engine(),
            (sentence, fault) -> {
              terminal.err().println("pushsim: " + sentence + ": " + fault);
              terminal.err().flush();
            });
    Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "pushsim-closing"));
    terminal.out().println("pushsim listens on http://%s:%d".formatted(host, simulator.port()));
    terminal.out().flush();
    new CountDownLatch(1).await();
    return 0;
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
}
