package io.pushsim.load.threshold;

import io.pushsim.display.Figures;
import io.pushsim.load.LoadResult;
import io.pushsim.load.threshold.Metric.Unit;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bound that a load is to keep, such as {@code p99<50ms} or {@code split(2)=10%±1%}. */
public final class Threshold {
  private static final Pattern FORM =
      Pattern.compile("([a-z]+[0-9.]*(?:\\([^()]*\\))?)(<=|>=|==|<|>|=)(.+)");
  private static final Pattern TIME = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)(us|µs|ms|s|m)");
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)");
  private static final Pattern PERCENT =
      Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)%(?:(?:±|\\+-)(\\d{1,3}(?:\\.\\d{1,6})?)%)?");

  private final String text;
  private final Unit unit;
  private final Relation relation;
  private final Function<LoadResult, OptionalDouble> value;
  private final Bound bound;

  /**
   * What a value is held against.
   *
   * @param tolerance how far from equal still is
   */
  private record Bound(double value, double tolerance) {}

  private Threshold(
      String text,
      Unit unit,
      Relation relation,
      Function<LoadResult, OptionalDouble> value,
      Bound bound) {
    this.text = text;
    this.unit = unit;
    this.relation = relation;
    this.value = value;
    this.bound = bound;
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException where the text is none; the message says what would be right
   */
  public static Threshold parse(String written) {
    String text = written.replaceAll("\\s", "");
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw wrong(
          written, "is no threshold; write one such as p99<50ms, errors<1% or split(2)=10%±1%");
    }
    Metric metric =
        Metric.parse(form.group(1))
            .orElseThrow(
                () -> wrong(written, "names nothing that is measured: there are " + Metric.NAMES));
    Relation relation = Relation.of(form.group(2)).orElseThrow();
    String value = form.group(3);
    return switch (metric.unit()) {
      case TIME -> {
        Matcher time = matched(TIME, value, written, "needs a time with its unit, such as 50ms");
        double bound = Double.parseDouble(time.group(1)) * milliseconds(time.group(2));
        yield new Threshold(text, Unit.TIME, relation, metric.value(), new Bound(bound, 0));
      }
      case RATE -> {
        Matcher rate =
            matched(NUMBER, value, written, "needs a number of pushes a second, such as 4900");
        yield new Threshold(text, Unit.RATE, relation, metric.value(), bound(rate));
      }
      case COUNT ->
          value.endsWith("%")
              ? shared(text, metric, relation, percent(value, written), written)
              : new Threshold(
                  text,
                  Unit.COUNT,
                  relation,
                  metric.value(),
                  bound(
                      matched(
                          NUMBER, value, written, "needs a number or a share, such as 0 or 1%")));
      case SHARE -> shared(text, metric, relation, percent(value, written), written);
    };
  }

  private static Threshold shared(
      String text, Metric metric, Relation relation, Matcher percent, String written) {
    boolean hasTolerance = percent.group(2) != null;
    if (relation == Relation.EQUAL && !hasTolerance && metric.unit() == Unit.SHARE) {
      throw wrong(
          written, "is hardly ever met exactly; write how far it may be off, such as 10%±1%");
    }
    if (relation != Relation.EQUAL && hasTolerance) {
      throw wrong(written, "has a tolerance, which only = can have");
    }
    double tolerance = hasTolerance ? Double.parseDouble(percent.group(2)) / 100 : 0;
    return new Threshold(
        text,
        Unit.SHARE,
        relation,
        metric.share().orElseThrow(),
        new Bound(Double.parseDouble(percent.group(1)) / 100, tolerance));
  }

  private static Matcher percent(String value, String written) {
    return matched(PERCENT, value, written, "needs a share, such as 1% or 10%±1%");
  }

  private static Bound bound(Matcher number) {
    return new Bound(Double.parseDouble(number.group(1)), 0);
  }

  private static Matcher matched(Pattern form, String value, String written, String need) {
    Matcher matcher = form.matcher(value);
    if (!matcher.matches()) {
      throw wrong(written, need);
    }
    return matcher;
  }

  private static IllegalArgumentException wrong(String written, String what) {
    return new IllegalArgumentException("'" + written + "' " + what);
  }

  private static double milliseconds(String unit) {
    return switch (unit) {
      case "us", "µs" -> 0.001;
      case "ms" -> 1;
      case "s" -> 1_000;
      default -> 60_000;
    };
  }

  /** Holds a load against it; where nothing was measured it does not pass. */
  public Verdict judge(LoadResult result) {
    OptionalDouble measured = value.apply(result);
    return measured.isEmpty()
        ? new Verdict(text, false, "nothing was measured")
        : new Verdict(
            text,
            relation.holds(measured.getAsDouble(), bound.value(), bound.tolerance()),
            words(measured.getAsDouble()));
  }

  private String words(double measured) {
    return switch (unit) {
      case TIME -> Figures.milliseconds(measured);
      case RATE -> String.format(Locale.ROOT, "%,.1f/s", measured);
      case COUNT -> Figures.number((long) measured);
      case SHARE -> String.format(Locale.ROOT, "%.2f %%", measured * 100);
    };
  }

  /** Whether it bounds what only handlers can come to. */
  public boolean needsHandlers() {
    return text.startsWith("coldstarts") || text.startsWith("throttles");
  }

  @Override
  public String toString() {
    return text;
  }

  /**
   * What came of a threshold.
   *
   * @param threshold as it was written
   * @param measured for people
   */
  public record Verdict(String threshold, boolean passed, String measured) {}
}
