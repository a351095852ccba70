package io.pushsim.journal;

import io.pushsim.arn.FunctionArn;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which functions have run in the chain of events that an event belongs to, and how often: what AWS
 * carries in the trace header's Lineage.
 *
 * @param runs by the function's unqualified ARN
 */
public record Lineage(Map<String, Integer> runs) {
  /** That of an event which no function has caused. */
  public static final Lineage NONE = new Lineage(Map.of());

  public Lineage {
    runs = runs.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(runs));
  }

  /** How often the function has run in the chain. */
  public int runsOf(FunctionArn function) {
    return runs.getOrDefault(function.unqualified().toString(), 0);
  }

  /** The chain after one more run of the function. */
  public Lineage and(FunctionArn function) {
    Map<String, Integer> more = new TreeMap<>(runs);
    more.merge(function.unqualified().toString(), 1, Integer::sum);
    return new Lineage(more);
  }
}
