package io.pushsim.cli;

import io.pushsim.arn.FunctionArn;
import io.pushsim.bucket.EventType;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.setup.ObservedEvent;
import io.pushsim.check.setup.SetUp;
import io.pushsim.document.Problem;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.BucketNotification;
import io.pushsim.eventsource.NotificationReader;
import io.pushsim.scenario.ObjectChange;
import io.pushsim.scenario.RehearsedStep;
import io.pushsim.scenario.RehearsedStep.Result.Changed;
import io.pushsim.scenario.RehearsedStep.Result.Notified;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells which changes of objects a story shows, and which function made them. */
final class StoryEvents {
  /** How the id of an assumed role begins; a colon and the session's name follow it. */
  private static final String ROLE = "AWS:AROA";

  private final NotificationReader reader = new NotificationReader();
  private final StoryNotes notes;
  private final Set<String> functions;

  StoryEvents(StoryNotes notes) {
    this.notes = notes;
    this.functions =
        notes.functions().stream().map(FunctionArn::functionName).collect(Collectors.toSet());
  }

  void tell(SetUp.Builder setUp, Gathering gathering) {
    for (RehearsedStep step : notes.events()) {
      if (step.result() instanceof Changed changed) {
        setUp.add(observed(changed.change(), step));
      } else if (step.result() instanceof Notified notified) {
        read(notified.notification(), step, setUp, gathering);
      }
    }
  }

  private static ObservedEvent observed(ObjectChange change, RehearsedStep step) {
    return new ObservedEvent(
        change.bucket(),
        change.key(),
        EventType.parse(change.eventName()).orElseThrow(),
        Optional.empty(),
        StorySetUp.origin(step.place()));
  }

  private void read(
      String notification, RehearsedStep step, SetUp.Builder setUp, Gathering gathering) {
    try {
      for (BucketNotification record : reader.read(notification)) {
        if (record instanceof BucketNotification.AwsEvent told) {
          setUp.add(observed(told.event(), step));
        }
      }
    } catch (SimulatorException unreadable) {
      if (!step.expectsRefusal()) {
        gathering.problem(Problem.at(step.place(), step.name() + ": " + unreadable.message()));
      }
    }
  }

  private ObservedEvent observed(ObjectEvent event, RehearsedStep step) {
    return new ObservedEvent(
        event.bucketName(),
        event.object().key(),
        event.type(),
        writer(event.request().principalId()),
        StorySetUp.origin(step.place()));
  }

  /**
   * The function that made the request: Lambda names the session of a function's role after the
   * function. Others' sessions may have any name, so the story must know a function of this one.
   */
  private Optional<String> writer(String principalId) {
    int session = principalId.indexOf(':', ROLE.length());
    return principalId.startsWith(ROLE) && session >= 0
        ? Optional.of(principalId.substring(session + 1)).filter(functions::contains)
        : Optional.empty();
  }
}
