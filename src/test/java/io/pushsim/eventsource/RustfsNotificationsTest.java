package io.pushsim.eventsource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.bucket.EventType;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.S3Object;
import io.pushsim.bucket.Sequencer;
import io.pushsim.eventsource.BucketNotification.AwsEvent;
import io.pushsim.eventsource.BucketNotification.NotAnAwsEvent;
import io.pushsim.testing.TestResource;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What RustFS writes, as its source and its users' reports have it (eventsource/README.md). */
class RustfsNotificationsTest {
  static final String PUT =
      """
      {"EventName":"s3:ObjectCreated:Put","Key":"examplebucket/in/a.jpg","Records":[{
        "eventVersion":"2.1","eventSource":"rustfs:s3","awsRegion":"",
        "eventTime":"2026-11-23T01:56:19.355Z","eventName":"s3:ObjectCreated:Put",
        "userIdentity":{"principalId":"rustfsadmin"},
        "requestParameters":{"host":"127.0.0.1:9000","principalId":"rustfsadmin",
          "authorization":"***REDACTED***","user-agent":"aws-cli/2"},
        "responseElements":{"x-amz-request-id":"861eec7e","x-amz-id-2":"","etag":"\\"x\\""},
        "s3":{"s3SchemaVersion":"1.0","configurationId":"Config",
          "bucket":{"name":"examplebucket","ownerIdentity":{"principalId":"rustfsadmin"},
            "arn":"arn:aws:s3:::examplebucket"},
          "object":{"key":"in%2Fa.jpg","size":3,"eTag":"900150983cd24fb0d6963f7d28e17f72",
            "contentType":"image/jpeg","userMetadata":{},"sequencer":"18EA89DBFA80568F"}},
        "source":{"host":"127.0.0.1","port":"9000","userAgent":"aws-cli/2"}}]}
      """;

  private final NotificationReader reader = new NotificationReader();

  @Test
  void readsAPut() {
    assertThat(reader.read(PUT))
        .containsExactly(
            new AwsEvent(
                new ObjectEvent(
                    EventType.OBJECT_CREATED_PUT,
                    Instant.parse("2026-11-23T01:56:19.355Z"),
                    "examplebucket",
                    new S3Object(
                        "in/a.jpg",
                        Optional.of(3L),
                        Optional.of("900150983cd24fb0d6963f7d28e17f72"),
                        Optional.empty(),
                        Optional.of(new Sequencer("18EA89DBFA80568F"))),
                    new ObjectEvent.Request(
                        "rustfsadmin", "", Optional.of("861eec7e"), Optional.empty()),
                    Optional.empty())));
  }

  @TestFactory
  Stream<DynamicTest> readsWhatRustfsWrites() {
    return new TestResource("eventsource/rustfs.yaml").tests(this::check);
  }

  private void check(JsonNode example) {
    ObjectNode record = (ObjectNode) TestResource.json(PUT).at("/Records/0");
    Merging.into(record, example.path("record"));
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.putArray("Records").add(record);
    new ToldExample(example, message.toString())
        .read(
            new NotAnAwsEvent(
                "examplebucket",
                example.path("key").asText(),
                record.path("eventName").asText(),
                example.path("notSent").asText()))
        .ifPresent(event -> check(event, record, example));
  }

  private static void check(ObjectEvent event, JsonNode record, JsonNode example) {
    assertThat(event.type().recordName()).isEqualTo(example.path("event").asText());
    assertThat(event.bucketName()).isEqualTo("examplebucket");
    assertThat(event.object().key()).isEqualTo(example.path("key").asText());
    assertThat(event.data().map(ObjectEvent.EventData::member).orElse(""))
        .isEqualTo(example.path("data").asText(""));
    boolean removed = event.type().recordName().equals("ObjectRemoved:Delete");
    assertThat(event.object().eTag().isPresent())
        .isEqualTo(!removed || record.at("/s3/object").has("eTag"));
  }
}
