package io.pushsim.eventsource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.NotificationConfiguration;
import io.pushsim.bucket.S3Event;
import io.pushsim.eventsource.BucketNotification.AwsEvent;
import io.pushsim.testing.TestResource;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every event record that was recorded from AWS, read and written again. */
class RecordedNotificationsTest {
  private static final String OWNER = "111111111111";
  private static final String OWNER_PRINCIPAL =
      new Bucket("any", OWNER, "us-east-1", Instant.EPOCH, NotificationConfiguration.EMPTY)
          .ownerPrincipalId();

  /** The recorder's placeholders, filled in with what they could have stood for. */
  private static final Map<String, String> VALUES =
      Map.of(
          "<partition>", "aws",
          "<region>", "us-east-1",
          "<aws-region:1>", "us-east-1",
          "<aws-region:2>", "us-west-1",
          "<principal-id:1>", OWNER_PRINCIPAL,
          "\"eventTime\":\"date\"", "\"eventTime\":\"2025-01-21T23:21:10.123Z\"",
          "<object-key:", "object-key-",
          "<resource:", "resource-",
          "\"sequencer\":\"sequencer\"", "\"sequencer\":\"0055AED6DCD90281E5\"");

  @TestFactory
  Stream<DynamicTest> writesWhatAwsWrote() {
    return records()
        .map(
            record ->
                DynamicTest.dynamicTest(
                    record.path("eventName").asText() + " " + record.path("s3").path("object"),
                    () -> check(record)));
  }

  @Test
  void findsEveryRecordedRecord() {
    assertThat(records()).hasSize(18);
  }

  @Test
  void writesTheMembersInAwsOrder() {
    JsonNode record =
        new TestResource("recordings/s3-notifications.json")
            .json()
            .at("/tests")
            .path("s3/test_s3_notifications_sqs.py::TestS3NotificationsToSQS::test_xray_header")
            .at("/recorded-content/receive_messages/messages/0/Body/Records/0");

    assertThat(rewritten(filledIn(record))).isEqualTo(message(filledIn(record)).toString());
  }

  private static void check(JsonNode recorded) {
    assertThat(TestResource.json(rewritten(recorded))).isEqualTo(message(recorded));
  }

  private static String rewritten(JsonNode recorded) {
    var notification = new NotificationReader().read(message(recorded).toString()).get(0);
    var bucket =
        new Bucket(
            recorded.at("/s3/bucket/name").asText(),
            OWNER,
            recorded.path("awsRegion").asText(),
            Instant.EPOCH,
            NotificationConfiguration.EMPTY);
    return new S3EventWriter()
        .write(
            S3Event.of(
                ((AwsEvent) notification).event(),
                bucket,
                recorded.at("/s3/configurationId").asText()));
  }

  private static JsonNode message(JsonNode record) {
    var message = JsonNodeFactory.instance.objectNode();
    message.putArray("Records").add(record);
    return message;
  }

  private static Stream<JsonNode> records() {
    return new TestResource("recordings/s3-notifications.json")
        .json().findParents("eventSource").stream().map(RecordedNotificationsTest::filledIn);
  }

  private static JsonNode filledIn(JsonNode record) {
    String text = record.toString();
    for (Map.Entry<String, String> value : VALUES.entrySet()) {
      text = text.replace(value.getKey(), value.getValue());
    }
    return TestResource.json(text.replaceAll("((?:object-key|resource)-\\d)>", "$1"));
  }
}
