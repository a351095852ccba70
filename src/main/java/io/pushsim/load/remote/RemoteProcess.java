package io.pushsim.load.remote;

import io.pushsim.load.measurement.ProcessFigures;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/**
 * What the process of a running pushsim has used, as its metrics tell it. Nobody waits for an
 * answer: what is told is of the answer before, so it lags by one look. For one thread.
 */
final class RemoteProcess {
  private static final Pattern CPU = Pattern.compile("(?m)^process_cpu_time_ns_total (\\S+)");
  private static final Pattern HEAP =
      Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\"[^}]*} (\\S+)");
  private static final Pattern COLLECTIONS =
      Pattern.compile("(?m)^jvm_gc_collections_seconds_sum\\{[^}]*} (\\S+)");
  private static final double MILLIS = 1e3;

  private final PushsimClient client;
  private volatile ProcessFigures latest;
  private CompletionStage<Void> asked = CompletableFuture.completedFuture(null);

  /**
   * @param now what it has used as the load begins
   */
  RemoteProcess(PushsimClient client, ProcessFigures now) {
    this.client = client;
    latest = now;
  }

  /** Where a busy target does not answer, the figures stay what they were until it does. */
  ProcessFigures figures() {
    if (asked.toCompletableFuture().isDone()) {
      asked =
          client
              .metrics()
              .handle(
                  (text, failure) -> {
                    if (text != null) {
                      latest = of(text);
                    }
                    return null;
                  });
    }
    return latest;
  }

  /**
   * Reads them.
   *
   * @param metrics in Prometheus's text format
   */
  static ProcessFigures of(String metrics) {
    return new ProcessFigures(
        (long) sum(CPU, metrics),
        (long) sum(HEAP, metrics),
        (long) (sum(COLLECTIONS, metrics) * MILLIS));
  }

  private static double sum(Pattern series, String metrics) {
    return series
        .matcher(metrics)
        .results()
        .map(found -> found.group(1))
        .mapToDouble(Double::parseDouble)
        .sum();
  }
}
