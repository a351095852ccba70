package io.pushsim.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.journal.Attempt;
import io.pushsim.journal.Conclusion;
import io.pushsim.journal.Course;
import io.pushsim.journal.Delivery;
import io.pushsim.journal.Entry;
import io.pushsim.journal.HeldBack;
import io.pushsim.testing.Simulation;
import io.pushsim.testing.TestResource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of asynchronous invocations in the course of (virtual) time. */
class EventQueueTest {
  private static final String TOPIC = "arn:aws:sns:us-west-2:111111111111:told";

  private static final Map<String, String> ANSWERS =
      Map.of(
          "fails", "{\"$throws\": \"boom\"}",
          "fails-slowly", "{\"$takes\": \"PT0.001S\", \"$then\": {\"$throws\": \"boom\"}}",
          "slow", "{\"$takes\": \"PT10S\", \"$then\": \"done\"}",
          "fine", "\"fine\"");

  private final Simulation simulation = new Simulation(Duration.ZERO, ANSWERS);
  private final Functions functions = new Functions(simulation);
  private final Instant start = simulation.time().instant();

  private void invoke(String function) {
    functions.call(
        "Invoke",
        "{\"FunctionName\": \"%s\", \"InvocationType\": \"Event\", \"Payload\": \"{}\"}"
            .formatted(function));
  }

  private void configure(String function, String config) {
    functions.call(
        "PutFunctionEventInvokeConfig",
        "{\"FunctionName\": \"%s\", %s}".formatted(function, config));
  }

  private void tellFailuresOf(String function) {
    configure(
        function,
        "\"DestinationConfig\": {\"OnFailure\": {\"Destination\": \"%s\"}}".formatted(TOPIC));
  }

  private void pass(Duration duration) {
    simulation.time().advance(duration);
  }

  /** Oldest first. */
  private List<Delivery> deliveries() {
    return functions.deliveries();
  }

  private Course course() {
    assertThat(deliveries()).hasSize(1);
    return deliveries().get(0).course();
  }

  private List<Long> secondsOfRuns() {
    return course().attempts().stream()
        .map(attempt -> Duration.between(start, attempt.started()).toSeconds())
        .toList();
  }

  private List<JsonNode> told() {
    List<JsonNode> told = new ArrayList<>();
    simulation
        .journal()
        .read(
            entry -> {
              if (entry instanceof Entry.MessageSent sent && sent.queueArn().equals(TOPIC)) {
                told.add(TestResource.json(sent.message().body()));
              }
            });
    return told;
  }

  @Test
  void runsAHandlerThatFailsAgain_afterOneMinuteAndAfterTwo() {
    functions.create("fn", "fails");

    invoke("fn");
    pass(Duration.ofHours(7));

    assertThat(secondsOfRuns()).containsExactly(0L, 60L, 180L);
    assertThat(course().conclusion()).contains(Conclusion.RETRIES_EXHAUSTED);
  }

