package io.pushsim.cli;

import io.pushsim.bucket.ObjectEvent;
import io.pushsim.display.Figures;
import io.pushsim.journal.Delivery;
import io.pushsim.journal.Entry;
import io.pushsim.journal.PushFault;
import io.pushsim.scenario.report.DeliveryReport;
import io.pushsim.scenario.report.FaultReport;
import io.pushsim.scenario.report.PushReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of one notification, or of an event that a caller gave to a function: what is new
 * of it is told, the rest is not told again.
 */
final class PushAccount {
  private static final int UNKNOWN = -1;
  private static final String INVOKE = "Invoke";

  private final String eventId;
  private final Optional<ObjectEvent> event;
  private final List<FaultReport> faults = new ArrayList<>();
  // In the order in which they were pushed; those that have ended until that is reported.
  private final Map<String, Delivery> deliveries = new LinkedHashMap<>();
  private final Set<String> news = new HashSet<>();
  private final Set<String> told = new HashSet<>();
  private Optional<String> unmatched = Optional.empty();
  private boolean isRepeated;
  private boolean hasNewFault;
  private int owed = UNKNOWN;

  PushAccount(Entry.EventAccepted accepted) {
    eventId = accepted.eventId();
    event = Optional.of(accepted.event().event());
    accepted
        .injectedDuplicateOf()
        .ifPresent(first -> befell(PushFault.DUPLICATE, "duplicate of event " + first));
  }

  PushAccount(Entry.InvocationAccepted accepted) {
    eventId = accepted.eventId();
    event = Optional.empty();
    owed = 1;
    begins(accepted.delivery());
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

  /** A delivery of it has begun, which is no news before something has come of it. */
  void begins(Delivery delivery) {
    deliveries.put(delivery.id(), delivery);
  }

  /** Something has come of a delivery. */
  void tell(Delivery delivery) {
    deliveries.put(delivery.id(), delivery);
    news.add(delivery.id());
  }

  void tell(Entry.OfCourse told) {
    Delivery delivery = deliveries.get(told.deliveryId());
    if (delivery != null) {
      tell(delivery.after(told));
    }
  }

  boolean hasNews() {
    return !news.isEmpty() || unmatched.isPresent() || hasNewFault;
  }

  /** Whether nothing is to come of it any more, and all was told. */
  boolean isOver() {
    return owed == 0;
  }

  PushReport report() {
    List<Delivery> fresh =
        deliveries.values().stream().filter(delivery -> news.contains(delivery.id())).toList();
    PushReport report =
        new PushReport(
            event.map(what -> what.type().recordName()).orElse(INVOKE),
            event.map(ObjectEvent::bucketName),
            event.map(what -> what.object().key()),
            isRepeated || !faults.isEmpty() ? Optional.of(eventId) : Optional.empty(),
            faults,
            fresh.stream().map(this::view).toList(),
            unmatched);
    news.clear();
    unmatched = Optional.empty();
    hasNewFault = false;
    fresh.stream().filter(PushAccount::hasEnded).forEach(this::forget);
    return report;
  }

  private DeliveryReport view(Delivery delivery) {
    return DeliveryViews.of(delivery, !told.add(delivery.id()));
  }

  private static boolean hasEnded(Delivery delivery) {
    return !delivery.decision().isAllowed() || delivery.course().conclusion().isPresent();
  }

  private void forget(Delivery ended) {
    deliveries.remove(ended.id());
    told.remove(ended.id());
    owed--;
  }
}
