package io.pushsim.eventsource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.bucket.EventType;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.S3Object;
import io.pushsim.bucket.Sequencer;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.BucketNotification.AwsEvent;
import io.pushsim.eventsource.BucketNotification.NotAnAwsEvent;
import io.pushsim.testing.TestResource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What S3 tells EventBridge, recorded from AWS and as the user guide has it. */
class EventBridgeEventsTest {
  private static final String KEY = "in/a b+c%20.txt";
  static final String PUT =
      """
      {"version":"0","id":"17793124-05d4-b198-2fde-7ededc63b103","detail-type":"Object Created",
       "source":"aws.s3","account":"222222222222","time":"2026-11-23T01:56:19Z",
       "region":"eu-west-1","resources":["arn:aws:s3:::another"],
       "detail":{"version":"0","bucket":{"name":"examplebucket"},
        "object":{"key":"in/a b+c%20.txt","size":3,"etag":"900150983cd24fb0d6963f7d28e17f72",
         "sequencer":"0055AED6DCD90281E5"},
        "request-id":"N4N7GDK58NMKJ12R","requester":"111111111111",
        "source-ip-address":"192.0.2.1","reason":"PutObject"}}
      """;

  private final NotificationReader reader = new NotificationReader();

  @Test
  void readsAPut() {
    assertThat(reader.read(PUT))
        .containsExactly(
            new AwsEvent(
                new ObjectEvent(
                    EventType.OBJECT_CREATED_PUT,
                    Instant.parse("2026-11-23T01:56:19Z"),
                    "examplebucket",
                    new S3Object(
                        KEY,
                        Optional.of(3L),
                        Optional.of("900150983cd24fb0d6963f7d28e17f72"),
                        Optional.empty(),
                        Optional.of(new Sequencer("0055AED6DCD90281E5"))),
                    new ObjectEvent.Request(
                        "111111111111",
                        "192.0.2.1",
                        Optional.of("N4N7GDK58NMKJ12R"),
                        Optional.empty()),
                    Optional.empty())));
  }

  @TestFactory
  Stream<DynamicTest> readsWhatTheUserGuideTells() {
    return new TestResource("eventsource/eventbridge.yaml").tests(this::check);
  }

  private void check(JsonNode example) {
    ObjectNode told = Merging.into((ObjectNode) TestResource.json(PUT), example.path("event"));
    new ToldExample(example, told.toString())
        .read(
            new NotAnAwsEvent(
                "examplebucket",
                KEY,
                example.path("notSent").asText(),
                "no event of an S3 notification means the same as this"))
        .ifPresent(event -> check(event, told, example));
  }

  private static void check(ObjectEvent event, JsonNode told, JsonNode example) {
    assertThat(event.type().recordName()).isEqualTo(example.path("type").asText());
    assertThat(event.object().key()).isEqualTo(KEY);
    assertThat(event.request().sourceIpAddress())
        .isEqualTo(told.at("/detail/source-ip-address").asText(""));
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    event.data().ifPresent(some -> data.set(some.member(), TestResource.json(some.json())));
    assertThat(data).isEqualTo(example.path("data").isObject() ? example.get("data") : object());
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  @Test
  void readsTheSame_whenAServiceOfAwsHasWrappedIt() {
    assertThat(Enveloped.values())
        .allSatisfy(
            enveloped ->
                assertThat(reader.read(enveloped.around(PUT))).isEqualTo(reader.read(PUT)));
  }

  @Test
  void namesTheEnvelopes_whenAFieldIsUnreadable() {
    String wrong = PUT.replace("\"size\":3", "\"size\":-3");

    assertThat(
            catchThrowableOfType(
                    SimulatorException.class,
                    () -> reader.read(Enveloped.TOPIC_IN_QUEUE.around(wrong)))
                .message())
        .isEqualTo(
            "the EventBridge event in an SNS envelope in an SQS record has detail.object.size '-3': write a whole number of bytes");
  }

  @Test
  void readsWhatWasRecorded() {
    assertThat(recorded())
        .extracting(
            told -> {
              ObjectEvent event = ((AwsEvent) reader.read(told).get(0)).event();
              return event.type().recordName()
                  + event.object().size().map(size -> " " + size).orElse("")
                  + event.object().sequencer().map(order -> " " + order).orElse("")
                  + event.data().map(data -> " " + data.json()).orElse("");
            })
        .containsExactly(
            "ObjectRemoved:Delete object-sequencer",
            "ObjectCreated:Put 4 object-sequencer",
            "ObjectRestore:Post 9",
            "ObjectRestore:Completed 9 {\"restoreEventData\":{\"lifecycleRestorationExpiryTime\":"
                + "\"2025-01-21T23:25:10.000Z\",\"lifecycleRestoreStorageClass\":\"GLACIER\"}}",
            "ObjectCreated:Put 4 object-sequencer",
            "ObjectCreated:Put 4 object-sequencer");
  }

  /** The recorded events, with a time where the recorder left a placeholder. */
  private static List<String> recorded() {
    return new TestResource("recordings/s3-notifications.json")
        .json().findParents("detail-type").stream()
            .map(
                told ->
                    told.toString().replace("time\":\"date\"", "time\":\"2025-01-21T23:25:10Z\""))
            .toList();
  }
}
