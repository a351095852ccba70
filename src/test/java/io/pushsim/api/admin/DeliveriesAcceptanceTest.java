package io.pushsim.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.TestResource;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What MinIO said, pushed at an alias, and seen through {@code deliveries} and {@code events}. */
class DeliveriesAcceptanceTest {
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";
  private static final String FAILING = "(() => { throw new RangeError('too far'); })()";

  private final LiveServer server = new LiveServer();
  private final AdminClient admin = new AdminClient(server);
  private final SmallWorld world = new SmallWorld(server);

  @AfterEach
  void close() {
    server.close();
    assertThat(server.faults()).isEmpty();
  }

  @Test
  void tellsOfADelivery_whenTheHandlerAnswered() {
    world.build("{key: event.Records[0].s3.object.key, said: console.log('hello')}");

    JsonNode accepted = AdminClient.json(admin.post("events", SmallWorld.PUT), 200);
    admin.settle();

    assertThat(accepted)
        .isEqualTo(
            TestResource.json(
"""
{"accepted": 1, "ignored": 0, "duplicates": 0, "rejected": 0}"""));
    JsonNode list = admin.found("deliveries");
    assertThat(list.path("deliveries")).hasSize(1);
    assertThat(list.has("next")).isFalse();
    JsonNode delivery = list.at("/deliveries/0");
    assertThat(delivery.path("receivedAt").asText()).matches(TIME);
    assertThat(delivery.path("bucket").asText()).isEqualTo("examplebucket");
    assertThat(delivery.path("key").asText()).isEqualTo("HappyFace.jpg");
    assertThat(delivery.path("eventName").asText()).isEqualTo("ObjectCreated:Put");
    assertThat(delivery.path("s3RequestId").asText()).isEqualTo("18EA89DBFA75C975");
    assertThat(delivery.path("configurationId").asText()).isEqualTo("prod");
    assertThat(delivery.path("target").asText()).isEqualTo(SmallWorld.PROD);
    assertThat(delivery.at("/decision/allowed").asBoolean()).isTrue();
    assertThat(delivery.at("/decision/statement").asText()).isEqualTo("s3");
    assertThat(delivery.at("/decision/reasons/0").asText()).contains("statement 's3' matches");
    assertThat(delivery.path("outcome").asText()).isEqualTo("succeeded");
    assertThat(delivery.path("executedVersion").asText()).isEqualTo("1");
    JsonNode attempt = delivery.at("/attempts/0");
    assertThat(attempt.at("/result/key").asText()).isEqualTo("HappyFace.jpg");
    assertThat(attempt.path("coldStart").asBoolean()).isTrue();
    assertThat(attempt.path("startedAt").asText()).matches(TIME);
    assertThat(attempt.path("endedAt").asText())
        .matches(TIME)
        .isGreaterThanOrEqualTo(attempt.path("startedAt").asText());
    assertThat(attempt.has("error")).isFalse();
    assertThat(attempt.path("logs").toString()).contains("hello").contains("START RequestId");
    assertThat(delivery.path("requestId").asText()).isNotEmpty();
    assertThat(admin.found("deliveries/" + delivery.path("id").asText())).isEqualTo(delivery);
  }

  @Test
  void tellsTheErrorAndWhenItIsTriedAgain_whenTheHandlerFailed() {
    world.build(FAILING);

    admin.post("events", SmallWorld.PUT);
    admin.settle();

    JsonNode delivery = admin.found("deliveries?outcome=waiting").at("/deliveries/0");
    assertThat(delivery.path("outcome").asText()).isEqualTo("waiting");
    assertThat(delivery.path("attempts")).hasSize(1);
    JsonNode attempt = delivery.at("/attempts/0");
    assertThat(attempt.path("number").asInt()).isEqualTo(1);
    assertThat(attempt.at("/error/errorType").asText()).isEqualTo("RangeError");
    assertThat(attempt.has("result")).isFalse();
    assertThat(Instant.parse(delivery.path("nextAttemptAt").asText()))
        .isAfterOrEqualTo(Instant.parse(attempt.path("endedAt").asText()).plusSeconds(60));
    assertThat(delivery.has("conclusion")).isFalse();
    assertThat(admin.found("deliveries?outcome=failed").path("deliveries")).isEmpty();
    assertThat(admin.get("metrics").body())
        .contains("\npushsim_events_waiting 1.0\n")
        .contains("\npushsim_events_retried_total{cause=\"functionError\"} 1.0\n");
  }

