package io.pushsim.load.measurement;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a process has used.
 *
 * @param cpuNanos processor time since its start
 * @param heapBytes heap in use
 * @param collectionMillis time in garbage collections since its start
 */
public record ProcessFigures(long cpuNanos, long heapBytes, long collectionMillis) {

  /** Those of this process. */
  public static ProcessFigures now() {
    com.sun.management.OperatingSystemMXBean system =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    return new ProcessFigures(
        system.getProcessCpuTime(),
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .mapToLong(GarbageCollectorMXBean::getCollectionTime)
            .filter(millis -> millis > 0)
            .sum());
  }
}
