package io.pushsim.journal;

import io.pushsim.time.DurationText;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long deliveries are kept.
 *
 * @param newest how many at the most
 * @param age for how long at the most after they ended; for ever where it is empty
 */
public record Retention(int newest, Optional<Duration> age) {
  /** The newest 10,000. */
  public static final Retention USUAL = new Retention(10_000, Optional.empty());

  private static final Duration LONGEST = Duration.ofDays(365_000);
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  /** A number of deliveries or an age, or empty where the text is neither. */
  public static Optional<Retention> parse(String text) {
    if (NUMBER.matcher(text).matches()) {
      return Optional.of(new Retention(Integer.parseInt(text), Optional.empty()));
    }
    return DurationText.parse(text)
        .filter(age -> age.compareTo(LONGEST) <= 0)
        .map(age -> new Retention(Integer.MAX_VALUE, Optional.of(age)));
  }
}