  @Test
  void tellsWhyItEndedAndWhereThatWasSent_whenItIsNotTriedAgain() {
    world.build(FAILING);
    notTriedAgain("PROD");

    admin.post("events", SmallWorld.PUT);
    admin.settle();

    JsonNode delivery = admin.found("deliveries?outcome=failed").at("/deliveries/0");
    assertThat(delivery.path("conclusion").asText()).isEqualTo("retriesExhausted");
    assertThat(delivery.path("sentTo"))
        .isEqualTo(
            TestResource.json(
                """
                [{"kind": "onFailure", "target": "arn:aws:sns:us-west-2:111111111111:failures"}]"""));
    assertThat(delivery.has("nextAttemptAt")).isFalse();
    assertThat(admin.get("metrics").body())
        .contains("\npushsim_events_ended_total{conclusion=\"retriesExhausted\"} 1.0\n")
        .contains("\npushsim_sendings_total{kind=\"onFailure\",outcome=\"sent\"} 1.0\n");
  }

  @Test
  void showsAnInvocationWithoutAnEvent_whenACallerDidNotWait() {
    world.build(FAILING);
    notTriedAgain("$LATEST");

    server.call("Invoke", "{\"FunctionName\": \"helloworld\", \"InvocationType\": \"Event\"}");
    admin.settle();

    JsonNode delivery = admin.found("deliveries").at("/deliveries/0");
    assertThat(delivery.path("invocation").asText()).isEqualTo("Event");
    assertThat(delivery.path("target").asText()).isEqualTo(SmallWorld.FUNCTION);
    assertThat(delivery.path("executedVersion").asText()).isEqualTo("$LATEST");
    assertThat(delivery.path("outcome").asText()).isEqualTo("failed");
    assertThat(delivery.at("/sentTo/0/kind").asText()).isEqualTo("onFailure");
    assertThat(delivery.has("eventId")).isFalse();
    assertThat(delivery.has("bucket")).isFalse();
    assertThat(delivery.has("configurationId")).isFalse();
  }

  private void notTriedAgain(String qualifier) {
    server.call(
        "PutFunctionEventInvokeConfig",
        """
        {"FunctionName": "helloworld", "Qualifier": "%s", "MaximumRetryAttempts": 0,
         "DestinationConfig": {"OnFailure":
           {"Destination": "arn:aws:sns:us-west-2:111111111111:failures"}}}"""
            .formatted(qualifier));
  }

  @Test
  void tellsWhyAndTheRemedy_whenThePolicyDenies() {
    world.build("'never'").revoke();

    admin.post("events", SmallWorld.PUT);
    admin.settle();

    JsonNode delivery = admin.found("deliveries").at("/deliveries/0");
    assertThat(delivery.path("outcome").asText()).isEqualTo("denied");
    assertThat(delivery.at("/decision/kind").asText()).isEqualTo("implicitDeny");
    assertThat(delivery.at("/decision/reasons/0").asText())
        .isEqualTo("There is no resource policy on exactly " + SmallWorld.PROD + ".");
    assertThat(delivery.at("/decision/remedies/0/command").asText())
        .startsWith("aws lambda add-permission --region us-west-2 --function-name helloworld");
    assertThat(delivery.path("attempts")).isEmpty();
    assertThat(delivery.has("requestId")).isFalse();
  }

  @Test
  void showsADeliveryAsRunning_whileItsHandlerRuns() {
    world.build("await new Promise(done => setTimeout(done, 1500))");

    admin.post("events", SmallWorld.PUT);
    JsonNode unsettled = AdminClient.json(admin.get("settled?timeout=300ms"), 408);

    JsonNode delivery = admin.found("deliveries?outcome=running").at("/deliveries/0");
    assertThat(delivery.path("outcome").asText()).isEqualTo("running");
    assertThat(delivery.at("/decision/allowed").asBoolean()).isTrue();
    assertThat(delivery.path("attempts")).isEmpty();
    assertThat(unsettled.path("invocations").asInt()).isEqualTo(1);
    assertThat(unsettled.at("/deliveries/0/id")).isEqualTo(delivery.path("id"));
    assertThat(unsettled.path("error").asText()).isEqualTo("RequestTimeout");
    HttpResponse<String> again =
        admin.post("deliveries/" + delivery.path("id").asText() + "/redeliver", "");
    assertThat(AdminClient.json(again, 409).path("message").asText()).contains("still under way");
    admin.settle();
    assertThat(admin.found("deliveries?outcome=running").path("deliveries")).isEmpty();
    assertThat(admin.found("deliveries").path("deliveries")).hasSize(1);
  }

