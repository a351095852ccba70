package io.pushsim.cli;

import io.pushsim.display.Figures;
import io.pushsim.load.KeyTemplate;
import io.pushsim.load.RatePlan;
import io.pushsim.load.RecordedSchedule;
import io.pushsim.load.Recording;
import io.pushsim.load.recording.RecordingException;
import io.pushsim.load.recording.RecordingReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** How many pushes {@code load} sends, and when. */
final class LoadPaceOptions {
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final double SLOWEST = 0.001;
  private static final double FASTEST = 1_000_000;

  /** What a recording says itself. */
  private static final List<String> OF_DRAWN =
      List.of("--rate", "--duration", "--arrivals", "--key-template", "--payload");

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--rate",
      paramLabel = "RATE",
      description = "Pushes a second: " + RatePlan.FORMS + " (default: ${DEFAULT-VALUE}).")
  private String rate = "100";

  @Option(
      names = "--duration",
      paramLabel = "DURATION",
      converter = ServeCommand.DurationConverter.class,
      description = "How long it is measured (default: 10s).")
  private Duration duration = Duration.ofSeconds(10);

  @Option(
      names = "--warmup",
      paramLabel = "DURATION",
      converter = ServeCommand.DurationConverter.class,
      description =
          "How long before that the rate grows to where it begins, which is not measured (default: 5s).")
  private Duration warmUp = Duration.ofSeconds(5);

  @Option(
      names = "--arrivals",
      paramLabel = "HOW",
      description =
          "${COMPLETION-CANDIDATES} (default: poisson): pushes come by chance, as of many clients, or at"
              + " equal distances.")
  private Arrivals arrivals = Arrivals.poisson;

  @Option(
      names = "--events",
      paramLabel = "FILE",
      description =
          "Send these recorded notifications, each once and at its distance from the one before, instead of the"
              + " scenario's event steps: as S3 servers post them (MinIO, versitygw, RustFS, AWS; also in SQS's,"
              + " SNS's or EventBridge's envelopes), one a line or in a JSON list.")
  private Optional<Path> events = Optional.empty();

  @Option(
      names = "--speed",
      paramLabel = "N",
      description =
          "Send --events at this many times their recorded pace, such as 10 or 0.5 (default: 1).")
  private Optional<BigDecimal> speed = Optional.empty();

  /** How pushes follow each other; spelt as on the command line. */
  enum Arrivals {
    poisson,
    even
  }

  /**
   * What the options say.
   *
   * @param keys of the objects, and what they hold, where the events are the story's
   * @throws ParameterException where that cannot be
   */
  LoadPace pace(KeyTemplate keys, Optional<Payload> payload) {
    if (events.isPresent()) {
      return new LoadPace.Recorded(recorded(events.get(), speed.orElse(BigDecimal.ONE)));
    }
    if (speed.isPresent()) {
      throw wrong(
          "--speed is for --events: name a file of recorded notifications, or leave it out");
    }
    return new LoadPace.Drawn(
        checkedRate(), arrivals == Arrivals.even, duration, warmUp, keys, payload);
  }

  private RecordedSchedule recorded(Path file, BigDecimal speed) {
    checkNothingContradicts();
    double times = speed.doubleValue();
    if (times < SLOWEST || times > FASTEST) {
      throw wrong(
          "--speed is %s; write how many times as fast, from %s to %,.0f"
              .formatted(speed, SLOWEST, FASTEST));
    }
    Recording recording = recording(file);
    Duration span = recording.span();
    if (span.toSeconds() / times > LONGEST.toSeconds()) {
      throw wrong(
          "--events: %s spans %s, which at a --speed of %s is more than a week: ask for a higher one"
              .formatted(file, Figures.span(span), speed));
    }
    return new RecordedSchedule(recording, times, warmUp);
  }

  private void checkNothingContradicts() {
    ParseResult given = Objects.requireNonNull(command).commandLine().getParseResult();
    List<String> contradictions = OF_DRAWN.stream().filter(given::hasMatchedOption).toList();
    if (!contradictions.isEmpty()) {
      throw wrong(
          "--events says which objects are told of, and when: leave out %s, or --events"
              .formatted(String.join(" and ", contradictions)));
    }
  }

  private Recording recording(Path file) {
    try {
      return RecordingReader.read(file);
    } catch (RecordingException e) {
      throw wrong("--events: " + e.getMessage());
    }
  }

  private RatePlan checkedRate() {
    if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
      throw wrong(
          "--duration is %s; a load takes some time, and a week at the most".formatted(duration));
    }
    RatePlan plan =
        RatePlan.parse(rate, duration)
            .orElseThrow(
                () ->
                    wrong(
                        "--rate is '%s', which is no rate up to %,d pushes a second; write %s"
                            .formatted(rate, RatePlan.MOST, RatePlan.FORMS)));
    if (plan.pushes() < 1) {
      throw wrong(
          "--rate is '%s', which is not one push in %s: ask for a higher rate or a longer --duration"
              .formatted(rate, duration));
    }
    return plan;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
  }
}
