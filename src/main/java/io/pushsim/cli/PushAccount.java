package io.pushsim.cli;

import io.pushsim.bucket.ObjectEvent;
import io.pushsim.display.Figures;
import io.pushsim.journal.Entry;
import io.pushsim.journal.PushFault;
import io.pushsim.scenario.report.DeliveryReport;
import io.pushsim.scenario.report.FaultReport;
import io.pushsim.scenario.report.PushReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of one notification; deliveries that were reported are not told again. */
final class PushAccount {
  private static final int UNKNOWN = -1;

  private final String eventId;
  private final ObjectEvent event;
  private final List<FaultReport> faults = new ArrayList<>();
  private final List<DeliveryReport> deliveries = new ArrayList<>();
  private Optional<String> unmatched = Optional.empty();
  private boolean isRepeated;
  private boolean hasNewFault;
  private int owed = UNKNOWN;

  PushAccount(Entry.EventAccepted accepted) {
    eventId = accepted.eventId();
    event = accepted.event().event();
    accepted
        .injectedDuplicateOf()
        .ifPresent(first -> befell(PushFault.DUPLICATE, "duplicate of event " + first));
  }

  /** A duplicate of it was injected. */
  void repeated() {
    isRepeated = true;
  }

  void delayed(Entry.EventDelayed told) {
    befell(
        told.fault(),
        told.fault() == PushFault.REORDER
            ? "held back for others to overtake it"
            : "delayed by %s, until %s"
                .formatted(
                    Figures.exact(Duration.between(told.time(), told.until())), told.until()));
  }

  void dropped(Entry.EventDropped told) {
    befell(told.fault(), "dropped, never pushed");
    owed = 0;
  }

  private void befell(PushFault fault, String text) {
    faults.add(new FaultReport(FaultReport.Kind.valueOf(fault.name()), text));
    hasNewFault = true;
  }

  void routed(Entry.EventRouted routed) {
    unmatched = routed.unmatched();
    owed = routed.deliveries();
  }

  void ended(DeliveryReport delivery) {
    deliveries.add(delivery);
  }

  boolean hasNews() {
    return !deliveries.isEmpty() || unmatched.isPresent() || hasNewFault;
  }

  /** Whether nothing is to come of it any more, and all was told. */
  boolean isOver() {
    return owed == 0;
  }

  PushReport report() {
    PushReport report =
        new PushReport(
            event.type().recordName(),
            event.bucketName(),
            event.object().key(),
            isRepeated || !faults.isEmpty() ? Optional.of(eventId) : Optional.empty(),
            faults,
            deliveries,
            unmatched);
    owed -= deliveries.size();
    deliveries.clear();
    unmatched = Optional.empty();
    hasNewFault = false;
    return report;
  }
}
