package io.pushsim.runtime;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells whether the heap runs short: by what was still in use after the last collection. */
final class HeapGauge {
  private final double share;
  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class);
  private final Set<String> heapPools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
          .map(java.lang.management.MemoryPoolMXBean::getName)
          .collect(Collectors.toSet());

  HeapGauge(double share) {
    this.share = share;
  }

  boolean isShort() {
    Runtime runtime = Runtime.getRuntime();
    long limit = (long) (runtime.maxMemory() * share);
    if (runtime.totalMemory() - runtime.freeMemory() <= limit) {
      return false;
    }
    return usedAfterLastCollection() > limit;
  }

  private long usedAfterLastCollection() {
    long latest = -1;
    long used = 0;
    for (GarbageCollectorMXBean collector : collectors) {
      GcInfo info = collector.getLastGcInfo();
      if (info != null && info.getEndTime() > latest) {
        latest = info.getEndTime();
        used = heapUse(info.getMemoryUsageAfterGc());
      }
    }
    return used;
  }

  private long heapUse(Map<String, MemoryUsage> pools) {
    return pools.entrySet().stream()
        .filter(pool -> heapPools.contains(pool.getKey()))
        .mapToLong(pool -> pool.getValue().getUsed())
        .sum();
  }
}
