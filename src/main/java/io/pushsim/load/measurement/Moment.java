package io.pushsim.load.measurement;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * How the load went in one interval, a second or so.
 *
 * @param second its end, since the measuring began; negative in the warm-up
 * @param asked the rate that was asked for then, in pushes a second
 * @param sent pushes a second
 * @param ended pushes a second
 * @param p50 of the time to the end, in milliseconds; empty where none came to it
 * @param p99 likewise
 * @param underWay pushes that had not come to their end: the queue's depth
 * @param processors how many processors the process kept busy
 * @param heapMegabytes heap in use
 * @param runs of handlers, by the version
 */
public record Moment(
    double second,
    double asked,
    double sent,
    double ended,
    OptionalDouble p50,
    OptionalDouble p99,
    long underWay,
    double processors,
    double heapMegabytes,
    Map<String, Long> runs) {
  public Moment {
    runs = Map.copyOf(runs);
  }
}
