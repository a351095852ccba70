package io.pushsim.cli;

import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.EventType;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.S3Object;
import io.pushsim.document.Problem;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.BucketNotification;
import io.pushsim.eventsource.NotificationReader;
import io.pushsim.journal.State;
import io.pushsim.load.LoadEvent;
import io.pushsim.scenario.ObjectChange;
import io.pushsim.scenario.RehearsedStep;
import io.pushsim.scenario.ScenarioException;
import io.pushsim.scenario.StagedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the pattern of a load from a story's event steps. */
final class LoadPattern {
  private final NotificationReader reader = new NotificationReader();
  private final State state;
  private final Optional<Payload> payload;

  /**
   * @param state in which the buckets are
   * @param payload what all objects hold that are put, in the place of what the steps say
   */
  LoadPattern(State state, Optional<Payload> payload) {
    this.state = state;
    this.payload = payload;
  }

  /**
   * The events of all the steps.
   *
   * @throws ScenarioException where a notification cannot be read, or tells of nothing that AWS's
   *     S3 would tell of
   */
  List<LoadEvent> of(List<StagedEvent> steps) {
    return steps.stream().flatMap(step -> of(step).stream()).toList();
  }

  private List<LoadEvent> of(StagedEvent step) {
    if (step.result() instanceof RehearsedStep.Result.Notified notified) {
      return read(notified.notification(), step);
    }
    ObjectChange change = ((RehearsedStep.Result.Changed) step.result()).change();
    return List.of(new LoadEvent(event(change), step.repeat()));
  }

  private ObjectEvent event(ObjectChange change) {
    String owner = state.buckets().find(change.bucket()).map(Bucket::ownerAccount).orElse("");
    boolean isPut = change.size().isPresent() && payload.isPresent();
    return new ObjectEvent(
        EventType.parse(change.eventName()).orElseThrow(),
        Instant.EPOCH,
        change.bucket(),
        new S3Object(
            change.key(),
            isPut ? payload.map(Payload::size) : change.size(),
            isPut ? payload.map(Payload::eTag) : change.eTag(),
            change.versionId(),
            Optional.empty()),
        new ObjectEvent.Request("AWS:" + owner, "127.0.0.1", Optional.empty(), Optional.empty()),
        Optional.empty());
  }

  private List<LoadEvent> read(String notification, StagedEvent step) {
    List<LoadEvent> events = new ArrayList<>();
    try {
      for (BucketNotification record : reader.read(notification)) {
        if (record instanceof BucketNotification.AwsEvent told) {
          events.add(new LoadEvent(told.event(), step.repeat()));
        }
      }
    } catch (SimulatorException unreadable) {
      throw unsound(step, unreadable.message());
    }
    if (events.isEmpty()) {
      throw unsound(step, "Notify tells of no event that AWS's S3 would tell of");
    }
    return events;
  }

  private static ScenarioException unsound(StagedEvent step, String why) {
    return new ScenarioException(List.of(Problem.at(step.place(), why)));
  }
}
