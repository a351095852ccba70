package io.pushsim.load.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.bucket.EventType;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.load.Recording;
import io.pushsim.testing.TestResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingReaderTest {
  private static final String PUT = captured("01-put");
  private static final String ODD_KEY = captured("03-put-odd-key");
  private static final String GET = captured("17-get-range");

  @TempDir private Path folder;

  private static String captured(String name) {
    return new TestResource("minio-events/" + name + ".json").text().strip();
  }

  private Recording read(String text) throws IOException, RecordingException {
    return RecordingReader.read(Files.writeString(folder.resolve("events.ndjson"), text));
  }

  private void assertRefused(String text, String... messages) {
    assertThatExceptionOfType(RecordingException.class)
        .isThrownBy(() -> read(text))
        .extracting(RecordingException::getMessage)
        .asString()
        .startsWith(folder.resolve("events.ndjson").toString())
        .contains(messages);
  }

  private static List<String> keys(Recording recording) {
    return recording.events().stream().map(event -> event.object().key()).toList();
  }

  @Test
  void readsOneNotificationALine_theEarliestFirst() throws Exception {
    Recording recording = read(ODD_KEY + "\n\r\n" + PUT + "\r\n");

    assertThat(keys(recording)).containsExactly("HappyFace.jpg", "in/a b+c%20é日本&<>'\"~*.txt");
    ObjectEvent first = recording.events().get(0);
    assertThat(first.type()).isEqualTo(EventType.OBJECT_CREATED_PUT);
    assertThat(first.bucketName()).isEqualTo("examplebucket");
    assertThat(first.object().size()).hasValue(1024L);
    assertThat(first.object().eTag()).hasValue("7265f4d211b56873a381d321f586e4a9");
    assertThat(recording.span()).isEqualTo(Duration.parse("PT2.013S"));
    assertThat(recording.leftOut()).isZero();
  }

  @Test
  void keepsTheOrderOfTheFile_whereTimesAreTheSame() throws Exception {
    assertThat(
            keys(
                read(
                    PUT.replace("\"HappyFace.jpg\"", "\"b\"")
                        + PUT.replace("\"HappyFace.jpg\"", "\"a\""))))
        .containsExactly("b", "a");
  }

  @Test
  void readsAList_andWhatStandsOverSeveralLines() throws Exception {
    String pretty = TestResource.json(ODD_KEY).toPrettyString();

    assertThat(read("[\n" + PUT + ",\n" + pretty + "\n]").events()).hasSize(2);
    assertThat(read(pretty + "\n" + pretty + PUT).events()).hasSize(3);
  }

  @Test
  void readsWhatReceiveMessageAnswers() throws Exception {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    for (String body : List.of(PUT, ODD_KEY)) {
      answer
          .withArray("Messages")
          .addObject()
          .put("MessageId", "1")
          .put("ReceiptHandle", "r")
          .put("Body", body);
    }

    assertThat(read(answer.toPrettyString() + "\n" + answer.toPrettyString()).events()).hasSize(4);
  }

  @Test
  void readsWhatVersitygwAndMinioSent() throws Exception {
    String versitygw = new TestResource("versitygw-events/events.ndjson").text();
    String listened = new TestResource("minio-events/listen-stream.ndjson").text();

    assertThat(read(versitygw).events()).isNotEmpty();
    assertThat(keys(read(listened))).contains("in/a b+c%20é日本&<>'\"~*.txt");
  }

  @Test
  void keepsNeitherRequestIdsNorSequencers_whichEachPushHasAnew() throws Exception {
    ObjectEvent event = read(PUT).events().get(0);

    assertThat(event.request().requestId()).isEmpty();
    assertThat(event.request().hostId()).isEmpty();
    assertThat(event.object().sequencer()).isEmpty();
    assertThat(event.request().sourceIpAddress()).isEqualTo("127.0.0.1");
  }

  @Test
  void countsWhatS3WouldNotSend() throws Exception {
    String tooLong =
        PUT.replace("\"key\":\"HappyFace.jpg\"", "\"key\":\"%s\"".formatted("k".repeat(1025)));

    Recording recording = read(GET + PUT + GET + tooLong);

    assertThat(recording.events()).hasSize(1);
    assertThat(recording.leftOut()).isEqualTo(3);
  }

  @Test
  void refusesAFileOfSuchRecordsAlone() {
    assertRefused(GET, "has 1 records, and none of an event that AWS's S3 would send");
  }

  @Test
  void refusesAFileWithoutNotifications() {
    assertRefused("", " has no notification: record at least one");
    assertRefused("[]\n", " has no notification: record at least one");
    assertRefused("{\"Records\":null}\n", " has no notification: record at least one");
  }

  @Test
  void namesTheLineOfWhatIsNoNotification() {
    assertRefused(
        PUT + "\n\n" + PUT.replace("\"size\":1024", "\"size\":\"big\"") + "\n",
        ".ndjson:3: record 1 of the notification has s3.object.size '\"big\"'");
    assertRefused(
        PUT + "\n17\n", ".ndjson:2: This is no S3 notification but JSON that is one value");
    assertRefused("[" + PUT + ",\n[" + PUT + "]]", ".ndjson:2: ", "a JSON list");
  }

  @Test
  void namesTheLineOfWhatIsNoJson() {
    assertRefused(PUT + "\nhello\n", ".ndjson:2: this is no JSON (Unrecognized token 'hello'");
    assertRefused(PUT + "\n" + PUT.substring(0, 200) + "\n" + PUT, ".ndjson:2: this is no JSON (");
    assertRefused("[" + PUT, ".ndjson:1: this is no JSON (Unexpected end-of-input");
    assertRefused(PUT + "]", "this is no JSON (Unexpected close marker ']'");
  }

  @Test
  void refusesWhatIsNoFile() {
    Path none = folder.resolve("none.ndjson");

    assertThatThrownBy(() -> RecordingReader.read(none))
        .isInstanceOf(RecordingException.class)
        .hasMessage(none + " is not there: name a file of recorded notifications");
    assertThatThrownBy(() -> RecordingReader.read(folder))
        .isInstanceOf(RecordingException.class)
        .hasMessage(folder + " is a folder: name a file of recorded notifications");
  }
}
