package io.pushsim.load.measurement;

import java.util.Map;

/**
 * What has been counted.
 *
 * @param sent pushes
 * @param ended pushes of which nothing more will come
 * @param denied deliveries that the target's policy did not let pass
 * @param throttles how often a delivery was put back, or given up, since a limit was reached
 * @param coldStarts runs for which an execution environment was started
 * @param failed pushes of which something went wrong
 * @param errors what went wrong, by its kind
 * @param runs of handlers; with {@code --handler none} the version that would have run
 */
public record Counts(
    long sent,
    long ended,
    long denied,
    long throttles,
    long coldStarts,
    long failed,
    Map<String, Long> errors,
    Map<Ran, Long> runs) {
  /** Nothing. */
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, Map.of(), Map.of());

  public Counts {
    errors = Map.copyOf(errors);
    runs = Map.copyOf(runs);
  }

  /** Pushes that have not come to their end. */
  public long unfinished() {
    return sent - ended;
  }
}
