package io.pushsim.cli;

import io.pushsim.journal.Attempt;
import io.pushsim.journal.Conclusion;
import io.pushsim.journal.Course;
import io.pushsim.journal.Delivery;
import io.pushsim.journal.HeldBack;
import io.pushsim.journal.Sending;
import io.pushsim.policy.Decision;
import io.pushsim.policy.Remedy;
import io.pushsim.scenario.report.AttemptReport;
import io.pushsim.scenario.report.CourseReport;
import io.pushsim.scenario.report.DeliveryReport;
import io.pushsim.scenario.report.DeliveryState;
import io.pushsim.scenario.report.HoldBackReport;
import io.pushsim.scenario.report.InvocationView;
import io.pushsim.scenario.report.SendingReport;
import java.time.Instant;
import java.util.List;

/** Shows deliveries as a replay's report has them. */
final class DeliveryViews {
  private DeliveryViews() {}

  /**
   * @param toldBefore whether an earlier step has told of it
   */
  static DeliveryReport of(Delivery delivery, boolean toldBefore) {
    Decision decision = delivery.decision();
    return new DeliveryReport(
        delivery.id(),
        toldBefore,
        delivery.configurationId(),
        delivery.target().toString(),
        kind(decision),
        decision.statementId(),
        List.of(decision.reason().split("\n")),
        decision.remedies().stream().map(Remedy::inOneLine).toList(),
        delivery.lastAttempt().map(InvocationViews::of),
        course(delivery));
  }

  private static String kind(Decision decision) {
    return switch (decision.kind()) {
      case ALLOWED -> "allowed";
      case EXPLICIT_DENY -> "explicitDeny";
      case IMPLICIT_DENY -> "implicitDeny";
    };
  }

  private static CourseReport course(Delivery delivery) {
    Course course = delivery.course();
    return new CourseReport(
        delivery.decision().isAllowed() ? state(course) : DeliveryState.DENIED,
        delivery.pushed().toString(),
        course.attempts().stream().map(DeliveryViews::of).toList(),
        course.heldBack().stream().map(DeliveryViews::of).toList(),
        course.due().map(Instant::toString),
        course.sendings().stream().map(DeliveryViews::of).toList());
  }

  private static DeliveryState state(Course course) {
    return course.conclusion().map(DeliveryViews::of).orElse(DeliveryState.WAITING);
  }

  private static DeliveryState of(Conclusion conclusion) {
    return switch (conclusion) {
      case SUCCEEDED -> DeliveryState.SUCCEEDED;
      case RETRIES_EXHAUSTED -> DeliveryState.FAILED;
      case EVENT_AGE_EXCEEDED -> DeliveryState.EXPIRED;
      case ZERO_RESERVED_CONCURRENCY -> DeliveryState.THROTTLED;
      case RECURSION_DETECTED -> DeliveryState.STOPPED;
      case TARGET_NOT_FOUND -> DeliveryState.TARGET_NOT_FOUND;
    };
  }

  private static AttemptReport of(Attempt attempt) {
    InvocationView run = InvocationViews.of(attempt);
    return new AttemptReport(
        attempt.number(),
        attempt.started().toString(),
        attempt.executedVersion(),
        run.result(),
        run.error());
  }

  private static HoldBackReport of(HeldBack once) {
    return new HoldBackReport(
        HoldBackReport.Reason.valueOf(once.reason().name()),
        once.time().toString(),
        once.due().toString());
  }

  private static SendingReport of(Sending sending) {
    return new SendingReport(
        SendingReport.Kind.valueOf(sending.kind().name()), sending.target(), sending.failure());
  }
}
