package io.pushsim.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many pushes a second are to be sent, over time: constant, in a ramp, or in steps. In each
 * part the rate changes evenly from one figure to another.
 */
public final class RatePlan {
  /** The forms, for messages about a text that has none of them. */
  public static final String FORMS = "5000, 100..5000 (a ramp) or 1000,2000,5000 (steps)";

  /** The highest rate that can be asked for, in pushes a second. */
  public static final int MOST = 10_000_000;

  private static final Pattern RATE = Pattern.compile("\\d{1,8}(?:\\.\\d{1,3})?");
  private static final Pattern RAMP = Pattern.compile("(.+)\\.\\.(.+)");
  private static final double NANOS = 1e9;

  /** The part of the rate with which a warm-up begins. */
  private static final double FIRST_SHARE = 0.1;

  private final String text;
  private final List<Part> parts;

  /**
   * A part of the plan.
   *
   * @param from pushes a second at its begin
   * @param to pushes a second at its end
   * @param seconds how long it takes
   */
  private record Part(double from, double to, double seconds) {
    double pushes() {
      return (from + to) / 2 * seconds;
    }

    double rateAt(double second) {
      return from + (to - from) * second / seconds;
    }

    /** When so many pushes are due since its begin, in seconds. */
    double timeOf(double pushes) {
      double slope = (to - from) / seconds;
      return slope == 0
          ? pushes / from
          : (Math.sqrt(from * from + 2 * slope * pushes) - from) / slope;
    }
  }

  private RatePlan(String text, List<Part> parts) {
    this.text = text;
    this.parts = List.copyOf(parts);
  }

  /** The plan that the text is, for so long a time; empty where it is none, or asks for nothing. */
  public static Optional<RatePlan> parse(String text, Duration duration) {
    double seconds = duration.toNanos() / NANOS;
    Matcher ramp = RAMP.matcher(text);
    if (ramp.matches()) {
      return rate(ramp.group(1))
          .flatMap(from -> rate(ramp.group(2)).map(to -> new Part(from, to, seconds)))
          .filter(part -> part.pushes() > 0)
          .map(part -> new RatePlan(text, List.of(part)));
    }
    String[] steps = text.split(",", -1);
    List<Part> parts = new ArrayList<>();
    for (String step : steps) {
      Optional<Double> rate = rate(step);
      if (rate.isEmpty() || rate.get() == 0) {
        return Optional.empty();
      }
      parts.add(new Part(rate.get(), rate.get(), seconds / steps.length));
    }
    return Optional.of(new RatePlan(text, parts));
  }

  private static Optional<Double> rate(String text) {
    return RATE.matcher(text).matches()
        ? Optional.of(Double.valueOf(text)).filter(rate -> rate <= MOST)
        : Optional.empty();
  }

  /**
   * The same, with a time before it in which the rate grows to that with which it begins: a burst
   * at once would have environments started that nobody needs afterwards.
   */
  RatePlan after(Duration warmUp) {
    List<Part> longer = new ArrayList<>(warmUp(warmUp).parts);
    longer.addAll(parts);
    return new RatePlan(text, longer);
  }

  /** That time alone. */
  RatePlan warmUp(Duration warmUp) {
    Part first = parts.get(0);
    return growing(first.from() > 0 ? first.from() : first.to(), warmUp);
  }

  /** Grows from a part of the rate to the rate, over so long a time; no push where that is none. */
  static RatePlan growing(double rate, Duration time) {
    return new RatePlan(
        Double.toString(rate),
        time.isZero()
            ? List.of()
            : List.of(new Part(rate * FIRST_SHARE, rate, time.toNanos() / NANOS)));
  }

  /** One of so many generators that fulfil the plan together. */
  RatePlan share(int generators) {
    return new RatePlan(
        text,
        parts.stream()
            .map(part -> new Part(part.from() / generators, part.to() / generators, part.seconds()))
            .toList());
  }

  /** How many pushes it asks for in all. */
  public double pushes() {
    return parts.stream().mapToDouble(Part::pushes).sum();
  }

  /** How many pushes it asks for until this time after its begin. */
  double pushesUntil(double second) {
    double begin = 0;
    double pushes = 0;
    for (Part part : parts) {
      double inside = Math.max(0, Math.min(part.seconds(), second - begin));
      pushes += (part.from() + part.rateAt(inside)) / 2 * inside;
      begin += part.seconds();
    }
    return pushes;
  }

  /** When so many pushes are due, in nanoseconds after its begin; empty where it ends before. */
  Optional<Long> timeOf(double pushes) {
    double begin = 0;
    double left = pushes;
    for (Part part : parts) {
      if (left < part.pushes()) {
        return Optional.of((long) ((begin + part.timeOf(left)) * NANOS));
      }
      left -= part.pushes();
      begin += part.seconds();
    }
    return Optional.empty();
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
