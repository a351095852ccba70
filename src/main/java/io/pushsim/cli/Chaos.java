package io.pushsim.cli;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.DelayRange;
import io.pushsim.eventsource.PushFaults;
import io.pushsim.eventsource.Share;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Which faults befall all events and grants of a served simulator.
 *
 * @param text as it was given, for people; empty where nothing was
 * @param propagation how long new grants take to count
 * @param seed by which the faults are drawn
 */
public record Chaos(String text, PushFaults faults, DelayRange propagation, long seed) {
  /** All goes well. */
  public static final Chaos NONE = new Chaos("", PushFaults.NONE, DelayRange.NONE, 0);

  private static final Duration LONGEST = Duration.ofDays(7);
  private static final String EXAMPLE =
      "duplicate=1%,delay=0-30s,reorder=5%,drop=0.1%,propagationDelay=0-5s";

  /**
   * Reads what {@code --chaos} says, such as {@code duplicate=1%,delay=0-30s}.
   *
   * @throws SimulatorException InvalidInput that names the part which is none
   */
  public static Chaos parse(String text, long seed) {
    Chaos chaos = new Chaos(text, PushFaults.NONE, DelayRange.NONE, seed);
    Set<String> named = new HashSet<>();
    for (String part : text.split(",", -1)) {
      String[] pair = part.strip().split("=", 2);
      if (pair.length < 2) {
        throw wrong(part, "is no fault; write for instance " + EXAMPLE);
      }
      if (!named.add(pair[0])) {
        throw wrong(part, "is the second of its kind; leave one of them out");
      }
      chaos = chaos.with(part, pair[0], pair[1]);
    }
    return chaos;
  }

  private Chaos with(String part, String fault, String how) {
    return switch (fault) {
      case "duplicate" -> with(faults.withDuplicates(share(part, how), 1));
      case "delay" -> with(faults.withDelay(range(part, how)));
      case "reorder" -> with(faults.withReorder(share(part, how), PushFaults.USUAL_WAIT));
      case "drop" -> with(faults.withDrop(share(part, how)));
      case "propagationDelay" -> new Chaos(text, faults, range(part, how), seed);
      default ->
          throw wrong(
              part, "names no fault; known are duplicate, delay, reorder, drop, propagationDelay");
    };
  }

  private Chaos with(PushFaults other) {
    return new Chaos(text, other, propagation, seed);
  }

  private static double share(String part, String how) {
    return Share.parse(how)
        .orElseThrow(() -> wrong(part, "has no share from 0% to 100%; write for instance 1%"));
  }

  private static DelayRange range(String part, String how) {
    DelayRange range =
        DelayRange.parse(how)
            .orElseThrow(
                () ->
                    wrong(
                        part,
                        "has no time, nor a range that begins with the shorter one; write for instance "
                            + DelayRange.FORMS));
    if (range.max().compareTo(LONGEST) > 0) {
      throw wrong(part, "is longer than %d days; write less".formatted(LONGEST.toDays()));
    }
    return range;
  }

  private static SimulatorException wrong(String part, String what) {
    return new SimulatorException(
        ErrorCode.INVALID_INPUT, "--chaos: '%s' %s".formatted(part.strip(), what));
  }

  /** Whether nothing befalls anything. */
  boolean isNone() {
    return text.isEmpty();
  }
}
