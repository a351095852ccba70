package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.journal.Attempt;
import io.pushsim.journal.Conclusion;
import io.pushsim.journal.Entry;
import io.pushsim.journal.HeldBack;
import io.pushsim.journal.Sending;
import io.pushsim.runtime.InvocationReport;
import io.pushsim.runtime.InvocationResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has come of a delivery, in words for one line. */
class CourseNewsTest {
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00.250Z");

  private static Attempt attempt(int number, InvocationResult result) {
    return new Attempt(
        number,
        "id",
        "1",
        NOON,
        NOON,
        new InvocationReport(
            result, List.of(), Duration.ofMillis(2), Optional.empty(), 64, "stream", false));
  }

  private static String ended(List<Attempt> attempts, Conclusion why, List<Sending> sendings) {
    return CourseNews.of(new Entry.DeliveryEnded(NOON, "e", "d", attempts, why, sendings));
  }

  private static final InvocationResult BAD = InvocationResult.FunctionError.of("Error", "bad");
  private static final String BAD_WORDS =
      "version 1 failed with {\"errorType\":\"Error\",\"errorMessage\":\"bad\"}, 2.0 ms";

  @Test
  void tellsWhenAFailedAttemptIsFollowedByAnother() {
    Entry.OfCourse entry =
        new Entry.DeliveryAttempted(NOON, "e", "d", attempt(1, BAD), NOON.plusSeconds(60));

    assertThat(CourseNews.of(entry))
        .isEqualTo("attempt 1: " + BAD_WORDS + "; again at 12:01:00 UTC");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RESERVED_CONCURRENCY | the function's reserved concurrency is used up
          ACCOUNT_CONCURRENCY  | the account's concurrency is used up
          SCALING_RATE         | the function would grow faster than Lambda lets it
          SYSTEM_ERROR         | no execution environment could be started
          """,
      quoteCharacter = '"')
  void tellsUntilWhenAndWhyItIsHeldBack(HeldBack.Reason reason, String words) {
    HeldBack once = new HeldBack(NOON, reason, NOON.plusSeconds(4));

    assertThat(CourseNews.of(new Entry.DeliveryHeldBack("e", "d", once)))
        .isEqualTo("held back until 12:00:04 UTC: " + words);
  }

  @Test
  void tellsWhereTheEndWasSent_andWhyNot() {
    List<Sending> sendings =
        List.of(
            new Sending(
                Sending.Kind.DEAD_LETTER_QUEUE,
                "arn:aws:sqs:us-west-2:111111111111:dlq",
                Optional.of("There is no such queue.")),
            new Sending(
                Sending.Kind.ON_FAILURE,
                "arn:aws:events:us-west-2:111111111111:event-bus/bus",
                Optional.empty()));

    assertThat(ended(List.of(attempt(3, BAD)), Conclusion.RETRIES_EXHAUSTED, sendings))
        .isEqualTo(
            "attempt 3: "
                + BAD_WORDS
                + "; not tried again"
                + "; could not be sent to the dead-letter queue dlq: There is no such queue."
                + "; sent to the on-failure destination bus");
  }

  @Test
  void saysThatNobodyIsTold_whenAFailureGoesNowhere() {
    assertThat(ended(List.of(), Conclusion.ZERO_RESERVED_CONCURRENCY, List.of()))
        .isEqualTo("the function is switched off by a reserved concurrency of 0; nobody is told");
    assertThat(ended(List.of(attempt(1, BAD)), Conclusion.EVENT_AGE_EXCEEDED, List.of()))
        .isEqualTo(BAD_WORDS + "; not tried again, it would be too old by then; nobody is told");
  }

  @Test
  void tellsOfASuccessInFewWords() {
    Attempt good = attempt(2, new InvocationResult.Success("\"fine\""));
    Sending sending =
        new Sending(
            Sending.Kind.ON_SUCCESS,
            "arn:aws:lambda:us-west-2:111111111111:function:next:PROD",
            Optional.empty());

    assertThat(ended(List.of(good), Conclusion.SUCCEEDED, List.of(sending)))
        .isEqualTo(
            "attempt 2: version 1 returned \"fine\", 2.0 ms; sent to the on-success destination next:PROD");
  }

  @Test
  void callsATopicForDeadLettersATopic() {
    Sending sending =
        new Sending(
            Sending.Kind.DEAD_LETTER_QUEUE,
            "arn:aws:sns:us-west-2:111111111111:failures",
            Optional.empty());

    assertThat(ended(List.of(), Conclusion.RECURSION_DETECTED, List.of(sending)))
        .isEqualTo("stopped as a recursive loop; sent to the dead-letter topic failures");
  }
}
