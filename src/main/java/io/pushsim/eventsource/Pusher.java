package io.pushsim.eventsource;

import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.S3Event;
import io.pushsim.bucket.TargetConfiguration;
import io.pushsim.invocation.FrontDoor;
import io.pushsim.journal.AcceptedEvent;
import io.pushsim.journal.Delivery;
import io.pushsim.journal.Entry;
import io.pushsim.journal.Journal;
import io.pushsim.journal.State;
import io.pushsim.policy.AccessRequest;
import io.pushsim.time.Ids;
import io.pushsim.time.Scheduler;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Matches accepted events against their buckets' configurations and pushes them at the targets; all
 * that comes of it is in the journal.
 */
final class Pusher {
  private final State state;
  private final Journal journal;
  private final FrontDoor frontDoor;
  private final Scheduler scheduler;
  private final Ids ids;
  private final S3EventWriter writer = new S3EventWriter();
  private final Destinations destinations = new Destinations();

  Pusher(State state, Journal journal, FrontDoor frontDoor, Scheduler scheduler, Ids ids) {
    this.state = state;
    this.journal = journal;
    this.frontDoor = frontDoor;
    this.scheduler = scheduler;
    this.ids = ids;
  }

  /** The push of a former delivery, once more, as the delivery of this id. */
  static FrontDoor.Push again(Delivery former, String deliveryId, AccessRequest request) {
    return new FrontDoor.Push(
        deliveryId,
        former.eventId(),
        former.configurationId().orElseThrow(),
        former.target(),
        former.payload(),
        request,
        former.lineage());
  }

  /**
   * Pushes an event at the targets of its bucket's configuration.
   *
   * @param known the Ids of the configurations of which deliveries have begun before
   * @param whenAtRest called once all deliveries have ended or wait for a later time; at once where
   *     none comes of it
   */
  void route(AcceptedEvent accepted, Collection<String> known, Runnable whenAtRest) {
    ObjectEvent event = accepted.event();
    Optional<Bucket> bucket = state.buckets().find(event.bucketName());
    List<TargetConfiguration> targets =
        bucket
            .map(found -> found.notificationConfiguration())
            .map(configuration -> configuration.match(event.type(), event.object().key()))
            .orElse(List.of())
            .stream()
            .filter(target -> !known.contains(target.id()))
            .toList();
    int deliveries = known.size() + targets.size();
    Optional<String> unmatched =
        deliveries == 0
            ? Optional.of(Unmatched.reason(event.bucketName(), event.type(), bucket))
            : Optional.empty();
    journal.append(
        new Entry.EventRouted(scheduler.instant(), accepted.id(), deliveries, unmatched));
    Countdown over = new Countdown(targets.size(), whenAtRest);
    targets.forEach(
        target -> frontDoor.push(push(accepted, bucket.orElseThrow(), target), over::oneLess));
  }

  /** Runs a task when so many things have ended: at once where there are none. */
  private static final class Countdown {
    private final AtomicInteger left;
    private final Runnable task;

    Countdown(int things, Runnable task) {
      left = new AtomicInteger(things);
      this.task = task;
      if (things == 0) {
        task.run();
      }
    }

    void oneLess() {
      if (left.decrementAndGet() == 0) {
        task.run();
      }
    }
  }

  private FrontDoor.Push push(AcceptedEvent accepted, Bucket bucket, TargetConfiguration target) {
    Destinations.Destination destination = destinations.of(bucket, target);
    return new FrontDoor.Push(
        ids.get().toString(),
        accepted.id(),
        target.id(),
        destination.target(),
        accepted
            .original()
            .map(writer::writeOriginal)
            .orElseGet(() -> writer.write(S3Event.of(accepted.event(), bucket, target.id()))),
        destination.request(),
        accepted.lineage());
  }
}
