package io.pushsim.eventsource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.BucketNotification.AwsEvent;
import io.pushsim.testing.TestResource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Notifications within the messages of SQS and SNS, and messages that are none. */
class EnvelopesTest {
  private final NotificationReader reader = new NotificationReader();

  @TestFactory
  Stream<DynamicTest> saysWhatCame() {
    return new TestResource("eventsource/foreign.yaml")
        .cases().stream()
            .map(
                example ->
                    DynamicTest.dynamicTest(
                        example.path("message").toString(),
                        () -> {
                          SimulatorException refusal = refusal(example.get("message").toString());
                          assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_REQUEST_CONTENT);
                          assertThat(refusal.message())
                              .startsWith(
                                  "This is no S3 notification but "
                                      + example.path("called").asText());
                        }));
  }

  @Test
  void readsWhatAwsSentThroughSqsAndSns() {
    List<String> recorded =
        Stream.of(
                "sqs.py::TestS3NotificationsToSQS::test_xray_header",
                "sns.py::TestS3NotificationsToSns::test_object_created_put")
            .map(name -> "s3/test_s3_notifications_" + name)
            .map(name -> messages(name).toString())
            .toList();

    assertThat(recorded)
        .extracting(
            text ->
                reader.read(text).stream()
                    .map(read -> ((AwsEvent) read).event())
                    .map(event -> event.object().key() + event.object().size().orElseThrow())
                    .toList())
        .containsExactly(List.of("test-data9"), List.of("bucket-key11", "bucket-key12"));
  }

  /** The recorded messages as SQS answered them, what the recorder had parsed as text again. */
  private static ObjectNode messages(String test) {
    JsonNode recorded =
        new TestResource("recordings/s3-notifications.json")
            .json()
            .path("tests")
            .path(test)
            .at("/recorded-content/receive_messages/messages");
    ObjectNode answer = recorded.get(0).deepCopy();
    answer.removeAll();
    ArrayNode messages = answer.putArray("Messages");
    for (JsonNode message : recorded) {
      ObjectNode copy = message.deepCopy();
      if (copy.has("Body")) {
        messages.add(copy.put("Body", dated(copy.get("Body"))));
      } else {
        copy.put("Message", dated(copy.get("Message")));
        messages.addObject().put("MessageId", "1").put("Body", copy.toString());
      }
    }
    return answer;
  }

  private static String dated(JsonNode notification) {
    return notification
        .toString()
        .replace("\"eventTime\":\"date\"", "\"eventTime\":\"2025-01-21T23:21:10.123Z\"");
  }

  @Test
  void readsEveryMessage_whenAnEnvelopeHasSeveral() {
    List<String> bodies = CapturedNotificationsTest.bodies();
    ObjectNode batch = (ObjectNode) TestResource.json("{\"Messages\":[]}");
    bodies.forEach(body -> batch.withArray("Messages").addObject().put("Body", body));

    assertThat(reader.read(batch.toString()))
        .isEqualTo(bodies.stream().flatMap(body -> reader.read(body).stream()).toList())
        .hasSize(bodies.size() - 2);
  }

  @Test
  void readsNothing_fromATestEventInAnyEnvelope() {
    String test =
        "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Time\":\"2014-10-13T15:57:02.089Z\",\"Bucket\":\"b\"}";

    assertThat(Enveloped.values())
        .allSatisfy(enveloped -> assertThat(reader.read(enveloped.around(test))).isEmpty());
  }

  @Test
  void readsNoneOfThem_whenOneMessageIsNoNotification() {
    String good = TestResource.json(CapturedNotificationsTest.bodies().get(0)).toString();
    ObjectNode batch = (ObjectNode) TestResource.json("{\"Messages\":[]}");
    batch.withArray("Messages").addObject().put("Body", good);
    batch.withArray("Messages").addObject().put("Body", good.replace("minio:s3", "ceph:s3"));

    assertThat(refusal(batch.toString()).message())
        .contains("but an SQS message (number 2) around a record of the event source 'ceph:s3'");
  }

  @Test
  void refusesEnvelopes_whenTheyAreNestedDeeperThanAwsNestsThem() {
    String message = CapturedNotificationsTest.bodies().get(0);
    List<BucketNotification> bare = reader.read(message);
    for (int depth = 0; depth < 4; depth++) {
      message = Enveloped.TOPIC_MESSAGE.around(message);
    }
    assertThat(reader.read(message)).isEqualTo(bare);

    assertThat(refusal(Enveloped.QUEUE_EVENT.around(message)).message())
        .contains("an SNS envelope, the 5th envelope around one another");
  }

  @Test
  void takesTheBucketFromItsName_whenEnvelopesNameOtherArnsAndAccounts() {
    String told = Enveloped.TOPIC_IN_QUEUE.around(CapturedNotificationsTest.bodies().get(0));

    ObjectEvent event = ((AwsEvent) reader.read(told).get(0)).event();

    assertThat(event.toString()).doesNotContain("arn:", "123456789012");
    assertThat(event.bucketName()).isEqualTo("examplebucket");
  }

  private SimulatorException refusal(String message) {
    return catchThrowableOfType(SimulatorException.class, () -> reader.read(message));
  }
}
