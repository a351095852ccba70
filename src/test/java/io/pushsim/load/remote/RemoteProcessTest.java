package io.pushsim.load.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.load.measurement.ProcessFigures;
import org.junit.jupiter.api.Test;

/** What is read of a running pushsim's metrics. */
class RemoteProcessTest {
  @Test
  void addsUpWhatItsProcessUsed() {
    String metrics =
        """
        # HELP jvm_memory_used_bytes The amount of used memory
        jvm_gc_collections_seconds_sum{gc="Copy"} 0.058
        jvm_gc_collections_seconds_sum{gc="MarkSweepCompact"} 1.5
        jvm_gc_collections_seconds_count{gc="Copy"} 2
        jvm_memory_used_bytes{area="heap",id="Eden Space"} 4.6808872E7
        jvm_memory_used_bytes{area="heap",id="Tenured Gen"} 1024.0
        jvm_memory_used_bytes{area="nonheap",id="Metaspace"} 4.9739552E7
        process_cpu_time_ns_total 4.49E9
        process_cpu_usage 0.0
        """;

    assertThat(RemoteProcess.of(metrics))
        .isEqualTo(new ProcessFigures(4_490_000_000L, 46_809_896L, 1558));
  }
}
