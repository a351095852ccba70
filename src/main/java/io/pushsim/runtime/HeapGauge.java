package io.pushsim.runtime;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells whether the heap runs short: by what was still in use after the last collection. */
final class HeapGauge {
  private static final int SMALLEST_BLAMEABLE_PART = 16;

  private final double share;
  private long confirmedAt = -1;
  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class);
  private final Set<String> heapPools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .collect(Collectors.toSet());

  HeapGauge(double share) {
    this.share = share;
  }

  /**
   * Whether the heap is short of memory. What a collection of the young generation left over may be
   * garbage all the same, so a full one is asked for before the answer is yes.
   */
  boolean isShort() {
    Runtime runtime = Runtime.getRuntime();
    long limit = (long) (runtime.maxMemory() * share);
    if (runtime.totalMemory() - runtime.freeMemory() <= limit) {
      return false;
    }
    GcInfo last = lastCollection();
    if (last == null || last.getEndTime() <= confirmedAt || heapUse(last) <= limit) {
      return false;
    }
    System.gc();
    GcInfo full = lastCollection();
    if (full == null) {
      return true;
    }
    confirmedAt = full.getEndTime();
    return heapUse(full) > limit;
  }

  /** How many bytes a turn must have allocated to be what made the heap short. */
  long blameable() {
    return Runtime.getRuntime().maxMemory() / SMALLEST_BLAMEABLE_PART;
  }

  private @Nullable GcInfo lastCollection() {
    GcInfo latest = null;
    for (GarbageCollectorMXBean collector : collectors) {
      GcInfo info = collector.getLastGcInfo();
      if (info != null && (latest == null || info.getEndTime() > latest.getEndTime())) {
        latest = info;
      }
    }
    return latest;
  }

  private long heapUse(GcInfo collection) {
    return heapUse(collection.getMemoryUsageAfterGc());
  }

  private long heapUse(Map<String, MemoryUsage> pools) {
    return pools.entrySet().stream()
        .filter(pool -> heapPools.contains(pool.getKey()))
        .mapToLong(pool -> pool.getValue().getUsed())
        .sum();
  }
}
