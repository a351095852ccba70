package io.pushsim.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.arn.FunctionArn;
import io.pushsim.journal.Conclusion;
import io.pushsim.journal.Course;
import io.pushsim.journal.Delivery;
import io.pushsim.journal.DeliveryAccount;
import io.pushsim.journal.HeldBack;
import io.pushsim.journal.Lineage;
import io.pushsim.journal.Sending;
import io.pushsim.policy.AccessRequest;
import io.pushsim.policy.Decision;
import io.pushsim.policy.Principal;
import io.pushsim.testing.TestResource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What has come of a delivery, from its first hold to its end. */
class DeliveryJsonTest {
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
  private static final FunctionArn TARGET =
      FunctionArn.parse("arn:aws:lambda:us-west-2:111111111111:function:fn").orElseThrow();
  private static final Course HELD =
      Course.NONE.heldBack(
          new HeldBack(NOON, HeldBack.Reason.RESERVED_CONCURRENCY, NOON.plusSeconds(1)));

  private static String json(Course course, Lineage lineage) {
    Delivery delivery =
        Delivery.invoked(
                "id",
                TARGET,
                "{}",
                NOON,
                new Decision.OfOwnAccount(
                    AccessRequest.direct(
                        Principal.aws("arn:aws:iam::111111111111:root"),
                        AccessRequest.INVOKE_FUNCTION,
                        TARGET)),
                lineage)
            .with(course);
    return DeliveryJson.of(
            new DeliveryAccount(
                1, NOON, Optional.empty(), delivery, Optional.empty(), Optional.empty()))
        .without("decision")
        .toString();
  }

  @Test
  void tellsHowLongItIsHeldBackAndWhy() {
    assertThat(TestResource.json(json(HELD, Lineage.NONE)))
        .isEqualTo(
            TestResource.json(
                """
                {"id": "id", "receivedAt": "2026-01-02T12:00:00.000Z", "invocation": "Event",
                 "target": "arn:aws:lambda:us-west-2:111111111111:function:fn",
                 "outcome": "waiting", "attempts": [],
                 "heldBack": [{"time": "2026-01-02T12:00:00.000Z", "reason": "reservedConcurrency",
                   "due": "2026-01-02T12:00:01.000Z"}],
                 "nextAttemptAt": "2026-01-02T12:00:01.000Z"}"""));
  }

  @Test
  void tellsWhereItsEndCouldNotBeSent_andInWhichChainItWas() {
    Course ended =
        HELD.ended(
            List.of(),
            Conclusion.EVENT_AGE_EXCEEDED,
            List.of(
                new Sending(
                    Sending.Kind.DEAD_LETTER_QUEUE,
                    "arn:aws:sqs:us-west-2:111111111111:dlq",
                    Optional.of("no such queue"))));

    assertThat(TestResource.json(json(ended, Lineage.NONE.and(TARGET).and(TARGET))))
        .isEqualTo(
            TestResource.json(
                """
                {"id": "id", "receivedAt": "2026-01-02T12:00:00.000Z", "invocation": "Event",
                 "target": "arn:aws:lambda:us-west-2:111111111111:function:fn",
                 "outcome": "expired", "attempts": [],
                 "heldBack": [{"time": "2026-01-02T12:00:00.000Z", "reason": "reservedConcurrency",
                   "due": "2026-01-02T12:00:01.000Z"}],
                 "conclusion": "eventAgeExceeded",
                 "sentTo": [{"kind": "deadLetterQueue",
                   "target": "arn:aws:sqs:us-west-2:111111111111:dlq", "failure": "no such queue"}],
                 "lineage": {"arn:aws:lambda:us-west-2:111111111111:function:fn": 2}}"""));
  }
}
