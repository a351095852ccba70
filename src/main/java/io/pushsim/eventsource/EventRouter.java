package io.pushsim.eventsource;

import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.invocation.Activity;
import io.pushsim.invocation.FrontDoor;
import io.pushsim.invocation.Pace;
import io.pushsim.journal.AcceptedEvent;
import io.pushsim.journal.Delivery;
import io.pushsim.journal.DeliveryAccount;
import io.pushsim.journal.Entry;
import io.pushsim.journal.Journal;
import io.pushsim.journal.Lineage;
import io.pushsim.journal.Owed;
import io.pushsim.journal.PushFault;
import io.pushsim.journal.State;
import io.pushsim.policy.AccessRequest;
import io.pushsim.time.Ids;
import io.pushsim.time.Scheduler;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes notifications upon itself and pushes each at the targets that its bucket's configuration
 * names. What is accepted is in the journal first; handlers run later, never within {@link
 * #accept}.
 */
public final class EventRouter {
  private final State state;
  private final Journal journal;
  private final Scheduler scheduler;
  private final Ids ids;
  private final DuplicateWindow window;
  private final Pace pace;
  private final Activity activity;
  private final FrontDoor frontDoor;
  private final Pusher pusher;
  private final FaultPlan plan;
  private final FaultyWay way;
  private final EventBacklog backlog;
  private final RecurringTexts recurring = new RecurringTexts();

  /**
   * @param window by which it knows what servers say twice
   * @param pace at which events get their turn
   * @param plan which faults befall events on their way
   * @param background where events are read again: not an event loop
   */
  public EventRouter(
      State state,
      Journal journal,
      FrontDoor frontDoor,
      Scheduler scheduler,
      Ids ids,
      DuplicateWindow window,
      Pace pace,
      FaultPlan plan,
      Executor background) {
    this.state = state;
    this.journal = journal;
    this.scheduler = scheduler;
    this.ids = ids;
    this.window = window;
    this.pace = pace;
    this.activity = frontDoor.activity();
    this.frontDoor = frontDoor;
    this.pusher = new Pusher(state, journal, frontDoor, scheduler, ids);
    this.plan = plan;
    this.way = new FaultyWay(journal, scheduler, activity, plan);
    this.backlog = new EventBacklog(journal, scheduler, pace, activity, background, this::push);
  }

  /**
   * Accepts the notifications of one message.
   *
   * @return completes once they are durable: then the sender may be told so; fails where one cannot
   *     be made durable: then the sender is to send them all again
   */
  public CompletionStage<Receipt> accept(List<BucketNotification> notifications) {
    return accept(notifications, plan.usual());
  }

  /** Accepts the notifications of one message, which these faults are to befall. */
  public CompletionStage<Receipt> accept(
      List<BucketNotification> notifications, PushFaults faults) {
    CompletionStage<Receipt> all = CompletableFuture.completedFuture(Receipt.OF_NOTHING);
    for (BucketNotification notification : notifications) {
      all = all.thenCombine(take(notification, faults), Receipt::plus);
    }
    return all;
  }

  private CompletionStage<Receipt> take(BucketNotification notification, PushFaults faults) {
    if (notification instanceof BucketNotification.AwsEvent aws) {
      return acceptOnce(aws, faults);
    }
    if (notification instanceof BucketNotification.NotAnAwsEvent ignored) {
      Entry entry =
          new Entry.EventIgnored(
              scheduler.instant(),
              ignored.bucketName(),
              ignored.key(),
              ignored.eventName(),
              ignored.reason());
      return journal.append(entry).thenApply(durable -> Receipt.IGNORED);
    }
    BucketNotification.Undeliverable bad = (BucketNotification.Undeliverable) notification;
    Entry entry =
        new Entry.EventRejected(
            scheduler.instant(), bad.bucketName(), bad.key(), bad.eventName(), bad.reason());
    return journal.append(entry).thenApply(durable -> Receipt.REJECTED);
  }

  private CompletionStage<Receipt> acceptOnce(
      BucketNotification.AwsEvent notification, PushFaults faults) {
    ObjectEvent event = recurring.in(notification.event());
    AcceptedEvent accepted =
        new AcceptedEvent(ids.get().toString(), event, notification.original());
    int era = state.era();
    CompletableFuture<Void> durable = new CompletableFuture<>();
    DuplicateWindow.First itself = new DuplicateWindow.First(accepted.id(), durable);
    Optional<DuplicateWindow.First> first = window.enter(event, itself, era, scheduler.instant());
    if (first.isPresent() && event.request().requestId().isPresent()) {
      return first.get().durable().thenCompose(done -> repeated(event, first.get().eventId()));
    }
    return accept(accepted, era, first.map(DuplicateWindow.First::eventId), faults)
        .whenComplete(
            (done, failure) -> {
              if (failure == null) {
                durable.complete(null);
              } else {
                window.forget(event, itself);
                durable.completeExceptionally(failure);
              }
            })
        .thenApply(done -> Receipt.ACCEPTED);
  }

  private CompletionStage<Receipt> repeated(ObjectEvent event, String firstId) {
    return journal
        .append(
            new Entry.EventRepeated(
                scheduler.instant(),
                event.bucketName(),
                event.object().key(),
                event.type().recordName(),
                firstId))
        .thenApply(durable -> Receipt.DUPLICATE);
  }

  /**
   * Accepts one event, of which it is known that it is told once; {@link #accept(List)} for what a
   * server sent.
   */
  public CompletionStage<Void> accept(ObjectEvent event) {
    return accept(event, plan.usual());
  }

  /** Accepts one event, of which it is known that it is told once, with these faults. */
  public CompletionStage<Void> accept(ObjectEvent event, PushFaults faults) {
    return accept(event, Lineage.NONE, faults);
  }

  /** Accepts one event that a function has caused, of which it is known that it is told once. */
  public CompletionStage<Void> accept(ObjectEvent event, Lineage lineage) {
    return accept(event, lineage, plan.usual());
  }

  private CompletionStage<Void> accept(ObjectEvent event, Lineage lineage, PushFaults faults) {
    AcceptedEvent accepted =
        new AcceptedEvent(ids.get().toString(), event, Optional.empty(), lineage);
    return accept(accepted, state.era(), Optional.empty(), faults);
  }

  private CompletionStage<Void> accept(
      AcceptedEvent accepted, int era, Optional<String> possibleDuplicateOf, PushFaults faults) {
    long place = plan.next();
    int copies = plan.copies(faults, place);
    Entry.EventAccepted entry =
        new Entry.EventAccepted(scheduler.instant(), accepted, possibleDuplicateOf);
    CompletionStage<Void> durable = setOut(entry, era, place, plan.fate(faults, place, 0));
    return copies == 0
        ? durable
        : durable.thenRun(() -> repeat(accepted, copies, era, place, faults));
  }

  private CompletionStage<Void> setOut(Entry.EventAccepted entry, int era, long place, Fate fate) {
    activity.eventBegins();
    return journal
        .append(entry)
        .whenComplete(
            (durable, failure) -> {
              if (failure == null) {
                way.take(
                    entry.event(), place, fate, () -> backlog.enter(entry.event(), era, place));
              } else {
                activity.eventEnds();
              }
            });
  }

  private void push(AcceptedEvent accepted, int era, long place) {
    begin(
        era,
        ticket -> {
          pusher.route(accepted, List.of(), ticket::end);
          way.passed(accepted, place);
        });
  }

  /**
   * Accepts an event so many times more, as events of their own. What cannot be made durable has
   * not happened: nobody was promised a duplicate.
   */
  private void repeat(AcceptedEvent accepted, int copies, int era, long place, PushFaults faults) {
    for (int copy = 1; copy <= copies && era == state.era(); copy++) {
      AcceptedEvent again =
          new AcceptedEvent(
              ids.get().toString(), accepted.event(), accepted.original(), accepted.lineage());
      Entry.EventAccepted entry =
          new Entry.EventAccepted(
              scheduler.instant(), again, Optional.empty(), Optional.of(accepted.id()));
      setOut(entry, era, place, plan.fate(faults, place, copy))
          .thenRun(() -> plan.injected(PushFault.DUPLICATE));
    }
  }

  /**
   * Pushes what is held back for others to overtake it, in an order of its own: no later one is to
   * come.
   */
  public void pushHeld() {
    way.releaseHeld();
  }

  /**
   * Begins what is to be done for an event that counts as one on its way, when its turn has come;
   * does nothing where the world in which it was accepted is gone.
   */
  private void begin(int era, Pace.Task task) {
    begin(era, task, () -> {});
  }

  private void begin(int era, Pace.Task task, Runnable whereGone) {
    pace.enter(
        ticket -> {
          try {
            if (era == state.era()) {
              task.begin(ticket);
            } else {
              ticket.end();
              whereGone.run();
            }
          } catch (RuntimeException e) {
            ticket.end();
            throw e;
          } finally {
            activity.eventEnds();
          }
        });
  }

  /**
   * Goes on with what was owed when pushsim ended: events that were not matched, when the time of
   * those has come that a fault holds back, and deliveries that had not ended. What was accepted of
   * late is remembered, so that it is known when it is told again. To be called once, before
   * anything else is accepted; may wait for a disk.
   *
   * @return how many events it goes on with
   */
  public int resume() {
    int era = state.era();
    journal
        .history()
        .acceptedSince(
            window.start(scheduler.instant()), window.most(), known -> window.restore(known, era));
    AtomicInteger asleep = new AtomicInteger();
    journal
        .history()
        .asleep(
            some -> {
              asleep.incrementAndGet();
              if (some.isDelivery()) {
                frontDoor.goOn(some);
              } else {
                activity.eventBegins();
                backlog.enter(some, era);
              }
            });
    List<Owed> owed = journal.history().owed();
    for (Owed some : owed) {
      if (some.routing()) {
        AcceptedEvent event = some.event().orElseThrow();
        way.goOn(
            some.waiting(),
            () -> {
              if (some.told().isEmpty()) {
                backlog.enter(event, era, 0);
              } else {
                begin(era, ticket -> pusher.route(event, some.told(), ticket::end));
              }
            });
      }
      some.begun().forEach(frontDoor::goOn);
      some.asked()
          .forEach(
              asked ->
                  journal
                      .history()
                      .delivery(asked.redeliveryOf())
                      .ifPresent(former -> goOn(era, former.delivery(), asked.deliveryId())));
    }
    return asleep.get() + owed.size();
  }

  /** The source is that of the former decision: its bucket may be gone in the meantime. */
  private void goOn(int era, Delivery former, String deliveryId) {
    activity.eventBegins();
    begin(
        era,
        ticket ->
            frontDoor.push(
                Pusher.again(former, deliveryId, former.decision().request()), ticket::end));
  }

  /**
   * Pushes a delivery's event at its target once more: with the same payload, decided anew. May
   * wait for a disk.
   *
   * @return the new delivery's id, once it is on its way; fails with ResourceNotFoundException
   *     where there is no such delivery, with ResourceConflictException where it is still under
   *     way, was no push, or its bucket is gone
   */
  public CompletionStage<String> redeliver(String deliveryId) {
    Optional<DeliveryAccount> former = journal.history().delivery(deliveryId);
    if (former.isEmpty()) {
      return refused(
          ErrorCode.RESOURCE_NOT_FOUND,
          "There is no delivery '%s'; it may have been let go since it ended."
              .formatted(deliveryId));
    }
    if (former.get().ended().isEmpty()) {
      return refused(
          ErrorCode.RESOURCE_CONFLICT,
          "The delivery '%s' is still under way: wait for its end.".formatted(deliveryId));
    }
    if (former.get().event().isEmpty()) {
      return refused(
          ErrorCode.RESOURCE_CONFLICT,
          "The delivery '%s' was no push but a direct invocation: invoke the function again."
              .formatted(deliveryId));
    }
    String bucketName = former.get().event().get().event().bucketName();
    Optional<Bucket> bucket = state.buckets().find(bucketName);
    if (bucket.isEmpty()) {
      return refused(
          ErrorCode.RESOURCE_CONFLICT,
          "The bucket '%s' of the delivery's event is gone, so nobody knows for whom to push: create it again."
              .formatted(bucketName));
    }
    return redeliver(former.get().delivery(), bucket.get());
  }

  private CompletionStage<String> redeliver(Delivery former, Bucket bucket) {
    String id = ids.get().toString();
    int era = state.era();
    AccessRequest request =
        AccessRequest.push(bucket.arn(), bucket.ownerAccount(), former.target());
    CompletableFuture<String> onItsWay = new CompletableFuture<>();
    activity.eventBegins();
    journal
        .append(new Entry.RedeliveryAsked(scheduler.instant(), former.eventId(), id, former.id()))
        .whenComplete(
            (durable, failure) -> {
              if (failure == null) {
                begin(
                    era,
                    ticket -> {
                      frontDoor.push(Pusher.again(former, id, request), ticket::end);
                      onItsWay.complete(id);
                    },
                    () -> onItsWay.complete(id));
              } else {
                activity.eventEnds();
                onItsWay.completeExceptionally(failure);
              }
            });
    return onItsWay;
  }

  private static CompletionStage<String> refused(ErrorCode code, String message) {
    return CompletableFuture.failedFuture(new SimulatorException(code, message));
  }
}
