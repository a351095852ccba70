package io.pushsim.scenario;

import io.pushsim.scenario.report.FaultReport;
import io.pushsim.scenario.report.PushReport;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts how many notifications each fault befell, each notification once. */
final class FaultCounts {
  private final Map<FaultReport.Kind, Set<String>> events = new EnumMap<>(FaultReport.Kind.class);

  static FaultCounts of(List<PushReport> pushes) {
    FaultCounts counts = new FaultCounts();
    pushes.forEach(counts::add);
    return counts;
  }

  void add(PushReport push) {
    push.eventId()
        .ifPresent(
            id ->
                push.faults()
                    .forEach(
                        fault ->
                            events
                                .computeIfAbsent(fault.fault(), kind -> new HashSet<>())
                                .add(id)));
  }

  /** By the participle of each fault that befell any. */
  Map<String, Integer> byParticiple() {
    Map<String, Integer> counts = new TreeMap<>();
    events.forEach((kind, ids) -> counts.put(kind.participle(), ids.size()));
    return counts;
  }
}
