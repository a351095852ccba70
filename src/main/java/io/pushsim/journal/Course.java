package io.pushsim.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What has come of a delivery so far.
 *
 * @param attempts the runs of the handler, in order
 * @param heldBack how often it was held back, in order
 * @param due while it waits: when it is tried again
 * @param conclusion why it has ended; empty while it has not, and for a denied one
 * @param sendings where its end was told, or was to be
 */
public record Course(
    List<Attempt> attempts,
    List<HeldBack> heldBack,
    Optional<Instant> due,
    Optional<Conclusion> conclusion,
    List<Sending> sendings) {
  /** Nothing yet. */
  public static final Course NONE =
      new Course(List.of(), List.of(), Optional.empty(), Optional.empty(), List.of());

  public Course {
    attempts = List.copyOf(attempts);
    heldBack = List.copyOf(heldBack);
    sendings = List.copyOf(sendings);
  }

  /** With one more run, which failed and is to be followed by another. */
  public Course attempted(Attempt attempt, Instant next) {
    return new Course(
        and(attempts, List.of(attempt)), heldBack, Optional.of(next), Optional.empty(), List.of());
  }

  /** Held back once more. */
  public Course heldBack(HeldBack once) {
    return new Course(
        attempts,
        and(heldBack, List.of(once)),
        Optional.of(once.due()),
        Optional.empty(),
        List.of());
  }

  /** At its end, with these runs more. */
  public Course ended(List<Attempt> more, Conclusion why, List<Sending> told) {
    return new Course(and(attempts, more), heldBack, Optional.empty(), Optional.of(why), told);
  }

  private static <T> List<T> and(List<T> some, List<T> more) {
    if (some.isEmpty()) {
      return more;
    }
    List<T> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /** The run that counts: the last. */
  public Optional<Attempt> lastAttempt() {
    return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.get(attempts.size() - 1));
  }

  /** The number of the run that comes next, from 1. */
  public int nextAttempt() {
    return attempts.size() + 1;
  }
}
