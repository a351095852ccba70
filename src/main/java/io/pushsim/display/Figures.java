package io.pushsim.display;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/** Numbers as sentences need them; decimal arithmetic, so that every JDK writes the same digits. */
public final class Figures {
  private Figures() {}

  /** {@code 2,000}. */
  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 1 step}, {@code 2,000 steps}. */
  public static String count(long number, String one, String many) {
    return number(number) + " " + (number == 1 ? one : many);
  }

  /** A share with two digits behind the point: {@code 9.85 %}; of nothing, {@code 0.00 %}. */
  public static String percent(long part, long whole) {
    BigDecimal percent =
        whole == 0
            ? BigDecimal.ZERO.setScale(2)
            : BigDecimal.valueOf(part * 100)
                .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
    return percent.toPlainString() + " %";
  }

  /** A weight such as 0.1 as {@code 10 %}. */
  public static String percent(double share) {
    return plain(new BigDecimal(share * 100).setScale(1, RoundingMode.HALF_UP)) + " %";
  }

  /** {@code 3.25 ms}; from a second on {@code 12.35 s}. */
  public static String milliseconds(double milliseconds) {
    BigDecimal exact = new BigDecimal(milliseconds);
    return exact.compareTo(BigDecimal.valueOf(1_000)) < 0
        ? plain(exact.setScale(2, RoundingMode.HALF_UP)) + " ms"
        : plain(exact.movePointLeft(3).setScale(2, RoundingMode.HALF_UP)) + " s";
  }

  /** A duration in its two largest units: {@code 3m}, {@code 1h 5m}, {@code 2d 1h}. */
  public static String span(Duration duration) {
    long[] amounts = {
      duration.toDays(), duration.toHoursPart(), duration.toMinutesPart(), duration.toSecondsPart()
    };
    String units = "dhms";
    StringBuilder span = new StringBuilder();
    int shown = 0;
    for (int i = 0; i < amounts.length && shown < 2; i++) {
      if (amounts[i] > 0) {
        span.append(shown == 0 ? "" : " ").append(amounts[i]).append(units.charAt(i));
      }
      shown += shown > 0 || amounts[i] > 0 ? 1 : 0;
    }
    return shown == 0 ? "0s" : span.toString();
  }

  /** As {@link #span}, or where that would hide it, in milliseconds. */
  public static String exact(Duration duration) {
    return duration.toSeconds() == 0
        ? milliseconds(duration.toNanos() / 1_000_000.0)
        : span(duration);
  }

  private static String plain(BigDecimal number) {
    return (number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()).toPlainString();
  }
}
