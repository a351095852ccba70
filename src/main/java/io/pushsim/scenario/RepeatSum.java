package io.pushsim.scenario;

import io.pushsim.scenario.report.DeliveryReport;
import io.pushsim.scenario.report.DeliveryState;
import io.pushsim.scenario.report.InvocationView;
import io.pushsim.scenario.report.PushReport;
import io.pushsim.scenario.report.RepeatReport;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what came of a repeated step. */
final class RepeatSum {
  private static final Comparator<String> NUMBERS_FIRST =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private final Map<String, Integer> split = new TreeMap<>(NUMBERS_FIRST);
  private final Map<String, DeliveryState> states = new LinkedHashMap<>();
  private final FaultCounts faults = new FaultCounts();
  private int deliveries;
  private int allowed;
  private int failed;
  private int coldStarts;

  void add(List<PushReport> pushes) {
    pushes.forEach(faults::add);
    pushes.forEach(push -> push.deliveries().forEach(this::add));
  }

  private void add(DeliveryReport delivery) {
    // One that an earlier repetition, or an earlier step, has told of counts there.
    if (!delivery.toldBefore()) {
      deliveries++;
      allowed += delivery.allowed() ? 1 : 0;
    }
    states.put(delivery.id(), delivery.course().state());
    delivery.invocation().ifPresent(this::add);
  }

  private void add(InvocationView invocation) {
    split.merge(invocation.executedVersion(), 1, Integer::sum);
    if (invocation.error().isPresent()) {
      failed++;
    }
    if (invocation.start().equals("cold")) {
      coldStarts++;
    }
  }

  RepeatReport report(int times) {
    return new RepeatReport(
        times,
        deliveries,
        allowed,
        deliveries - allowed,
        failed,
        coldStarts,
        counts(),
        faults.byParticiple(),
        Collections.unmodifiableMap(split));
  }

  private Map<String, Integer> counts() {
    Map<String, Integer> counts = new TreeMap<>();
    states.values().forEach(state -> counts.merge(state.key(), 1, Integer::sum));
    return counts;
  }
}
