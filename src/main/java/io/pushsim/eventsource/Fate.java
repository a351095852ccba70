package io.pushsim.eventsource;

import java.time.Duration;

/**
 * What befalls one push on its way.
 *
 * @param dropped it is never pushed
 * @param delay how late it sets out
 * @param held how long it is then held back at the most, for a later one of its bucket to overtake
 *     it; zero where it is not
 */
record Fate(boolean dropped, Duration delay, Duration held) {
  static final Fate UNHARMED = new Fate(false, Duration.ZERO, Duration.ZERO);
}
