package io.pushsim.eventsource;

import io.pushsim.arn.FunctionArn;
import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.S3Event;
import io.pushsim.bucket.TargetConfiguration;
import io.pushsim.invocation.FrontDoor;
import io.pushsim.journal.AcceptedEvent;
import io.pushsim.journal.Entry;
import io.pushsim.journal.Journal;
import io.pushsim.journal.State;
import io.pushsim.policy.AccessRequest;
import io.pushsim.time.Ids;
import io.pushsim.time.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

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
  private final S3EventWriter writer = new S3EventWriter();

  public EventRouter(
      State state, Journal journal, FrontDoor frontDoor, Scheduler scheduler, Ids ids) {
    this.state = state;
    this.journal = journal;
    this.frontDoor = frontDoor;
    this.scheduler = scheduler;
    this.ids = ids;
  }

  /**
   * Accepts the notifications of one message.
   *
   * @return completes once they are durable: then the sender may be told so
   */
  public CompletionStage<Void> accept(List<BucketNotification> notifications) {
    List<CompletableFuture<Void>> durable = new ArrayList<>();
    for (BucketNotification notification : notifications) {
      if (notification instanceof BucketNotification.AwsEvent aws) {
        durable.add(accept(aws.event()).toCompletableFuture());
      } else if (notification instanceof BucketNotification.NotAnAwsEvent ignored) {
        durable.add(
            journal
                .append(
                    new Entry.EventIgnored(
                        scheduler.instant(),
                        ignored.bucketName(),
                        ignored.key(),
                        ignored.eventName(),
                        ignored.reason()))
                .toCompletableFuture());
      }
    }
    return CompletableFuture.allOf(durable.toArray(CompletableFuture[]::new));
  }

  /** Accepts one event; {@link #accept(List)} for what a server sent. */
  public CompletionStage<Void> accept(ObjectEvent event) {
    AcceptedEvent accepted = new AcceptedEvent(ids.get().toString(), event);
    return journal
        .append(new Entry.EventAccepted(scheduler.instant(), accepted))
        .thenRun(() -> scheduler.at(scheduler.instant(), () -> route(accepted)));
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
        targets.isEmpty() ? Optional.of(Unmatched.reason(event, bucket)) : Optional.empty();
    journal.append(
        new Entry.EventRouted(scheduler.instant(), accepted.id(), targets.size(), unmatched));
    targets.forEach(target -> push(accepted, bucket.orElseThrow(), target));
  }

  /**
   * The source ARN and account come from what pushsim knows of the bucket, never from what the
   * server said.
   */
  private void push(AcceptedEvent accepted, Bucket bucket, TargetConfiguration target) {
    FunctionArn arn =
        FunctionArn.parse(target.target())
            .orElseThrow(() -> new IllegalStateException(target.target() + " was let pass"));
    String payload = writer.write(S3Event.of(accepted.event(), bucket, target.id()));
    frontDoor.push(
        new FrontDoor.Push(
            accepted.id(),
            target.id(),
            arn,
            payload,
            AccessRequest.push(bucket.arn(), bucket.ownerAccount(), arn)),
        delivery -> journal.append(new Entry.DeliveryEnded(scheduler.instant(), delivery)));
  }
}