  @Test
  void keepsTheRequestIdInAllRuns() {
    functions.create("fn", "fails");

    invoke("fn");
    pass(Duration.ofHours(1));

    assertThat(course().attempts())
        .hasSize(3)
        .extracting(Attempt::requestId)
        .containsOnly(deliveries().get(0).id());
    assertThat(course().attempts()).extracting(Attempt::number).containsExactly(1, 2, 3);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2", "2, 3"})
  void runsAHandlerAgainAsOftenAsTheConfigurationSays(int retries, int runs) {
    functions.create("fn", "fails");
    configure("fn", "\"MaximumRetryAttempts\": " + retries);

    invoke("fn");
    pass(Duration.ofHours(1));

    assertThat(course().attempts()).hasSize(runs);
    assertThat(course().conclusion()).contains(Conclusion.RETRIES_EXHAUSTED);
  }

  @Test
  void letsAnEventGoAfterItsFirstFailure_whenItMayBeOneMinuteOld() {
    functions.create("fn", "fails-slowly");
    configure("fn", "\"MaximumEventAgeInSeconds\": 60");

    invoke("fn");
    pass(Duration.ofMillis(1));

    assertThat(course().attempts()).hasSize(1);
    assertThat(course().conclusion()).contains(Conclusion.EVENT_AGE_EXCEEDED);
  }

  @Test
  void looksTheAliasUpAnewForEachRun() {
    functions.create("fn", "fails");
    functions.call(
        "CreateAlias",
        "{\"FunctionName\": \"fn\", \"Name\": \"PROD\", \"FunctionVersion\": \"1\"}");
    functions.call(
        "UpdateFunctionCode",
        "{\"FunctionName\": \"fn\", \"ZipFile\": \"zip:fine\", \"Publish\": true}");

    invoke("fn:PROD");
    pass(Duration.ofSeconds(30));
    functions.call(
        "UpdateAlias",
        "{\"FunctionName\": \"fn\", \"Name\": \"PROD\", \"FunctionVersion\": \"2\"}");
    pass(Duration.ofMinutes(5));

    assertThat(course().attempts()).extracting(Attempt::executedVersion).containsExactly("1", "2");
    assertThat(course().conclusion()).contains(Conclusion.SUCCEEDED);
  }

  @Test
  void backsOffFromOneSecond_whileTheFunctionIsBusy() {
    functions.create("fn", "slow");
    functions.reserve("fn", 1);

    invoke("fn");
    invoke("fn");
    pass(Duration.ofMinutes(1));

    Course second = deliveries().get(1).course();
    assertThat(second.heldBack())
        .extracting(HeldBack::reason)
        .containsOnly(HeldBack.Reason.RESERVED_CONCURRENCY);
    assertThat(second.heldBack())
        .extracting(held -> Duration.between(held.time(), held.due()).toSeconds())
        .containsExactly(1L, 2L, 4L, 8L);
    assertThat(second.attempts())
        .extracting(attempt -> Duration.between(start, attempt.started()).toSeconds())
        .containsExactly(15L);
    assertThat(second.conclusion()).contains(Conclusion.SUCCEEDED);
  }

  @Test
  void doesNotCountThrottlesAsRuns() {
    functions.create("fn", "slow");
    functions.reserve("fn", 1);
    configure("fn", "\"MaximumRetryAttempts\": 0");

    invoke("fn");
    invoke("fn");
    pass(Duration.ofMinutes(1));

    assertThat(deliveries().get(1).course().attempts())
        .extracting(Attempt::number)
        .containsExactly(1);
  }

  @Test
  void tellsAtOnce_whenTheFunctionIsSwitchedOff() {
    functions.create("fn", "fine");
    functions.reserve("fn", 0);
    tellFailuresOf("fn");

    invoke("fn");
    simulation.time().runDue();

    assertThat(course().conclusion()).contains(Conclusion.ZERO_RESERVED_CONCURRENCY);
    assertThat(course().heldBack()).isEmpty();
    assertThat(told()).hasSize(1);
    JsonNode record = told().get(0);
    assertThat(record.at("/requestContext/condition").asText())
        .isEqualTo("ZeroReservedConcurrency");
    assertThat(record.at("/requestContext/approximateInvokeCount").asInt(-1)).isZero();
    assertThat(record.has("responseContext")).isFalse();
    assertThat(record.has("responsePayload")).isFalse();
  }

  @Test
  void tellsOfThreeRuns_whenTheyAreExhausted() {
    functions.create("fn", "fails");
    tellFailuresOf("fn");

    invoke("fn");
    pass(Duration.ofSeconds(179));
    assertThat(told()).isEmpty();
    pass(Duration.ofSeconds(1));

    assertThat(told()).hasSize(1);
    JsonNode record = told().get(0);
    assertThat(record.at("/requestContext/condition").asText()).isEqualTo("RetriesExhausted");
    assertThat(record.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(3);
    assertThat(record.at("/requestContext/functionArn").asText())
        .isEqualTo("arn:aws:lambda:us-west-2:111111111111:function:fn:$LATEST");
    assertThat(record.at("/responseContext/functionError").asText()).isEqualTo("Unhandled");
    assertThat(record.at("/responsePayload/errorMessage").asText()).isEqualTo("boom");
  }

  @Test
  void endsWithoutAnotherRun_whenTheFunctionIsDeletedInTheMeantime() {
    functions.create("fn", "fails");

    invoke("fn");
    pass(Duration.ofSeconds(30));
    functions.call("DeleteFunction", "{\"FunctionName\": \"fn\"}");
    pass(Duration.ofSeconds(30));

    assertThat(course().attempts()).hasSize(1);
    assertThat(course().conclusion()).contains(Conclusion.TARGET_NOT_FOUND);
  }

  @Test
  void holdsBackWhatAFunctionCannotGrowFor_andRunsItOneSecondLater() {
    Simulation wide = new Simulation(Duration.ZERO, ANSWERS, 2000);
    Functions there = new Functions(wide);
    there.create("fn", "slow");

    for (int i = 0; i < 1001; i++) {
      there.call("Invoke", "{\"FunctionName\": \"fn\", \"InvocationType\": \"Event\"}");
    }
    wide.time().advance(Duration.ofMinutes(1));

    List<Course> heldBack =
        new Functions(wide)
            .deliveries().stream()
                .map(Delivery::course)
                .filter(course -> !course.heldBack().isEmpty())
                .toList();
    assertThat(heldBack).hasSize(1);
    assertThat(heldBack.get(0).heldBack())
        .extracting(HeldBack::reason)
        .containsExactly(HeldBack.Reason.SCALING_RATE);
    assertThat(heldBack.get(0).conclusion()).contains(Conclusion.SUCCEEDED);
    assertThat(new Functions(wide).deliveries()).hasSize(1001);
  }

  @Test
  void stopsALoop_whenAFunctionHasRunSixteenTimesInIt() {
    ring();

    invoke("ping");
    simulation.time().runDue();

    assertThat(deliveries()).hasSize(33);
    assertThat(deliveries().subList(0, 32))
        .extracting(delivery -> delivery.course().conclusion().orElseThrow())
        .containsOnly(Conclusion.SUCCEEDED);
    Delivery last = deliveries().get(32);
    assertThat(last.course().conclusion()).contains(Conclusion.RECURSION_DETECTED);
    assertThat(last.course().attempts()).isEmpty();
    assertThat(last.lineage().runsOf(functions.get("ping").arn())).isEqualTo(16);
  }

  @Test
  void letsALoopRun_whenItsFunctionsAllowThat() {
    ring();
    for (String name : List.of("ping", "pong")) {
      functions.call(
          "PutFunctionRecursionConfig",
          "{\"FunctionName\": \"%s\", \"RecursiveLoop\": \"Allow\"}".formatted(name));
    }

    invoke("ping");
    while (deliveries().size() < 40 && simulation.time().runNext()) {
      // Each step is one task.
    }

    assertThat(deliveries()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(deliveries())
        .extracting(delivery -> delivery.course().conclusion())
        .doesNotContain(Optional.of(Conclusion.RECURSION_DETECTED));
  }

  @Test
  void tellsOnceThatALoopIsStopped_whenThatIsToldWithinTheLoop() {
    functions.create("ping", "fails");
    functions.create("pong", "fails");
    failsInto("ping", "pong");
    failsInto("pong", "ping");

    invoke("ping");
    pass(Duration.ofHours(1));

    List<Conclusion> conclusions =
        deliveries().stream()
            .map(delivery -> delivery.course().conclusion().orElseThrow())
            .toList();
    assertThat(conclusions.subList(0, 32)).containsOnly(Conclusion.RETRIES_EXHAUSTED);
    assertThat(conclusions.subList(32, conclusions.size()))
        .containsExactly(
            Conclusion.RECURSION_DETECTED,
            Conclusion.RECURSION_DETECTED,
            Conclusion.RECURSION_DETECTED);
    assertThat(deliveries().get(34).course().sendings()).isEmpty();
  }

  private void failsInto(String function, String destination) {
    configure(
        function,
        "\"MaximumRetryAttempts\": 0, \"DestinationConfig\": {\"OnFailure\": {\"Destination\": \"arn:aws:lambda:us-west-2:111111111111:function:%s\"}}"
            .formatted(destination));
  }

  /** Two functions, each the destination of the other's successes. */
  private void ring() {
    functions.create("ping", "fine");
    functions.create("pong", "fine");
    succeedsInto("ping", "pong");
    succeedsInto("pong", "ping");
  }

  private void succeedsInto(String function, String destination) {
    configure(
        function,
        "\"DestinationConfig\": {\"OnSuccess\": {\"Destination\": \"arn:aws:lambda:us-west-2:111111111111:function:%s\"}}"
            .formatted(destination));
  }
}