  @Test
  void findsWhatIsAskedFor() {
    world.build("1");
    String before = Instant.now().minusSeconds(1).toString();
    admin.post("events", SmallWorld.PUT);
    admin.post("events", SmallWorld.ANOTHER_PUT);
    admin.settle();
    world.revoke();
    admin.post("events", SmallWorld.put(2));
    admin.settle();

    assertThat(count("count=true")).isEqualTo(3);
    assertThat(count("count=true&bucket=examplebucket")).isEqualTo(3);
    assertThat(count("count=true&bucket=other")).isZero();
    assertThat(count("count=true&prefix=images/")).isEqualTo(1);
    assertThat(count("count=true&prefix=")).isEqualTo(3);
    assertThat(count("count=true&target=helloworld:PROD")).isEqualTo(3);
    assertThat(count("count=true&target=" + SmallWorld.PROD)).isEqualTo(3);
    assertThat(count("count=true&target=helloworld")).isZero();
    assertThat(count("count=true&decision=allowed")).isEqualTo(2);
    assertThat(count("count=true&decision=denied")).isEqualTo(1);
    assertThat(count("count=true&decision=implicitDeny&prefix=Happy")).isEqualTo(1);
    assertThat(count("count=true&decision=explicitDeny")).isZero();
    assertThat(count("count=true&since=" + before)).isEqualTo(3);
    assertThat(count("count=true&since=2126-01-01T00:00:00Z")).isZero();
    assertThat(admin.found("deliveries?prefix=images/").at("/deliveries/0/key").asText())
        .isEqualTo("images/cat.png");
  }

  private int count(String query) {
    JsonNode answer = admin.found("deliveries?" + query);
    assertThat(answer).hasSize(1);
    return answer.path("count").asInt(-1);
  }

  @Test
  void givesPagesFromTheNewestOn_whateverComesMeanwhile() {
    world.build("1");
    for (int i = 0; i < 5; i++) {
      admin.post("events", SmallWorld.put(i));
      admin.settle();
    }

    JsonNode first = admin.found("deliveries?limit=2");
    admin.post("events", SmallWorld.ANOTHER_PUT);
    admin.settle();
    JsonNode second = admin.found("deliveries?limit=2&next=" + first.path("next").asText());
    JsonNode third = admin.found("deliveries?limit=2&next=" + second.path("next").asText());

    List<String> received = new ArrayList<>();
    for (JsonNode page : List.of(first, second, third)) {
      page.path("deliveries").forEach(d -> received.add(d.path("receivedAt").asText()));
    }
    assertThat(received).hasSize(5).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(third.has("next")).isFalse();
    assertThat(admin.found("deliveries?limit=1").at("/deliveries/0/key").asText())
        .isEqualTo("images/cat.png");
  }

  @Test
  void redelivers_decidedAnew() {
    world.build("event.Records[0].eventTime").revoke();
    admin.post("events", SmallWorld.PUT);
    admin.settle();
    String denied = admin.found("deliveries").at("/deliveries/0/id").asText();
    world.grant();

    HttpResponse<String> asked = admin.post("deliveries/" + denied + "/redeliver", "");
    admin.settle();

    JsonNode answer = AdminClient.json(asked, 202);
    String id = answer.path("id").asText();
    assertThat(answer.path("redeliveryOf").asText()).isEqualTo(denied);
    assertThat(asked.headers().firstValue("Location")).contains("/_pushsim/deliveries/" + id);
    JsonNode delivery = admin.found("deliveries/" + id);
    assertThat(delivery.path("outcome").asText()).isEqualTo("succeeded");
    assertThat(delivery.path("redeliveryOf").asText()).isEqualTo(denied);
    assertThat(delivery.path("key").asText()).isEqualTo("HappyFace.jpg");
    assertThat(delivery.path("requestId").asText()).isNotEqualTo(denied);
    assertThat(admin.found("deliveries").at("/deliveries/0/id").asText()).isEqualTo(id);
    assertThat(admin.found("deliveries/" + denied).path("outcome").asText()).isEqualTo("denied");
    assertThat(admin.found("events").at("/events/0/deliveries"))
        .isEqualTo(TestResource.json("[\"" + denied + "\", \"" + id + "\"]"));
  }

