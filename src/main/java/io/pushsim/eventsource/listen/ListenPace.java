package io.pushsim.eventsource.listen;

import java.time.Duration;

/**
 * How often a listen stream gives a sign of life, and how long nothing of it is borne.
 *
 * @param ping how often the server is asked to give one, and how often is looked; on the wire whole
 *     seconds, at least one
 * @param warnAfter so many of them missing in a row are told
 * @param cutAfter so many missing in a row end a stream, whatever it may hold back
 * @param firstPause before the first new attempt; each further one waits twice as long
 * @param longestPause between two attempts
 */
record ListenPace(
    Duration ping, int warnAfter, int cutAfter, Duration firstPause, Duration longestPause) {

  /**
   * A ping each second. A server that holds its stream back until 4,096 bytes have come together
   * (MinIO source after RELEASE.2025-10-15, commit 52eee5a2f) sends at least every 241st of the 17
   * bytes that a ping has, so 300 missing ones are none of these.
   */
  static ListenPace usual() {
    return new ListenPace(
        Duration.ofSeconds(1), 5, 300, Duration.ofMillis(250), Duration.ofSeconds(30));
  }

  /** What the server is asked for. */
  long pingSeconds() {
    return Math.max(1, ping.toSeconds());
  }

  /**
   * How long to wait before an attempt.
   *
   * @param failed how many have failed since the stream last spoke, from 1
   * @param draw from [0, 1): waits are from half as long to fully so, lest all attempts come at
   *     once
   */
  Duration pause(int failed, double draw) {
    long longest = longestPause.toMillis();
    long doubled = firstPause.toMillis() << Math.min(failed - 1, 20);
    return Duration.ofMillis(Math.round(Math.min(longest, doubled) * (0.5 + draw / 2)));
  }
}
