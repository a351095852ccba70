package io.pushsim.eventsource;

import io.pushsim.arn.FunctionArn;
import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.S3Event;
import io.pushsim.bucket.TargetConfiguration;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.invocation.Activity;
import io.pushsim.invocation.FrontDoor;
import io.pushsim.journal.AcceptedEvent;
import io.pushsim.journal.Delivery;
import io.pushsim.journal.DeliveryAccount;
import io.pushsim.journal.Entry;
import io.pushsim.journal.Journal;
import io.pushsim.journal.State;
import io.pushsim.policy.AccessRequest;
import io.pushsim.time.Ids;
import io.pushsim.time.Scheduler;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Takes notifications upon itself and pushes each at the targets that its bucket's configuration
 * names. What is accepted is in the journal first; handlers run later, never within {@link
 * #accept}.
 */
public final class EventRouter {
  private final State state;
  private final Journal journal;
  private final FrontDoor frontDoor;
  private final Scheduler scheduler;
  private final Ids ids;
  private final DuplicateWindow window;
  private final Activity activity;
  private final S3EventWriter writer = new S3EventWriter();

  /**
   * @param window by which it knows what servers say twice
   */
  public EventRouter(
      State state,
      Journal journal,
      FrontDoor frontDoor,
      Scheduler scheduler,
      Ids ids,
      DuplicateWindow window) {
    this.state = state;
    this.journal = journal;
    this.frontDoor = frontDoor;
    this.scheduler = scheduler;
    this.ids = ids;
    this.window = window;
    this.activity = frontDoor.activity();
  }

  /**
   * Accepts the notifications of one message.
   *
   * @return completes once they are durable: then the sender may be told so; fails where one cannot
   *     be made durable: then the sender is to send them all again
   */
  public CompletionStage<Receipt> accept(List<BucketNotification> notifications) {
    CompletionStage<Receipt> all = CompletableFuture.completedFuture(Receipt.OF_NOTHING);
    for (BucketNotification notification : notifications) {
      all = all.thenCombine(take(notification), Receipt::plus);
    }
    return all;
  }

  private CompletionStage<Receipt> take(BucketNotification notification) {
    if (notification instanceof BucketNotification.AwsEvent aws) {
      return acceptOnce(aws);
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

  private CompletionStage<Receipt> acceptOnce(BucketNotification.AwsEvent notification) {
    ObjectEvent event = notification.event();
    AcceptedEvent accepted =
        new AcceptedEvent(ids.get().toString(), event, notification.original());
    int era = state.era();
    CompletableFuture<Void> durable = new CompletableFuture<>();
    DuplicateWindow.First itself = new DuplicateWindow.First(accepted.id(), durable);
    Optional<DuplicateWindow.First> first = window.enter(event, itself, era, scheduler.instant());
    if (first.isPresent() && event.request().requestId().isPresent()) {
      return first.get().durable().thenCompose(done -> repeated(event, first.get().eventId()));
    }
    return accept(accepted, era, first.map(DuplicateWindow.First::eventId))
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
    AcceptedEvent accepted = new AcceptedEvent(ids.get().toString(), event, Optional.empty());
    return accept(accepted, state.era(), Optional.empty());
  }

  private CompletionStage<Void> accept(
      AcceptedEvent accepted, int era, Optional<String> possibleDuplicateOf) {
    activity.eventBegins();
    CompletionStage<Void> durable =
        journal.append(new Entry.EventAccepted(scheduler.instant(), accepted, possibleDuplicateOf));
    return durable
        .thenRun(() -> scheduler.at(scheduler.instant(), () -> routeIn(era, accepted)))
        .whenComplete((done, failure) -> endWhereFailed(failure));
  }

  private void endWhereFailed(@Nullable Throwable failure) {
    if (failure != null) {
      activity.eventEnds();
    }
  }

  /** Does nothing where the world in which the event was accepted is gone. */
  private void routeIn(int era, AcceptedEvent accepted) {
    try {
      if (era == state.era()) {
        route(accepted);
      }
    } finally {
      activity.eventEnds();
    }
  }

  private void route(AcceptedEvent accepted) {
    ObjectEvent event = accepted.event();
    Optional<Bucket> bucket = state.buckets().find(event.bucketName());
    List<TargetConfiguration> targets =
        bucket
            .map(found -> found.notificationConfiguration())
            .map(configuration -> configuration.match(event.type(), event.object().key()))
            .orElse(List.of());
    Optional<String> unmatched =
        targets.isEmpty()
            ? Optional.of(Unmatched.reason(event.bucketName(), event.type(), bucket))
            : Optional.empty();
    journal.append(
        new Entry.EventRouted(scheduler.instant(), accepted.id(), targets.size(), unmatched));
    targets.forEach(target -> push(accepted, bucket.orElseThrow(), target));
  }

  private void push(AcceptedEvent accepted, Bucket bucket, TargetConfiguration target) {
    FunctionArn arn =
        FunctionArn.parse(target.target())
            .orElseThrow(() -> new IllegalStateException(target.target() + " was let pass"));
    String payload =
        accepted
            .original()
            .map(writer::writeOriginal)
            .orElseGet(() -> writer.write(S3Event.of(accepted.event(), bucket, target.id())));
    push(accepted.id(), ids.get().toString(), target.id(), arn, payload, bucket);
  }

  /**
   * The source ARN and account come from what pushsim knows of the bucket, never from what the
   * server said.
   */
  private void push(
      String eventId,
      String deliveryId,
      String configurationId,
      FunctionArn target,
      String payload,
      Bucket bucket) {
    frontDoor.push(
        new FrontDoor.Push(
            deliveryId,
            eventId,
            configurationId,
            target,
            payload,
            AccessRequest.push(bucket.arn(), bucket.ownerAccount(), target)),
        new FrontDoor.PushWitness() {
          @Override
          public void begun(Delivery delivery) {
            journal.append(new Entry.DeliveryBegun(scheduler.instant(), delivery));
          }

          @Override
          public void ended(Delivery delivery) {
            journal.append(new Entry.DeliveryEnded(scheduler.instant(), delivery));
          }
        });
  }

  /**
   * Pushes a delivery's event at its target once more: with the same payload, decided anew.
   *
   * @return the new delivery's id, once it is on its way; fails with ResourceNotFoundException
   *     where there is no such delivery, with ResourceConflictException where it is still under way
   *     or its bucket is gone
   */
  public CompletionStage<String> redeliver(String deliveryId) {
    Optional<DeliveryAccount> former = journal.history().delivery(deliveryId);
    if (former.isEmpty()) {
      return refused(
          ErrorCode.RESOURCE_NOT_FOUND,
          "There is no delivery '%s'; it may have been let go since it ended."
              .formatted(deliveryId));
    }
    if (former.get().outcome() == DeliveryAccount.Outcome.RUNNING) {
      return refused(
          ErrorCode.RESOURCE_CONFLICT,
          "The delivery '%s' is still under way: wait for its end.".formatted(deliveryId));
    }
    String bucketName = former.get().event().event().bucketName();
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
    CompletableFuture<String> onItsWay = new CompletableFuture<>();
    activity.eventBegins();
    journal
        .append(new Entry.RedeliveryAsked(scheduler.instant(), former.eventId(), id, former.id()))
        .whenComplete(
            (durable, failure) -> {
              if (failure == null) {
                scheduler.at(
                    scheduler.instant(), () -> redeliverIn(era, former, id, bucket, onItsWay));
              } else {
                activity.eventEnds();
                onItsWay.completeExceptionally(failure);
              }
            });
    return onItsWay;
  }

  private void redeliverIn(
      int era, Delivery former, String id, Bucket bucket, CompletableFuture<String> onItsWay) {
    try {
      if (era == state.era()) {
        push(
            former.eventId(),
            id,
            former.configurationId(),
            former.target(),
            former.payload(),
            bucket);
      }
      onItsWay.complete(id);
    } finally {
      activity.eventEnds();
    }
  }

  private static CompletionStage<String> refused(ErrorCode code, String message) {
    return CompletableFuture.failedFuture(new SimulatorException(code, message));
  }
}
