package io.pushsim.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.error.SimulatorException;
import io.pushsim.scenario.report.ErrorReport;
import io.pushsim.scenario.report.FailureReport;
import io.pushsim.scenario.report.PushReport;
import io.pushsim.scenario.report.StepReport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One play of one story: step after step, in one thread, on virtual time. */
final class Performance {
  private final Story story;
  private final World world;
  private final ObjectSteps objects;
  private final Consumer<StepReport> whenStepEnds;

  Performance(Story story, World world, StoredObjects stored, Consumer<StepReport> whenStepEnds) {
    this.story = story;
    this.world = world;
    this.whenStepEnds = whenStepEnds;
    this.objects = new ObjectSteps(world, stored);
  }

  List<StepReport> play() {
    List<StepReport> reports = new ArrayList<>();
    for (Step step : story.steps()) {
      String time = world.time().instant().toString();
      Outcome outcome = perform(step);
      List<FailureReport> failures = Expectations.check(story.document(), step, outcome);
      StepReport report =
          new StepReport(
              reports.size() + 1,
              story.document().ofValue(step.pointer()).line(),
              time,
              step.name(),
              step.account().filter(account -> !account.equals(story.heading().account())),
              step.parameters(),
              outcome.response(),
              outcome.error().map(error -> report(step, error)),
              outcome.invocation(),
              outcome.pushes(),
              outcome.repeated(),
              failures);
      reports.add(report);
      whenStepEnds.accept(report);
    }
    return reports;
  }

  private static ErrorReport report(Step step, SimulatorException error) {
    return new ErrorReport(
        error.code().shapeName(),
        error.code().httpStatus(),
        error.message(),
        error.details(),
        error.explanation(),
        step.expectError().isPresent());
  }

  private Outcome perform(Step step) {
    try {
      if (step.name().equals(Step.ADVANCE)) {
        world.time().advance(Duration.parse(step.parameters().textValue()));
        return Outcome.pushed(settled());
      }
      Optional<EventStep> event = EventStep.named(step.name());
      if (event.isEmpty()) {
        return call(step);
      }
      return step.repeat().isPresent()
          ? repeat(event.get(), step, step.repeat().get())
          : pushOnce(event.get(), step);
    } catch (SimulatorException refused) {
      if (refused.code().isAboutInput()) {
        throw story.unsound(step, ": " + refused.message());
      }
      return Outcome.refused(refused, settled());
    }
  }

  private Outcome call(Step step) {
    String account = step.account().orElse(story.heading().account());
    ObjectNode parameters = (ObjectNode) step.parameters();
    objects.checkCall(step, account);
    World.Answer answer = world.call(account, step.name(), parameters, step.propagation());
    return Outcome.of(answer, settled());
  }

  private Outcome pushOnce(EventStep event, Step step) {
    push(event, step);
    return Outcome.pushed(settled());
  }

  private Outcome repeat(EventStep event, Step step, int times) {
    // What others are to overtake cannot settle before they come.
    return step.every().isPresent() || step.faults().reorder() > 0
        ? repeatSteadily(event, step, times, step.every().orElse(Duration.ZERO))
        : repeatSettled(event, step, times);
  }

  private Outcome repeatSettled(EventStep event, Step step, int times) {
    RepeatSum sum = new RepeatSum();
    List<PushReport> first = List.of();
    for (int i = 0; i < times; i++) {
      push(event, step);
      List<PushReport> pushes = settled();
      sum.add(pushes);
      first = i == 0 ? pushes : first;
    }
    return Outcome.repeated(first, sum.report(times));
  }

  private Outcome repeatSteadily(EventStep event, Step step, int times, Duration every) {
    Instant due = world.time().instant();
    for (int i = 0; i < times; i++) {
      Duration wait = Duration.between(world.time().instant(), due);
      if (!wait.isNegative() && !wait.isZero()) {
        world.time().advance(wait);
      }
      push(event, step);
      due = due.plus(every);
    }
    world.pushHeld();
    List<PushReport> pushes = settled();
    RepeatSum sum = new RepeatSum();
    sum.add(pushes);
    int share = (pushes.size() + times - 1) / times;
    return Outcome.repeated(pushes.subList(0, share), sum.report(times));
  }

  private void push(EventStep event, Step step) {
    try {
      if (event == EventStep.NOTIFY) {
        world.notify(step.notification(), step.faults());
      } else {
        objects.perform(event, step).ifPresent(change -> world.change(change, step.faults()));
      }
    } catch (IOException gone) {
      throw story.unsound(step, " cannot read its file: " + gone);
    }
  }

  private List<PushReport> settled() {
    world.settle();
    return world.takePushes();
  }
}
