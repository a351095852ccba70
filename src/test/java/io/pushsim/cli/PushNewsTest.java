package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.eventsource.DelayRange;
import io.pushsim.eventsource.DuplicateWindow;
import io.pushsim.eventsource.NotificationReader;
import io.pushsim.eventsource.PushFaults;
import io.pushsim.journal.MemoryJournal;
import io.pushsim.testing.Simulation;
import io.pushsim.testing.TestResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever serves sees what comes of each event, and is not flooded. */
class PushNewsTest {
  private static final String PUT = new TestResource("minio-events/01-put.json").text();

  private final Simulation simulation = new Simulation(Duration.ZERO, Map.of("one", "\"message\""));
  private final List<String> lines = new ArrayList<>();
  private final PushNews news = new PushNews(new MemoryJournal(), simulation.time(), lines::addAll);

  private void build(boolean granted) {
    build(granted, "nodejs22.x");
  }

  private void build(boolean granted, String runtime) {
    call(
        "CreateFunction",
        """
        {"FunctionName": "fn", "Runtime": "%s", "Handler": "index.handler", "Publish": true,
         "Role": "arn:aws:iam::111111111111:role/any", "Code": {"ZipFile": "zip:one"}}"""
            .formatted(runtime));
    call(
        "CreateAlias",
        "{\"FunctionName\": \"fn\", \"Name\": \"PROD\", \"FunctionVersion\": \"1\"}");
    call("CreateBucket", "{\"Bucket\": \"examplebucket\"}");
    call(
        "AddPermission",
        """
        {"FunctionName": "fn", "Qualifier": "PROD", "StatementId": "s3", "Action": "lambda:InvokeFunction",
         "Principal": "s3.amazonaws.com", "SourceArn": "arn:aws:s3:::examplebucket"}""");
    call(
        "PutBucketNotificationConfiguration",
        """
        {"Bucket": "examplebucket",
         "NotificationConfiguration": {"LambdaFunctionConfigurations": [
           {"LambdaFunctionArn": "arn:aws:lambda:us-west-2:111111111111:function:fn:PROD",
            "Events": ["s3:ObjectCreated:*"]}]}}""");
    if (!granted) {
      call(
          "RemovePermission",
          "{\"FunctionName\": \"fn\", \"Qualifier\": \"PROD\", \"StatementId\": \"s3\"}");
    }
  }

  private void call(String operation, String parameters) {
    simulation.call(operation, TestResource.json(parameters));
  }

  private void hear(int times) {
    for (int i = 0; i < times; i++) {
      simulation
          .router(news, DuplicateWindow.none())
          .accept(new NotificationReader().readEach(PUT))
          .toCompletableFuture()
          .join();
      simulation.time().runDue();
    }
  }

  @Test
  void tellsWhatTheHandlerReturned() {
    build(true);

    hear(1);

    assertThat(lines)
        .containsExactly(
            "ObjectCreated:Put examplebucket/HappyFace.jpg → fn:PROD: version 1 returned \"message\", 1.0 ms, cold start");
  }

  @Test
  void tellsOfEachAttempt_andWhatBecomesOfTheEventInTheEnd() {
    build(true, "python3.12");
    call(
        "PutFunctionEventInvokeConfig",
        """
        {"FunctionName": "fn", "Qualifier": "PROD", "MaximumRetryAttempts": 1,
         "DestinationConfig": {"OnFailure":
           {"Destination": "arn:aws:sns:us-west-2:111111111111:failures"}}}""");

    hear(1);
    simulation.time().advance(Duration.ofMinutes(1));

    String event = "ObjectCreated:Put examplebucket/HappyFace.jpg → fn:PROD: ";
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .startsWith(event + "attempt 1: version 1 failed with {\"errorType\":\"Pushsim.Runtime")
        .endsWith("; again at 03:05:05 UTC");
    assertThat(lines.get(1))
        .startsWith(event + "attempt 2: version 1 failed with {\"errorType\":\"Pushsim.Runtime")
        .endsWith("; not tried again; sent to the on-failure destination failures");
  }

  @Test
  void countsAttemptsAmongTheLinesThatPeopleRead() {
    build(true, "python3.12");

    hear(25);
    simulation.time().advance(Duration.ofSeconds(1));

    assertThat(lines)
        .hasSize(21)
        .last()
        .isEqualTo("… and 5 more, see /_pushsim/deliveries and /_pushsim/events");
  }

  @Test
  void tellsWhyItIsDenied_andWhatMendsIt() {
    build(false);

    hear(1);

    assertThat(lines)
        .containsExactly(
            "ObjectCreated:Put examplebucket/HappyFace.jpg → fn:PROD: denied",
            "There is no resource policy on exactly arn:aws:lambda:us-west-2:111111111111:function:fn:PROD.",
            "aws lambda add-permission --region us-west-2 --function-name fn --qualifier PROD --statement-id allow-s3-examplebucket --principal s3.amazonaws.com --action lambda:InvokeFunction --source-arn arn:aws:s3:::examplebucket --source-account 111111111111");
  }

  @Test
  void tellsWhyNobodyIsTold() {
    hear(1);

    assertThat(lines)
        .containsExactly(
            "ObjectCreated:Put examplebucket/HappyFace.jpg: nobody is told, no bucket 'examplebucket' is known: create it, or name its owner");
  }

  @Test
  void tellsOfEachFault() {
    build(true);
    PushFaults late =
        PushFaults.NONE.withDelay(DelayRange.fixed(Duration.ofSeconds(90))).withDuplicates(1, 1);
    PushFaults early = PushFaults.NONE.withReorder(1, Duration.ofSeconds(5));
    for (PushFaults faults : List.of(late, early, PushFaults.NONE.withDrop(1))) {
      simulation
          .router(news, DuplicateWindow.none())
          .accept(new NotificationReader().readEach(PUT), faults)
          .toCompletableFuture()
          .join();
    }

    String put = "ObjectCreated:Put examplebucket/HappyFace.jpg: ";
    assertThat(lines)
        .containsExactly(
            put + "delayed by 1m 30s",
            put + "pushed once more, a duplicate",
            put + "delayed by 1m 30s",
            put + "held back, to be pushed after a later one",
            put + "dropped, never pushed");
  }

  @Test
  void tellsHowMany_whenThereAreMoreThanPeopleRead() {
    build(true);

    hear(120);
    assertThat(lines).hasSize(20);
    simulation.time().advance(Duration.ofSeconds(1));

    assertThat(lines)
        .hasSize(21)
        .last()
        .isEqualTo("… and 100 more, see /_pushsim/deliveries and /_pushsim/events");
    hear(1);
    assertThat(lines).hasSize(22);
  }
}
