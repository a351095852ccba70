package io.pushsim.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.TestResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What MinIO's webhook is answered, and what is seen of it under {@code events}. */
class WebhookAcceptanceTest {
  private final LiveServer server = new LiveServer();
  private final AdminClient admin = new AdminClient(server);
  private final SmallWorld world = new SmallWorld(server);

  @AfterEach
  void close() {
    server.close();
    assertThat(server.faults()).isEmpty();
  }

  /** MinIO sends a message again where it did not hear the answer. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "01-put.json",
        "02-put-user-metadata.json",
        "03-put-odd-key.json",
        "04-put-zero-byte.json",
        "05-put-versioned.json",
        "06-post-policy-form-upload.json",
        "07-complete-multipart-upload.json",
        "08-copy.json",
        "09-delete-unversioned.json",
        "10-delete-marker-created.json",
        "11-delete-specific-version.json",
        "12-multi-delete-existing-key.json",
        "13-multi-delete-missing-key.json",
        "15-put-tagging.json",
        "16-delete-tagging.json",
        "19-folder-marker.json"
      })
  void takesWhatMinioSendsTwiceAsOneEvent(String file) {
    String message = new TestResource("minio-events/" + file).text();

    hears(message, 1, 0, 0, 0);
    hears(message, 0, 0, 1, 0);

    JsonNode events = admin.found("events").path("events");
    assertThat(events).hasSize(2);
    assertThat(events.at("/0/outcome").asText()).isEqualTo("duplicate");
    assertThat(events.at("/0/duplicateOf")).isEqualTo(events.at("/1/id"));
    assertThat(events.at("/0/key")).isEqualTo(events.at("/1/key"));
    assertThat(events.at("/0/eventName")).isEqualTo(events.at("/1/eventName"));
    assertThat(events.at("/1").has("duplicateOf")).isFalse();
    assertThat(events.at("/1").has("possibleDuplicateOf")).isFalse();
    assertThat(admin.found("events?outcome=duplicate").path("events")).hasSize(1);
  }

  @Test
  void takesAllThatMinioSaysOfOneObject_asEventsOfTheirOwn() {
    for (String file :
        new String[] {"01-put.json", "15-put-tagging.json", "16-delete-tagging.json"}) {
      hears(new TestResource("minio-events/" + file).text(), 1, 0, 0, 0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"14-delete-missing-key-noop.json", "17-get-range.json", "18-head.json"})
  void ignoresWhatAwsWouldNotSend_howeverOften(String file) {
    String message = new TestResource("minio-events/" + file).text();

    hears(message, 0, 1, 0, 0);
    hears(message, 0, 1, 0, 0);
  }

  /** The lifecycle's deletions come of no request. */
  @Test
  void marksWhatMayBeADuplicate_butPushesIt() {
    String message =
        new TestResource("minio-events/20-ilm-expiry-null-request-parameters.derived.json").text();

    hears(message, 1, 0, 0, 0);
    hears(message, 1, 0, 0, 0);

    JsonNode events = admin.found("events").path("events");
    assertThat(events.at("/0/possibleDuplicateOf")).isEqualTo(events.at("/1/id"));
    assertThat(events.at("/0").has("duplicateOf")).isFalse();
    assertThat(events.at("/0/outcome").asText()).isEqualTo("unmatched");
    assertThat(events.at("/1").has("possibleDuplicateOf")).isFalse();
  }

  @Test
  void pushesOnce_butRedeliversAsOftenAsItIsAsked() {
    world.build("1");
    hears(SmallWorld.PUT, 1, 0, 0, 0);
    hears(SmallWorld.PUT, 0, 0, 1, 0);
    admin.settle();
    assertThat(deliveries()).isEqualTo(1);
    String id = admin.found("deliveries").at("/deliveries/0/id").asText();

    for (int i = 0; i < 2; i++) {
      AdminClient.json(admin.post("deliveries/" + id + "/redeliver", ""), 202);
      admin.settle();
    }

    assertThat(deliveries()).isEqualTo(3);
  }

