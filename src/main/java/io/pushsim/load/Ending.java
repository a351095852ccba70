package io.pushsim.load;

/**
 * How a load came to its end.
 *
 * @param kind in short
 * @param sentence for people
 */
public record Ending(Kind kind, String sentence) {
  /** As planned. */
  public static final Ending AS_PLANNED =
      new Ending(Kind.AS_PLANNED, "The load came to its end as planned.");

  /** Somebody stopped it. */
  public static final Ending INTERRUPTED =
      new Ending(
          Kind.INTERRUPTED,
          "The load was interrupted: the figures are of what was measured until then.");

  /** How a load can end. */
  public enum Kind {
    AS_PLANNED,
    INTERRUPTED,
    /** Pushes came faster than they were done, and too many were under way. */
    OVERRUN,
    /** What it was driven at went away. */
    TARGET_GONE
  }

  static Ending gone(String sentence) {
    return new Ending(
        Kind.TARGET_GONE, sentence + " The figures are of what was measured until then.");
  }

  static Ending overrun(int most) {
    return new Ending(
        Kind.OVERRUN,
        "The load was ended early, with more than %,d pushes under way: they come faster than they are done. Ask for a lower --rate (of --events, a lower --speed), or allow more by --max-under-way."
            .formatted(most));
  }
}