  @Test
  void refusesToRedeliver_whatIsNotThereOrBelongsToNobody() {
    world.build("1");
    admin.post("events", SmallWorld.PUT);
    admin.settle();
    String id = admin.found("deliveries").at("/deliveries/0/id").asText();
    server.call("DeleteBucket", "{\"Bucket\": \"examplebucket\"}");

    JsonNode missing = AdminClient.json(admin.post("deliveries/none/redeliver", ""), 404);
    JsonNode gone = AdminClient.json(admin.post("deliveries/" + id + "/redeliver", ""), 409);

    assertThat(missing.path("error").asText()).isEqualTo("ResourceNotFoundException");
    assertThat(missing.path("message").asText()).contains("'none'");
    assertThat(gone.path("error").asText()).isEqualTo("ResourceConflictException");
    assertThat(gone.path("message").asText()).contains("bucket 'examplebucket'");
    assertThat(AdminClient.json(admin.get("deliveries/none"), 404).path("message").asText())
        .contains("'none'");
  }

  @Test
  void listsEventsThatCameToNothing_withTheReason() {
    world.build("1");
    world.notifies("removed", SmallWorld.PROD, "s3:ObjectRemoved:*");

    admin.post("events", SmallWorld.PUT);
    JsonNode ignored =
        AdminClient.json(
            admin.post("events", new TestResource("minio-events/17-get-range.json").text()), 200);
    admin.settle();

    assertThat(ignored)
        .isEqualTo(
            TestResource.json(
"""
{"accepted": 0, "ignored": 1, "duplicates": 0, "rejected": 0}"""));
    assertThat(admin.found("deliveries").path("deliveries")).isEmpty();
    JsonNode events = admin.found("events").path("events");
    assertThat(events).hasSize(2);
    assertThat(events.at("/0/outcome").asText()).isEqualTo("ignored");
    assertThat(events.at("/0/eventName").asText()).isEqualTo("s3:ObjectAccessed:Get");
    assertThat(events.at("/0/reason").asText()).isNotEmpty();
    assertThat(events.at("/1/outcome").asText()).isEqualTo("unmatched");
    assertThat(events.at("/1/reason").asText()).isEqualTo("'removed' is for s3:ObjectRemoved:*");
    assertThat(events.at("/1/receivedAt").asText()).matches(TIME);
    assertThat(admin.found("events?outcome=unmatched&count=true").path("count").asInt())
        .isEqualTo(1);
    assertThat(admin.found("events?bucket=other&count=true").path("count").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          limit=0                | limit     | 0        | a whole number from 1 to 1000
          limit=1001             | limit     | 1001     | a whole number from 1 to 1000
          limit=ten              | limit     | ten      | a whole number from 1 to 1000
          limit=1&limit=2        | limit     | 1', '2   | give it once
          next=abc               | next      | abc      | what the page before gave as next
          decision=maybe         | decision  | maybe    | allowed, denied, explicitDeny, implicitDeny
          outcome=good           | outcome   | good     | denied, expired, failed, running, stopped, succeeded, targetNotFound, throttled, waiting
          since=yesterday        | since     | yesterday| a time such as 2026-11-23T01:56:19.355Z
          target=a%20b           | target    | a b      | name:alias
          target=arn:aws:s3:::b  | target    | arn:aws:s3:::b | as a whole ARN
          count=yes              | count     | yes      | false, true
          count=true&limit=3     | limit     | 3        | leave it out
          bucket=                | bucket    | ''       | leave the parameter out
          """)
  void refusesWhatItDoesNotUnderstand(String query, String parameter, String value, String remedy) {
    JsonNode refusal = AdminClient.json(admin.get("deliveries?" + query), 400);

    assertThat(refusal.path("error").asText()).isEqualTo("InvalidInput");
    assertThat(refusal.path("parameter").asText()).isEqualTo(parameter);
    assertThat(refusal.path("value").asText()).isEqualTo(value);
    assertThat(refusal.path("message").asText())
        .contains("'" + value + "'")
        .contains(parameter)
        .contains(remedy);
  }

  @Test
  void namesTheParametersThatThereAre_whenOneIsUnknown() {
    JsonNode refusal = AdminClient.json(admin.get("deliveries?buckets=a"), 400);

    assertThat(refusal.path("message").asText())
        .isEqualTo(
            "There is no parameter 'buckets' here: write one of bucket, count, decision, limit, next, outcome, prefix, since, target.");
  }
}