  @Test
  void takesAnEventAgain_whenEverythingWentMeanwhile() {
    world.build("1");
    hears(SmallWorld.PUT, 1, 0, 0, 0);
    admin.settle();

    assertThat(admin.post("reset", "").statusCode()).isEqualTo(204);
    world.build("1");
    hears(SmallWorld.PUT, 1, 0, 0, 0);
    hears(SmallWorld.PUT, 0, 0, 1, 0);
    admin.settle();

    assertThat(deliveries()).isEqualTo(1);
  }

  /** What is refused, MinIO's queue sends for ever, and nothing after it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "key":"HappyFace.jpg"      | "x":1             | record 1 of the notification has no s3.object.key
          "key":"HappyFace.jpg"      | "key":"%zz"       | record 1 of the notification has s3.object.key '%zz'
          "key":"HappyFace.jpg"      | "key":"\\ud83d"   | a key is Unicode text, without half surrogate pairs
          "name":"examplebucket"     | "name":"My_Fruit" | its naming rules forbid it
          "size":1024                | "size":"much"     | write a whole number of bytes
          "2026-11-23T01:56:19.355Z" | "then"            | record 1 of the notification has eventTime 'then'
          """)
  void answersWellAndTellsWhy_whenARecordCanNeverBeDelivered(
      String right, String wrong, String reason) {
    assertThat(SmallWorld.PUT).contains(right);

    hears(SmallWorld.PUT.replace(right, wrong), 0, 0, 0, 1);

    JsonNode events = admin.found("events?outcome=rejected").path("events");
    assertThat(events).hasSize(1);
    assertThat(events.at("/0/outcome").asText()).isEqualTo("rejected");
    assertThat(events.at("/0/reason").asText()).contains(reason);
    assertThat(events.at("/0/eventName").asText()).isEqualTo("s3:ObjectCreated:Put");
    assertThat(events.at("/0").has("id")).isFalse();
    assertThat(events.at("/0/deliveries")).isEmpty();
    admin.settle();
  }

  @Test
  void pushesTheGoodRecords_whenThereAreBadOnesBesideThem() {
    world.build("1");
    String good = record(SmallWorld.PUT);
    String bad = good.replace("HappyFace.jpg", "x".repeat(1025));
    String foreign = "{\"EventSource\":\"aws:sns\"}";
    String ignored = record(new TestResource("minio-events/18-head.json").text());

    hears(
        "{\"Records\":[" + String.join(",", bad, good, foreign, good, ignored) + "]}", 1, 1, 1, 2);
    admin.settle();

    assertThat(deliveries()).isEqualTo(1);
    JsonNode rejected = admin.found("events?outcome=rejected").path("events");
    assertThat(rejected.at("/1/bucket").asText()).isEqualTo("examplebucket");
    assertThat(rejected.at("/1/key").asText()).startsWith("xxx").hasSizeLessThan(100);
    assertThat(rejected.at("/1/reason").asText()).startsWith("the key has 1025 bytes");
    assertThat(rejected.at("/0/reason").asText()).endsWith("the event source 'aws:sns'");
    assertThat(admin.found("events?outcome=rejected&count=true&bucket=examplebucket"))
        .isEqualTo(TestResource.json("{\"count\": 1}"));
  }

  private static String record(String message) {
    return TestResource.json(message).at("/Records/0").toString();
  }

  private int deliveries() {
    return admin.found("deliveries?count=true").path("count").asInt(-1);
  }

  private void hears(String message, int accepted, int ignored, int duplicates, int rejected) {
    assertThat(AdminClient.json(admin.post("events", message), 200))
        .isEqualTo(
            TestResource.json(
                "{\"accepted\":%d,\"ignored\":%d,\"duplicates\":%d,\"rejected\":%d}"
                    .formatted(accepted, ignored, duplicates, rejected)));
  }
}
