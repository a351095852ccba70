package io.pushsim.eventsource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.KeyEncoding;
import io.pushsim.bucket.NotificationConfiguration;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.S3Event;
import io.pushsim.eventsource.BucketNotification.AwsEvent;
import io.pushsim.eventsource.BucketNotification.NotAnAwsEvent;
import io.pushsim.testing.TestResource;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every notification captured from a real server, as a handler gets it. */
class CapturedNotificationsTest {
  private static final String VERSITYGW = "versitygw-events/events.ndjson";

  @TestFactory
  Stream<DynamicTest> readsWhatServersSent() {
    return examples()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.path("file").asText() + " " + example.path("line").asText(""),
                    () -> check(example)));
  }

  /** Every captured notification in every envelope. */
  @TestFactory
  Stream<DynamicTest> readsTheSame_whenAServiceOfAwsHasWrappedIt() {
    return Stream.of(Enveloped.values())
        .map(
            enveloped ->
                DynamicTest.dynamicTest(
                    enveloped.name(),
                    () -> {
                      List<String> bodies = bodies();
                      assertThat(bodies).hasSize(31);
                      assertThat(bodies)
                          .allSatisfy(
                              body ->
                                  assertThat(new NotificationReader().read(enveloped.around(body)))
                                      .isEqualTo(new NotificationReader().read(body)));
                    }));
  }

  private static Stream<JsonNode> examples() {
    return new TestResource("eventsource/captured.yaml").cases().stream();
  }

  /** What servers sent, their test events and signs of life too. */
  static List<String> bodies() {
    return Stream.concat(
            examples().map(CapturedNotificationsTest::body),
            Stream.of("minio-events/listen-stream.ndjson", VERSITYGW)
                .map(path -> new TestResource(path).text().lines().toList().get(0)))
        .toList();
  }

  private static void check(JsonNode example) {
    List<BucketNotification> notifications = new NotificationReader().read(body(example));

    assertThat(notifications).hasSize(1);
    if (example.has("notSent")) {
      assertThat(notifications.get(0))
          .isEqualTo(
              new NotAnAwsEvent(
                  example.path("bucket").asText(),
                  example.path("key").asText(),
                  example.path("name").asText(),
                  example.path("notSent").asText()));
      return;
    }
    ObjectEvent event = ((AwsEvent) notifications.get(0)).event();
    assertThat(event.object().key()).isEqualTo(example.path("key").asText());
    Bucket bucket =
        new Bucket(
            event.bucketName(),
            "111111111111",
            "us-west-2",
            Instant.EPOCH,
            NotificationConfiguration.EMPTY);
    String written = new S3EventWriter().write(S3Event.of(event, bucket, "the Id"));
    assertThat(TestResource.json(written)).isEqualTo(expected(example, bucket));
  }

  private static String body(JsonNode example) {
    String file = example.path("file").asText();
    String path = file.equals("versitygw") ? VERSITYGW : "minio-events/" + file;
    String text = new TestResource(path).text();
    return example.has("line") ? text.lines().toList().get(example.path("line").asInt() - 1) : text;
  }

  private static JsonNode expected(JsonNode example, Bucket bucket) {
    String event = example.path("event").asText();
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    boolean newer = event.startsWith("ObjectTagging") || event.startsWith("Lifecycle");
    record.put("eventVersion", newer ? "2.3" : "2.1").put("eventSource", "aws:s3");
    record.put("awsRegion", "us-west-2").put("eventTime", example.path("time").asText());
    record.put("eventName", event);
    record.putObject("userIdentity").put("principalId", example.path("principal").asText());
    record.putObject("requestParameters").put("sourceIPAddress", example.path("sourceIp").asText());
    boolean minio = !example.path("file").asText().equals("versitygw");
    record
        .putObject("responseElements")
        .put("x-amz-request-id", example.path("requestId").asText(""))
        .put("x-amz-id-2", minio && example.has("requestId") ? MINIO_HOST_ID : "");
    ObjectNode s3 = record.putObject("s3");
    s3.put("s3SchemaVersion", "1.0").put("configurationId", "the Id");
    ObjectNode bucketNode = s3.putObject("bucket").put("name", example.path("bucket").asText());
    bucketNode.putObject("ownerIdentity").put("principalId", bucket.ownerPrincipalId());
    bucketNode.put("arn", "arn:aws:s3:::" + example.path("bucket").asText());
    ObjectNode object = s3.putObject("object");
    object.put("key", KeyEncoding.encode(example.path("key").asText()));
    Stream.of("size", "eTag", "versionId", "sequencer")
        .filter(example::has)
        .forEach(field -> object.set(field, example.get(field)));
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    message.putArray("Records").add(record);
    return message;
  }

  private static final String MINIO_HOST_ID =
      "dd9025bab4ad464b049177c95eb6ebf374d3b3fd1af9251148b658df7ac2e3e8";

  @Test
  void readsNothing_fromSignsOfLifeAndTestEvents() {
    NotificationReader reader = new NotificationReader();
    List<String> stream =
        new TestResource("minio-events/listen-stream.ndjson").text().lines().toList();

    assertThat(reader.read(stream.get(0))).isEmpty();
    assertThat(reader.read(new TestResource(VERSITYGW).text().lines().toList().get(0))).isEmpty();
    assertThat(
            reader.read(
                """
                {"Service":"Amazon S3","Event":"s3:TestEvent","Time":"2014-10-13T15:57:02.089Z",
                 "Bucket":"b","RequestId":"5582815E1AEA5ADF","HostId":"8cLeGAmw098X5cv4Zkwcmo8vvZa3eH3eKxsPzbB9wrR+YstdA6Knx4Ip8EXAMPLE"}
                """))
        .isEmpty();
  }

  @Test
  void namesTheBucketsTrueArn_whenTheNotificationHasAWrongOne() {
    String sent = new TestResource(VERSITYGW).text().lines().toList().get(1);
    assertThat(sent).contains("\"arn\":\"arn:aws:s3:::/examplebucket/in/");
    ObjectEvent event = ((AwsEvent) new NotificationReader().read(sent).get(0)).event();
    Bucket bucket =
        new Bucket(
            "examplebucket",
            "222222222222",
            "eu-west-1",
            Instant.EPOCH,
            NotificationConfiguration.EMPTY);

    S3Event record = S3Event.of(event, bucket, "x");

    assertThat(record.bucketArn()).hasToString("arn:aws:s3:::examplebucket");
    assertThat(record.ownerPrincipalId()).isEqualTo(bucket.ownerPrincipalId());
    assertThat(record.awsRegion()).isEqualTo("eu-west-1");
  }
}
