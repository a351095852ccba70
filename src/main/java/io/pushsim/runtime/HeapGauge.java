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

/** Tells how far the heap is filled, and whether it runs short. All amounts are bytes. */
final class HeapGauge {
  private static final int SMALLEST_BLAMEABLE_PART = 16;
  private static final int STEP_PART = 256;

  /** Of what may be in use without question. */
  private static final double FILLING = 2.0 / 3;

  /** Of what may not: no collection came between, as with objects of whole regions under G1. */
  private static final double URGENT = 0.6;

  private final Runtime runtime = Runtime.getRuntime();
  private final long size = runtime.maxMemory();
  private final long limit;
  private final long urgent;
  private long confirmedAt = -1;
  private long usedAfterwards;
  private final List<GarbageCollectorMXBean> collectors =
      ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class);
  private final Set<String> heapPools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .collect(Collectors.toSet());

  /**
   * @param share of the heap that may be in use after a collection
   */
  HeapGauge(double share) {
    limit = (long) (size * share);
    urgent = limit + (long) ((size - limit) * URGENT);
  }

  /** How many bytes a turn must have allocated to be what made the heap short. */
  long blameable() {
    return size / SMALLEST_BLAMEABLE_PART;
  }

  /** How many bytes a turn may allocate between two questions whether the heap is full. */
  long step() {
    return size / STEP_PART;
  }

  /** Whether the heap may soon be full, garbage included. */
  boolean isFilling() {
    return used() > limit * FILLING;
  }

  /** Whether more is in use than may be after a collection, garbage included. */
  boolean isFull() {
    return used() > limit;
  }

  private long used() {
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /**
   * Whether the heap is short of memory. What is in use may be garbage, and so may what a
   * collection of the young generation left over, so a full one is asked for before the answer is
   * yes.
   */
  boolean isShort() {
    long used = used();
    if (used <= limit || !(isLeftOver() || isUrgent(used))) {
      return false;
    }
    return isStillShort();
  }

  /** The same after something was let go: asks for a full collection, and looks. */
  boolean isStillShort() {
    System.gc();
    usedAfterwards = used();
    GcInfo full = lastCollection();
    if (full == null) {
      return true;
    }
    confirmedAt = full.getEndTime();
    return heapUse(full) > limit;
  }

  private boolean isLeftOver() {
    GcInfo last = lastCollection();
    return last != null && last.getEndTime() > confirmedAt && heapUse(last) > limit;
  }

  private boolean isUrgent(long used) {
    return used > urgent && used > usedAfterwards + blameable();
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
    long used = 0;
    for (Map.Entry<String, MemoryUsage> pool : collection.getMemoryUsageAfterGc().entrySet()) {
      if (heapPools.contains(pool.getKey())) {
        used += pool.getValue().getUsed();
      }
    }
    return used;
  }
}
