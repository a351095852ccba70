package io.pushsim.cli;

import io.pushsim.load.RatePlan;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many pushes {@code load} sends, and when. */
final class LoadPaceOptions {
  private static final Duration LONGEST = Duration.ofDays(7);

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

  /** How pushes follow each other; spelt as on the command line. */
  enum Arrivals {
    poisson,
    even
  }

  /**
   * The rate over the duration.
   *
   * @throws ParameterException where it cannot be
   */
  RatePlan rate() {
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

  /** Whether pushes come at equal distances. */
  boolean even() {
    return arrivals == Arrivals.even;
  }

  Duration duration() {
    return duration;
  }

  Duration warmUp() {
    return warmUp;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
  }
}
