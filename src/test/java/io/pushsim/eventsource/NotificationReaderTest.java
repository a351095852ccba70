package io.pushsim.eventsource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pushsim.bucket.EventType;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.BucketNotification.AwsEvent;
import io.pushsim.eventsource.BucketNotification.NotAnAwsEvent;
import io.pushsim.eventsource.BucketNotification.Undeliverable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationReaderTest {
  private final NotificationReader reader = new NotificationReader();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                             | an empty body
          `  `                                           | an empty body
          hello                                          | no JSON
          {"Records":[]} {}                              | no JSON
          {"Records":[                                   | no JSON
          [1]                                            | a JSON list
          "text"                                         | JSON that is one value
          null                                           | JSON that is one value
          {}                                             | a JSON object with no members
          {"key1":"value1","key2":2}                     | a JSON object with the members key1, key2
          {"Records":{}}                                 | JSON whose Records is no list
          {"Records":["a"]}                              | a record that is no JSON object
          {"Records":[{"a":1}]}                          | a record without an eventSource, with the members a
          {"Records":[{"eventSource":"aws:dynamodb"}]}   | a record of the event source 'aws:dynamodb'
          {"Records":[{"EventSource":"aws:sns"}]}        | an SNS record without a text in its Sns.Message
          {"getObjectContext":{},"xAmzRequestId":"1"}    | a GetObject transform request (S3 Object Lambda)
          {"Type":"Notification","TopicArn":"arn:t"}     | an SNS envelope without a text in its Message
          {"version":"0","detail-type":"Object Created"} | an EventBridge event 'Object Created' of the source '', which is not aws.s3
          {"MessageId":"1","ReceiptHandle":"2"}          | an SQS message without a text in its Body
          {"requestContext":{}}                          | an HTTP request's event (API Gateway or a function URL)
          {"eventSource":"aws:s3","s3":{}}               | one event record without the Records around it
          """)
  void saysWhatCame_whenItIsNoNotification(String body, String whatCame) {
    SimulatorException refusal =
        catchThrowableOfType(SimulatorException.class, () -> reader.read(body));

    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_REQUEST_CONTENT);
    assertThat(refusal.message())
        .startsWith("This is no S3 notification but " + whatCame)
        .endsWith("in an SQS or SNS envelope, or an EventBridge event of S3.")
        .doesNotContain("\n");
  }

  @Test
  void staysShort_whenTheBodyIsHugeOrBinary() {
    SimulatorException refusal =
        catchThrowableOfType(
            SimulatorException.class, () -> reader.read("\u0000\u0007binary".repeat(100_000)));

    assertThat(refusal.message()).hasSizeLessThan(500).doesNotContain("\u0000", "\u0007");
  }

  @Test
  void refusesANotification_whenItIsNestedWithoutEnd() {
    SimulatorException refusal =
        catchThrowableOfType(
            SimulatorException.class, () -> reader.read("{\"Records\":" + "[".repeat(100_000)));

    assertThat(refusal.message()).startsWith("This is no S3 notification but no JSON");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "eventName":"ObjectCreated:Put" | "x":1                      | record 1 of the notification has no eventName
          "name":"b"                      | "x":1                      | record 1 of the notification has no s3.bucket.name
          "name":"b"                      | "name":7                   | record 1 of the notification has s3.bucket.name '7': write it as text
          "key":"a"                       | "key":""                   | record 1 of the notification has no s3.object.key
          "key":"a"                       | "key":"100%"               | record 1 of the notification has s3.object.key '100%': write the key URL-encoded, a percent sign as %25
          "key":"a"                       | "key":"\\ud800"            | record 1 of the notification has s3.object.key '�': a key is Unicode text, without half surrogate pairs
          "size":1                        | "size":"1"                 | record 1 of the notification has s3.object.size '"1"': write a whole number of bytes
          "size":1                        | "size":-1                  | record 1 of the notification has s3.object.size '-1': write a whole number of bytes
          "size":1                        | "size":1e99                | record 1 of the notification has s3.object.size '1.0E99': write a whole number of bytes
          2026-11-23T01:56:19.355Z        | yesterday                  | record 1 of the notification has eventTime 'yesterday': write a time such as 2026-11-23T01:56:19.355Z
          """)
  void namesTheField_whenOneIsMissingOrUnreadable(String right, String wrong, String message) {
    assertThat(aws()).contains(right);

    SimulatorException refusal =
        catchThrowableOfType(
            SimulatorException.class, () -> reader.read(aws().replace(right, wrong)));

    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_REQUEST_CONTENT);
    assertThat(refusal.message()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "eventName":"ObjectCreated:Put" | "x":1                      | record 1 of the notification has no eventName
          "eventVersion":"2.1"            | "eventVersion":2.1         | record 1 of the notification has eventVersion '2.1': write it as text
          "name":"fruit"                  | "x":1                      | record 1 of the notification has no s3.bucket.name
          "name":"fruit"                  | "name":"Fruit"             | S3 has no bucket of such a name: its naming rules forbid it
          "name":"fruit"                  | "name":"xn--fruit"         | S3 has no bucket of such a name: its naming rules forbid it
          "key":"a"                       | "x":"a"                    | record 1 of the notification has no s3.object.key
          "key":"a"                       | "key":"100%"               | record 1 of the notification has s3.object.key '100%': write the key URL-encoded, a percent sign as %25
          "size":1                        | "size":-1                  | record 1 of the notification has s3.object.size '-1': write a whole number of bytes
          2026-11-23T01:56:19.355Z        | yesterday                  | record 1 of the notification has eventTime 'yesterday': write a time such as 2026-11-23T01:56:19.355Z
          """)
  void setsARecordAside_whenItCanNeverBeDelivered(String right, String wrong, String reason) {
    String good = fruit();
    assertThat(good).contains(right);

    List<BucketNotification> read = reader.readEach(messageOf(good.replace(right, wrong), good));

    assertThat(read).hasSize(2);
    assertThat(read.get(0))
        .isInstanceOfSatisfying(
            Undeliverable.class, bad -> assertThat(bad.reason()).isEqualTo(reason));
    assertThat(read.get(1)).isEqualTo(reader.readEach(messageOf(good)).get(0));
  }

  @ParameterizedTest
  @CsvSource({"1024, 0", "1025, 1"})
  void setsARecordAside_whenItsKeyIsLongerThanS3s(int length, int undeliverable) {
    String key = "%C3%A9".repeat(length / 2) + "x".repeat(length % 2);

    List<BucketNotification> read =
        reader.readEach(messageOf(fruit().replace("\"key\":\"a\"", "\"key\":\"" + key + "\"")));

    assertThat(read).hasSize(1);
    List<Undeliverable> bad =
        read.stream()
            .filter(Undeliverable.class::isInstance)
            .map(Undeliverable.class::cast)
            .toList();
    assertThat(bad).hasSize(undeliverable);
    assertThat(bad)
        .allSatisfy(
            record -> {
              assertThat(record.reason())
                  .isEqualTo("the key has 1025 bytes in UTF-8; a key of S3 has 1024 at the most");
              assertThat(record.key()).startsWith("éé").endsWith("…").hasSizeLessThan(100);
            });
  }

  @Test
  void tellsWhatItCouldRead_ofARecordThatItSetsAside() {
    String record = fruit().replace("\"size\":1", "\"size\":-1").replace("\"a\"", "\"a+b\"");

    assertThat(reader.readEach(messageOf(record)))
        .containsExactly(
            new Undeliverable(
                "fruit",
                "a+b",
                "ObjectCreated:Put",
                "record 1 of the notification has s3.object.size '-1': write a whole number of bytes"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"EventSource":"aws:sns"} | beside S3's records there is a record of the event source 'aws:sns'
          {"eventSource":5}         | beside S3's records there is a record of the event source '5'
          7                         | beside S3's records there is a record that is no JSON object
          """)
  void setsARecordAside_whenItIsNoneOfS3sBesideOneThatIs(String foreign, String reason) {
    List<BucketNotification> read = reader.readEach(messageOf(foreign, fruit()));

    assertThat(read.get(0)).isEqualTo(new Undeliverable("", "", "", reason));
    assertThat(read.get(1)).isInstanceOf(AwsEvent.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"Records\":[1]}", "{\"Records\":[{\"EventSource\":\"aws:sns\"}]}", "{}", "x"})
  void refusesAMessage_whenNoRecordOfItIsS3s(String body) {
    SimulatorException each =
        catchThrowableOfType(SimulatorException.class, () -> reader.readEach(body));
    SimulatorException all =
        catchThrowableOfType(SimulatorException.class, () -> reader.read(body));

    assertThat(each.code()).isEqualTo(ErrorCode.INVALID_REQUEST_CONTENT);
    assertThat(each.message()).isEqualTo(all.message()).startsWith("This is no S3 notification");
  }

  @Test
  void ignoresAnEvent_evenWhereItsBucketCannotBe() {
    String accessed = messageOf(fruit().replace("fruit", "F"));

    assertThat(
            reader.readEach(
                accessed
                    .replace("aws:s3", "minio:s3")
                    .replace("ObjectCreated:Put", "s3:ObjectAccessed:Get")))
        .first()
        .isInstanceOf(NotAnAwsEvent.class);
  }

  private static String messageOf(String... records) {
    return "{\"Records\":[" + String.join(",", records) + "]}";
  }

  private static String fruit() {
    return aws()
        .replace("{\"Records\":[", "")
        .replace("]}", "")
        .replace("\"name\":\"b\"", "\"name\":\"fruit\"");
  }

  @Test
  void readsEveryRecord_whenAMessageHasSeveral() {
    String record = aws().replace("{\"Records\":[", "").replace("]}", "");
    String minio = record.replace("aws:s3", "minio:s3").replace("\"key\":\"a\"", "\"key\":\"a+b\"");

    assertThat(reader.read("{\"Records\":[" + record + "," + minio + "]}"))
        .extracting(notification -> ((AwsEvent) notification).event().object().key())
        .containsExactly("a", "a+b");
  }

  @Test
  void readsARecordOfALaterVersion_whenAwsHasAddedMembers() {
    String later =
        aws()
            .replace("\"2.1\"", "\"2.6\"")
            .replace("\"name\":\"b\"", "\"awsGeneratedTags\":{\"k\":\"v\"},\"name\":\"b\"");

    assertThat(reader.read(later)).isEqualTo(reader.read(aws()));
  }

  @Test
  void tellsAwsFromVersitygw_whenBothSayThatTheyAreAws() {
    String crossRegion =
        aws().replace("\"2.1\"", "\"2.2\"").replace("\"key\":\"a\"", "\"key\":\"a+b\"");
    String versitygw = crossRegion.replace("the Id", "webhook-global");

    assertThat(((AwsEvent) reader.read(crossRegion).get(0)).event().object().key())
        .isEqualTo("a b");
    assertThat(((AwsEvent) reader.read(versitygw).get(0)).event().object().key()).isEqualTo("a+b");
  }

  @ParameterizedTest
  @CsvSource({
    "s3:ObjectCreated:PutTagging, OBJECT_TAGGING_PUT",
    "s3:ObjectCreated:DeleteTagging, OBJECT_TAGGING_DELETE",
    "s3:ObjectTransition:Complete, LIFECYCLE_TRANSITION",
    "s3:LifecycleDelMarkerExpiration:Delete, LIFECYCLE_EXPIRATION_DELETE",
    "s3:ObjectRestore:Post, OBJECT_RESTORE_POST",
    "s3:ObjectRestore:Completed, OBJECT_RESTORE_COMPLETED",
    "s3:Replication:OperationFailedReplication, REPLICATION_OPERATION_FAILED",
    "s3:Replication:OperationNotTracked, REPLICATION_OPERATION_NOT_TRACKED"
  })
  void namesTheEventAsAwsDoes_whenMinioHasAnotherName(String minioName, EventType type) {
    assertThat(((AwsEvent) reader.read(minio(minioName)).get(0)).event().type()).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "s3:ObjectAccessed:Get, is read",
    "s3:ObjectAccessed:Attributes, is read",
    "s3:ObjectRemoved:NoOP, nothing was removed",
    "s3:ObjectRemoved:DeleteAllVersions, no request that deletes all versions",
    "s3:ObjectCreated:PutRetention, retention changes",
    "s3:ObjectCreated:PutLegalHold, legal hold changes",
    "s3:Replication:OperationCompletedReplication, went well",
    "s3:ObjectTransition:Failed, that failed",
    "s3:Scanner:ManyVersions, no scanner",
    "s3:BucketCreated:*, when a bucket is created",
    "s3:ObjectFuture:Event, no event of this name"
  })
  void saysWhyNothingIsSent_whenAwsHasNoSuchEvent(String minioName, String reason) {
    assertThat(reader.read(minio(minioName)).get(0))
        .isInstanceOfSatisfying(
            NotAnAwsEvent.class,
            notification -> {
              assertThat(notification.eventName()).isEqualTo(minioName);
              assertThat(notification.reason()).contains(reason);
            });
  }

  @Test
  void readsABucketsEvent_whenItHasNoKey() {
    String event = minio("s3:BucketRemoved:*").replace("\"key\":\"a\",", "");

    assertThat(reader.read(event).get(0))
        .isEqualTo(
            new NotAnAwsEvent(
                "b",
                "",
                "s3:BucketRemoved:*",
                "AWS S3 sends no notification when a bucket is removed"));
  }

  private static String minio(String eventName) {
    return aws().replace("aws:s3", "minio:s3").replace("ObjectCreated:Put", eventName);
  }

  private static String aws() {
    return """
    {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"us-west-2",\
    "eventTime":"2026-11-23T01:56:19.355Z","eventName":"ObjectCreated:Put",\
    "s3":{"configurationId":"the Id","bucket":{"name":"b"},"object":{"key":"a","size":1}}}]}""";
  }
}
