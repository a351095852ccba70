package io.pushsim.eventsource.listen;

import java.time.Duration;

/**
 * Knows when a stream last spoke, and judges its silence. A stream that has given its signs of life
 * one by one is broken where none comes; one that has not may be held back in blocks by its server,
 * and to cut it would lose what it holds.
 */
final class StreamWatch {
  private final ListenPace pace;
  private long lastSign;
  private int inTime;
  private boolean warned;

  /** What is to be done about a silence. */
  enum Judgement {
    NOTHING,
    /** Say that it is silent. */
    WARN,
    /** End it. */
    CUT
  }

  /**
   * @param now in nanoseconds, as all times here
   */
  StreamWatch(ListenPace pace, long now) {
    this.pace = pace;
    this.lastSign = now;
  }

  /** The stream has said something. */
  synchronized void spoke(long now) {
    long ping = pace.ping().toNanos();
    long pause = now - lastSign;
    // Of several that come together only the first has a pause before it, of a block's length.
    inTime = pause > ping / 2 && pause < 2 * ping ? inTime + 1 : inTime;
    lastSign = now;
  }

  synchronized Duration silence(long now) {
    return Duration.ofNanos(now - lastSign);
  }

  /**
   * Looks once.
   *
   * @param withinLine whether it stopped in the midst of a line, as it does where it is cut in
   *     blocks
   */
  synchronized Judgement judge(long now, boolean withinLine) {
    long missing = (now - lastSign) / pace.ping().toNanos();
    if (missing >= pace.cutAfter()) {
      return Judgement.CUT;
    }
    if (missing < pace.warnAfter()) {
      return Judgement.NOTHING;
    }
    if (inTime > 1 && !withinLine) {
      return Judgement.CUT;
    }
    if (warned) {
      return Judgement.NOTHING;
    }
    warned = true;
    return Judgement.WARN;
  }
}
