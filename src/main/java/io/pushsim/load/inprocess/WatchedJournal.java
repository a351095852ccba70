package io.pushsim.load.inprocess;

import io.pushsim.arn.FunctionArn;
import io.pushsim.journal.Attempt;
import io.pushsim.journal.Conclusion;
import io.pushsim.journal.Delivery;
import io.pushsim.journal.Entry;
import io.pushsim.journal.ForwardingJournal;
import io.pushsim.journal.HeldBack;
import io.pushsim.journal.Journal;
import io.pushsim.load.Shot;
import io.pushsim.load.measurement.Measurements;
import io.pushsim.load.measurement.Ran;
import io.pushsim.runtime.InvocationResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A journal that tells the measurements what comes of a load's pushes, as it is written down. Any
 * thread may append.
 */
public final class WatchedJournal extends ForwardingJournal {
  private final Measurements measurements;
  private final ConcurrentMap<String, Shot> byRequest = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Shot> byEvent = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Delivering> byDelivery = new ConcurrentHashMap<>();

  /** A delivery of a push that was let pass. */
  private record Delivering(Shot shot, FunctionArn target) {}

  public WatchedJournal(Journal journal, Measurements measurements) {
    super(journal);
    this.measurements = measurements;
  }

  /** The shot's event is about to be accepted, with this id of its request. */
  void expect(String requestId, Shot shot) {
    byRequest.put(requestId, shot);
  }

  /** No event with this id of its request is going to be accepted. */
  void forget(String requestId) {
    byRequest.remove(requestId);
  }

  /** What is written down may go on before this returns, so it is looked at before. */
  @Override
  public CompletionStage<Void> append(List<Entry> entries) {
    for (Entry entry : entries) {
      if (entry instanceof Entry.OfEvent of) {
        look(of, System.nanoTime());
      }
    }
    return super.append(entries);
  }

  private void look(Entry.OfEvent entry, long now) {
    if (entry instanceof Entry.OfCourse course) {
      Delivering delivering = byDelivery.get(course.deliveryId());
      if (delivering != null) {
        look(delivering, course, now);
      }
    } else if (entry instanceof Entry.EventAccepted accepted) {
      accepted(accepted);
    } else {
      Shot shot = byEvent.get(entry.eventId());
      if (shot != null) {
        look(shot, entry, now);
      }
    }
  }

  private void accepted(Entry.EventAccepted entry) {
    Shot shot = byRequest.remove(entry.event().event().request().requestId().orElse(""));
    if (shot != null) {
      byEvent.put(entry.eventId(), shot);
    }
  }

  private void look(Shot shot, Entry.OfEvent entry, long now) {
    if (entry instanceof Entry.EventRouted routed) {
      if (routed.deliveries() == 0) {
        measurements.failed(shot, "no configuration matches");
        over(shot, routed.eventId());
      } else {
        shot.expect(routed.deliveries());
      }
    } else if (entry instanceof Entry.DeliveryBegun begun) {
      Delivery delivery = begun.delivery();
      measurements.decided(shot, now);
      byDelivery.put(delivery.id(), new Delivering(shot, delivery.target()));
    } else if (entry instanceof Entry.DeliveryDenied denied) {
      measurements.decided(shot, now);
      measurements.denied(shot);
      oneLess(shot, denied.eventId());
    }
  }

  private void look(Delivering delivering, Entry.OfCourse entry, long now) {
    Shot shot = delivering.shot();
    if (entry instanceof Entry.DeliveryAttempted attempted) {
      ran(delivering, attempted.attempt(), now);
    } else if (entry instanceof Entry.DeliveryHeldBack back) {
      if (back.heldBack().reason() == HeldBack.Reason.SYSTEM_ERROR) {
        measurements.failed(shot, "no execution environment could be started");
      } else {
        measurements.throttled(shot);
      }
    } else if (entry instanceof Entry.DeliveryEnded ended) {
      ended.attempts().forEach(attempt -> ran(delivering, attempt, now));
      if (!ended.attempts().isEmpty()) {
        measurements.done(shot, now);
      }
      concluded(shot, ended.conclusion());
      byDelivery.remove(ended.deliveryId());
      oneLess(shot, ended.eventId());
    }
  }

  private void ran(Delivering delivering, Attempt attempt, long now) {
    Shot shot = delivering.shot();
    if (attempt.number() == 1) {
      measurements.started(shot, now - attempt.report().duration().toNanos());
    }
    measurements.ran(
        shot,
        new Ran(delivering.target(), attempt.executedVersion()),
        attempt.report().coldStart(),
        now - Duration.between(attempt.started(), attempt.ended()).toNanos());
    if (attempt.report().result() instanceof InvocationResult.FunctionError error) {
      measurements.failed(shot, error.errorType());
    }
  }

  /** A handler's own errors have been counted with its runs. */
  private void concluded(Shot shot, Conclusion conclusion) {
    switch (conclusion) {
      case SUCCEEDED, RETRIES_EXHAUSTED -> {}
      case ZERO_RESERVED_CONCURRENCY -> measurements.throttled(shot);
      case EVENT_AGE_EXCEEDED, RECURSION_DETECTED, TARGET_NOT_FOUND ->
          measurements.failed(shot, conclusion.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
  }

  private void oneLess(Shot shot, String eventId) {
    if (shot.isLast()) {
      over(shot, eventId);
    }
  }

  private void over(Shot shot, String eventId) {
    byEvent.remove(eventId);
    measurements.over(shot);
  }
}
