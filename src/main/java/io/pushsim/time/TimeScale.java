package io.pushsim.time;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How many times as fast as the machine's a simulated time passes.
 *
 * @param thousandths of the machine's pace; from 10 to 100,000,000
 */
public record TimeScale(int thousandths) {
  /** The machine's own pace. */
  public static final TimeScale REAL = new TimeScale(1000);

  /** What a scale may be, for messages about a text that is none. */
  public static final String FORM =
      "a number from 0.01 to 100000 with at most three digits after the point";

  private static final int SLOWEST = 10;
  private static final int FASTEST = 100_000_000;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,3})?");

  public TimeScale {
    if (thousandths < SLOWEST || thousandths > FASTEST) {
      throw new IllegalArgumentException(
          "a time scale of %d thousandths; it is %s".formatted(thousandths, FORM));
    }
  }

  /** The scale that the text is, or empty where it is none. */
  public static Optional<TimeScale> parse(String text) {
    if (!NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    int thousandths = new BigDecimal(text).movePointRight(3).intValueExact();
    return thousandths < SLOWEST || thousandths > FASTEST
        ? Optional.empty()
        : Optional.of(new TimeScale(thousandths));
  }

  public boolean isReal() {
    return equals(REAL);
  }

  /** How many times as fast it is, without superfluous digits. */
  public BigDecimal factor() {
    BigDecimal factor = BigDecimal.valueOf(thousandths, 3).stripTrailingZeros();
    return factor.scale() < 0 ? factor.setScale(0) : factor;
  }

  /** How much simulated time passes within so much of the machine's, down to the nanosecond. */
  public Duration simulated(Duration machine) {
    return isReal() ? machine : machine.multipliedBy(thousandths).dividedBy(1000);
  }

  /** Within how much of the machine's time so much simulated time passes, about. */
  public Duration machine(Duration simulated) {
    return isReal() ? simulated : simulated.multipliedBy(1000).dividedBy(thousandths);
  }

  /** As one writes it: {@code 60}, {@code 0.5}. */
  @Override
  public String toString() {
    return factor().toPlainString();
  }
}
