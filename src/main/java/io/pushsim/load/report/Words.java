package io.pushsim.load.report;

import io.pushsim.display.Figures;
import io.pushsim.load.DrawnSchedule;
import io.pushsim.load.LoadPlan;
import io.pushsim.load.LoadResult;
import io.pushsim.load.RecordedSchedule;
import io.pushsim.load.Recording;
import io.pushsim.load.Split;
import io.pushsim.load.Switch;
import io.pushsim.load.measurement.Counts;
import io.pushsim.load.measurement.Resources;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The figures of a load in words. */
final class Words {
  private Words() {}

  static String rate(double perSecond) {
    return String.format(Locale.ROOT, perSecond < 1_000 ? "%,.1f/s" : "%,.0f/s", perSecond);
  }

  static String share(double share) {
    return String.format(Locale.ROOT, "%.2f %%", share * 100);
  }

  static String milliseconds(OptionalDouble value) {
    if (value.isEmpty()) {
      return "-";
    }
    double millis = value.getAsDouble();
    return millis < 1
        ? String.format(Locale.ROOT, "%.3f ms", millis)
        : Figures.milliseconds(millis);
  }

  static String plan(LoadPlan plan) {
    return "%s after %s, seed %d"
        .formatted(
            plan.schedule() instanceof RecordedSchedule recorded
                ? plan(recorded)
                : plan((DrawnSchedule) plan.schedule()),
            plan.warmUp().isZero() ? "no warm-up" : Figures.exact(plan.warmUp()) + " of warm-up",
            plan.seed());
  }

  private static String plan(DrawnSchedule drawn) {
    return "%s/s %s for %s"
        .formatted(
            drawn.rate(),
            drawn.even() ? "evenly" : "by chance (Poisson)",
            Figures.exact(drawn.duration()));
  }

  private static String plan(RecordedSchedule recorded) {
    Recording recording = recorded.recording();
    return "%s of %s, recorded over %s, %s: %s on average for %s"
        .formatted(
            Figures.count(recording.events().size(), "event", "events"),
            recording.file(),
            rounded(recording.span()),
            recorded.speed() == 1
                ? "at their own pace"
                : new BigDecimal(Double.toString(recorded.speed()))
                        .stripTrailingZeros()
                        .toPlainString()
                    + " times as fast",
            rate(recorded.meanRate()),
            rounded(recorded.duration()));
  }

  /** To hundredths of a second, longer than a minute to whole ones. */
  private static String rounded(Duration duration) {
    return duration.toSeconds() < 60
        ? Figures.milliseconds(duration.toNanos() / 1e6)
        : Figures.span(duration.plusMillis(500));
  }

  /** What the scenario and the recording have that is not in the load, in words; often nothing. */
  static List<String> leftOut(Setting setting) {
    List<String> leftOut = new ArrayList<>();
    if (setting.leftOut() > 0) {
      leftOut.add(
          Figures.count(setting.leftOut(), "operation", "operations")
              + " behind the first event step");
    }
    if (setting.plan().schedule() instanceof RecordedSchedule recorded
        && recorded.recording().leftOut() > 0) {
      leftOut.add(
          Figures.count(recorded.recording().leftOut(), "recorded event", "recorded events")
              + " that AWS's S3 does not send");
    }
    return leftOut;
  }

  static String pushes(Counts counts) {
    return "%s sent, %s ended, %s unfinished"
        .formatted(
            Figures.number(counts.sent()),
            Figures.number(counts.ended()),
            Figures.number(counts.unfinished()));
  }

  static String rates(LoadResult.Rates rates) {
    return "%s done of %s asked for, over %s"
        .formatted(rate(rates.ended()), rate(rates.asked()), seconds(rates.seconds()));
  }

  static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }

  /** What was counted beside the pushes; each a number and a word. */
  static List<String> counted(Counts counts) {
    return List.of(
        Figures.count(counts.coldStarts(), "cold start", "cold starts"),
        Figures.count(counts.throttles(), "throttle", "throttles"),
        Figures.number(counts.denied()) + " denied",
        Figures.count(counts.failed(), "error", "errors"));
  }

  /** Errors by their kinds, the most frequent first. */
  static List<Map.Entry<String, Long>> errors(Counts counts) {
    List<Map.Entry<String, Long>> errors = new ArrayList<>(counts.errors().entrySet());
    errors.sort(
        Map.Entry.<String, Long>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()));
    return errors;
  }

  /** What came of an operation in the load's middle. */
  static List<String> sentences(Switch done) {
    List<String> sentences = new ArrayList<>();
    sentences.add("%s at %s".formatted(done.words(), seconds(done.second())));
    if (done.refusal().isPresent()) {
      sentences.add("was refused: " + done.refusal().get());
      return sentences;
    }
    sentences.add("answered after " + Figures.milliseconds(done.milliseconds()));
    for (Switch.LastRun last : done.last()) {
      sentences.add(
          last.milliseconds() == 0
              ? "no push ran version %s of %s afterwards".formatted(last.version(), last.target())
              : "the last push on version %s of %s was %s after it"
                  .formatted(
                      last.version(), last.target(), Figures.milliseconds(last.milliseconds())));
    }
    return sentences;
  }

  static String name(Split split) {
    return split.period().isEmpty()
        ? split.target().shortName()
        : split.target().shortName() + " " + split.period();
  }

  static String verdict(Split split) {
    return switch (split.verdict()) {
      case AGREES -> "agrees with the weights (%s)".formatted(chiSquare(split));
      case DISAGREES -> "does not agree with the weights (%s)".formatted(chiSquare(split));
      case TOO_FEW -> "too few runs to tell";
    };
  }

  private static String chiSquare(Split split) {
    return Double.isInfinite(split.chiSquare())
        ? "a version ran that has no weight"
        : String.format(
            Locale.ROOT, "chi-square %.2f, p = %.3f", split.chiSquare(), split.probability());
  }

  static String resources(Resources used) {
    return String.format(
        Locale.ROOT,
        "%.2f processors, %,.0f MB of heap at the most, %.2f s of garbage collection",
        used.processors(),
        used.mostHeapMegabytes(),
        used.collectionSeconds());
  }
}
