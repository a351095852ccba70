package io.pushsim.load;

import java.util.List;

/** The events of a load, drawn by their weights. */
public final class Mix {
  private final List<LoadEvent> events;
  private final KeyTemplate keys;
  private final long[] upTo;

  /**
   * @param events at least one
   */
  public Mix(List<LoadEvent> events, KeyTemplate keys) {
    this.events = List.copyOf(events);
    this.keys = keys;
    upTo = new long[events.size()];
    long sum = 0;
    for (int i = 0; i < upTo.length; i++) {
      sum += events.get(i).weight();
      upTo[i] = sum;
    }
    if (sum == 0) {
      throw new IllegalArgumentException("a load needs an event");
    }
  }

  /** All of them. */
  public List<LoadEvent> events() {
    return events;
  }

  /** The events' one key template. */
  KeyTemplate keys() {
    return keys;
  }

  /**
   * One of them.
   *
   * @param draw a uniformly distributed number in [0, 1)
   */
  LoadEvent event(double draw) {
    long at = (long) (draw * upTo[upTo.length - 1]);
    int i = 0;
    while (upTo[i] <= at) {
      i++;
    }
    return events.get(i);
  }
}
