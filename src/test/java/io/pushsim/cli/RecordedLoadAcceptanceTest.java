package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.admin.SmallWorld;
import io.pushsim.testing.LiveServer;
import io.pushsim.testing.TestResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person meets who sends recorded notifications: {@code pushsim load --events}. */
class RecordedLoadAcceptanceTest extends LoadScenario {
  private static final String PUT = "ObjectCreated:Put";

  /** Its error's name says what it was told of: the report counts errors by their names. */
  private static final String TELLTALE =
      """
      exports.handler = async ({ Records: [{ eventName, s3 }] }) => {
        const told = new Error();
        told.name = [eventName, s3.bucket.name, s3.object.key, s3.object.size].join(' ');
        throw told;
      };
      """;

  /** A notification as AWS posts it, so many milliseconds after 12 o'clock. */
  private static String told(int millis, String event, String bucket, String key) {
    return """
        {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"us-west-2",\
        "eventTime":"2026-01-02T12:00:%02d.%03dZ","eventName":"%s",\
        "userIdentity":{"principalId":"AWS:A"},"requestParameters":{"sourceIPAddress":"10.0.0.1"},\
        "responseElements":{"x-amz-request-id":"R","x-amz-id-2":"I"},\
        "s3":{"s3SchemaVersion":"1.0","configurationId":"c",\
        "bucket":{"name":"%s","ownerIdentity":{"principalId":"A"},"arn":"arn:aws:s3:::%s"},\
        "object":{"key":"%s","size":%d,"eTag":"e","sequencer":"0A"}}}]}"""
        .formatted(millis / 1000, millis % 1000, event, bucket, bucket, key, millis);
  }

  private static String put(int millis, String key) {
    return told(millis, PUT, "examplebucket", key);
  }

  private void telltale() throws IOException {
    code("code", TELLTALE);
    code("other", TELLTALE);
    change(
        "  - PutObject:",
        "  - PutFunctionEventInvokeConfig: { FunctionName: hello, Qualifier: PROD, MaximumRetryAttempts: 0 }\n"
            + "  - PutObject:");
  }

  private String file(String... lines) throws IOException {
    return Files.writeString(folder.resolve("events.ndjson"), String.join("\n", lines) + "\n")
        .toString();
  }

  @Test
  void sendsEachRecordedEventOnce_asItWasRecorded() throws IOException {
    telltale();
    String events =
        file(
            put(1500, "in/late"),
            told(0, PUT, "examplebucket", "in/a+b%25.txt"),
            told(500, "ObjectCreated:Copy", "examplebucket", "in/copy"),
            put(1500, "in/late"));

    JsonNode report = json("--events", events, "--drain", "60s");

    assertThat(report.at("/counts/sent").intValue()).isEqualTo(4);
    JsonNode kinds = report.at("/counts/errorsByKind");
    assertThat(kinds.path("ObjectCreated:Put examplebucket in/late 1500").intValue()).isEqualTo(2);
    assertThat(kinds.path("ObjectCreated:Put examplebucket in/a+b%25.txt 0").intValue()).isOne();
    assertThat(kinds.path("ObjectCreated:Copy examplebucket in/copy 500").intValue()).isOne();
    assertThat(kinds).hasSize(3);
  }

  @Test
  void saysWhatWasAskedFor() throws IOException {
    String events =
        file(
            put(0, "in/a"),
            put(1500, "in/b"),
            told(900, "s3:ObjectAccessed:Get", "examplebucket", "in/a")
                .replace("aws:s3", "minio:s3"));

    JsonNode report = json("--events", events);

    JsonNode setting = report.path("setting");
    assertThat(setting.at("/recording/file").textValue()).isEqualTo(events);
    assertThat(setting.at("/recording/events").intValue()).isEqualTo(2);
    assertThat(setting.at("/recording/leftOut").intValue()).isOne();
    assertThat(setting.at("/recording/span").textValue()).isEqualTo("PT1.5S");
    assertThat(setting.at("/recording/speed").doubleValue()).isEqualTo(1);
    assertThat(setting.path("duration").textValue()).isEqualTo("PT1.5S");
    assertThat(setting.has("rate")).isFalse();
    assertThat(setting.has("arrivals")).isFalse();
    assertThat(setting.at("/events/0").textValue())
        .isEqualTo("2 × ObjectCreated:Put examplebucket, such as in/a");
    assertThat(report.at("/rates/asked").doubleValue()).isEqualTo(1.333);
  }

  @Test
  void sendsFaster_whenAskedTo() throws IOException {
    String events = file(put(0, "in/a"), put(30_000, "in/b"));

    JsonNode report = json("--events", events, "--speed", "20", "--warmup", "1s");

    assertThat(report.at("/setting/recording/span").textValue()).isEqualTo("PT30S");
    assertThat(report.at("/setting/recording/speed").doubleValue()).isEqualTo(20);
    assertThat(report.at("/setting/duration").textValue()).isEqualTo("PT1.5S");
    assertThat(report.at("/counts/sent").intValue()).isEqualTo(2);
    assertThat(report.at("/latencies/sent/count").intValue()).isEqualTo(2);
  }

  @Test
  void tellsAPersonOfTheRecording() throws IOException {
    String events =
        file(
            put(0, "in/a"),
            put(2000, "in/b"),
            told(0, "s3:ObjectAccessed:Head", "examplebucket", "k").replace("aws:s3", "minio:s3"));

    Cli run =
        load("--events", events, "--speed", "2", "--drain", "60s", "--threshold", "unfinished==0");

    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("2 events of ", "recorded over 2 s, 2 times as fast: 2.0/s on average for 1 s")
        .contains("left out 1 operation behind the first event step")
        .contains("left out 1 recorded event that AWS's S3 does not send")
        .contains("pushes 2 sent, 2 ended, 0 unfinished");
  }

  @Test
  void needsNoEventStep() throws IOException {
    change("  - PutObject: { Bucket: examplebucket, Key: in/a.txt, Body: hello }\n", "");

    JsonNode report = json("--events", file(put(0, "in/a")), "--drain", "60s");

    assertThat(report.at("/counts/sent").intValue()).isOne();
    assertThat(report.at("/setting/leftOut").intValue()).isZero();
    assertThat(report.at("/setting/duration").textValue()).isEqualTo("PT1S");
    assertThat(report.at("/splits/0/runs").intValue()).isOne();
    assertThat(report.at("/splits/0/versions")).hasSize(1);
  }

  @Test
  void sendsNoneOfTheEventSteps_andMindsNoFaultsOfTheirs() throws IOException {
    telltale();
    change("Body: hello }\n", "Body: hello }\n    duplicate: true\n");

    JsonNode report = json("--events", file(put(7, "in/recorded")), "--drain", "60s");

    assertThat(report.at("/counts/errorsByKind").fieldNames())
        .toIterable()
        .containsExactly("ObjectCreated:Put examplebucket in/recorded 7");
  }

  @Test
  void countsWhatNoConfigurationMatches() throws IOException {
    JsonNode report = json("--events", file(put(0, "in/a"), put(10, "out/b")));

    assertThat(report.at("/counts/errorsByKind/no configuration matches").intValue()).isOne();
    assertThat(report.at("/setting/events/1").textValue())
        .isEqualTo("1 × ObjectCreated:Put examplebucket/out/b");
  }

  @Test
  void routesThemAlone() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      lines.add(put(i, "in/" + i));
    }

    JsonNode report =
        json("--events", file(lines.toArray(String[]::new)), "--speed", "10", "--handler", "none");

    assertThat(report.at("/counts/ended").intValue()).isEqualTo(3000);
    assertThat(report.at("/counts/errors").intValue()).isZero();
    assertThat(report.at("/setting/recording/meanRate").doubleValue()).isEqualTo(3000);
    assertThat(report.at("/splits/0/verdict").textValue()).isEqualTo("agrees");
  }

  @ParameterizedTest
  @ValueSource(strings = {"webhook", "invoke"})
  void postsThemAtARunningPushsim(String by) throws IOException {
    change("in/a.txt", "a.txt");
    change("Value: in/", "Value: \"\"");
    LiveServer server = new LiveServer();
    try {
      new SmallWorld(server).build("1");
      String events = file(put(0, "a.txt"), put(100, "b+c.txt"));

      JsonNode report =
          json(
              "--events",
              events,
              "--target",
              server.endpoint().toString(),
              "--by",
              by,
              "--drain",
              "60s");

      assertThat(report.at("/counts/ended").intValue()).isEqualTo(2);
      assertThat(report.at("/counts/errors").intValue()).isZero();
      assertThat(report.at("/latencies/end/count").intValue()).isEqualTo(2);
      assertThat(report.at("/splits/0/runs").intValue()).isEqualTo(2);
    } finally {
      server.close();
    }
  }

  @Test
  void putsRecordedObjects() throws IOException {
    telltale();
    String events = file(put(10, "in/a+b%25.txt"), put(700, "in/other"));

    JsonNode report = json("--events", events, "--target", "s3", "--drain", "60s");

    JsonNode kinds = report.at("/counts/errorsByKind");
    assertThat(report.at("/counts/sent").intValue()).isEqualTo(2);
    assertThat(report.at("/latencies/accepted/count").intValue()).isEqualTo(2);
    assertThat(kinds.path("ObjectCreated:Put examplebucket in/a+b%25.txt 10").intValue())
        .as(report.toString())
        .isOne();
    assertThat(kinds.path("ObjectCreated:Put examplebucket in/other 700").intValue()).isOne();
  }

  @Test
  void refusesRecordedEvents_thatDoNotHappenByOneRequest() throws IOException {
    String events = file(put(0, "in/a"), told(5, "ObjectCreated:Copy", "examplebucket", "in/copy"));

    Cli run = load("--events", events, "--target", "s3");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            events
                + ": ObjectCreated:Copy does not happen by one request that --target s3 could make: it puts, copies and deletes objects. Leave its events out of the file, or load another --target\n");
  }

  @Test
  void comparesWithALoadAtAPlannedRate() throws IOException {
    Path former = folder.resolve("former");
    load("--rate", "40", "--duration", "1s", "--report", former.toString());
    String events = file(put(0, "in/a"));

    Cli run = load("--events", events, "--compare", former.resolve("report.json").toString());

    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("not the same: rate 40, now -")
        .contains("not the same: recording events -, now 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --rate | 5 | leave out --rate, or --events
          --duration | 5s | leave out --duration, or --events
          --arrivals | even | leave out --arrivals, or --events
          --key-template | x/{n} | leave out --key-template, or --events
          --payload | 1KiB | leave out --payload, or --events
          --speed | 0 | --speed is 0; write how many times as fast, from 0.001 to 1,000,000
          --speed | fast | 'fast'
          --at | 2s UpdateAlias{} | --at is 2s, but the load ends after PT1S
          """)
  void refusesWhatContradictsARecording(String option, String value, String message)
      throws IOException {
    String events = file(put(0, "in/a"));
    List<String> options = new ArrayList<>(List.of("--events", events, option));
    options.addAll(List.of(value.split(" ")));

    Cli run = load(options.toArray(String[]::new));

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    assertThat(run.err()).startsWith("pushsim load: ").contains(message);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void namesAllThatContradictsARecording() throws IOException {
    Cli run = load("--events", file(put(0, "a")), "--payload", "5", "--rate", "5");

    assertThat(run.err()).contains("leave out --rate and --payload, or --events");
  }

  @Test
  void refusesASpeedOfNothing() {
    assertThat(load("--speed", "2").err()).contains("--speed is for --events");
  }

  @Test
  void refusesALineThatIsNoNotification_andNamesIt() throws IOException {
    String events = file(put(0, "in/a"), "{\"status\": \"success\", \"events\": {}}");

    Cli run = load("--events", events);

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    assertThat(run.err())
        .startsWith("pushsim load: --events: " + events + ":2: This is no S3 notification but ")
        .contains("the members status, events");
  }

  @Test
  void refusesARecordingOfMoreThanAWeek() throws IOException {
    String events = file(put(0, "in/a"), put(0, "in/b").replace("2026-01-02T", "2026-01-20T"));

    Cli run = load("--events", events);

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    assertThat(run.err())
        .contains("spans 18d, which at a --speed of 1 is more than a week: ask for a higher");
  }

  @Test
  void refusesEventsOfBucketsThatTheScenarioDoesNotHave() throws IOException {
    String events =
        file(
            put(0, "in/a"),
            told(0, PUT, "photos", "a"),
            told(5, PUT, "photos", "b"),
            told(9, PUT, "archive", "c"));

    Cli run = load("--events", events);

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    assertThat(run.err())
        .contains(
            events + ": 2 events are of the bucket 'photos', which the scenario does not have")
        .contains("add it there (buckets: { photos: {} })")
        .contains(events + ": 1 event is of the bucket 'archive'");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void takesACapturedNotificationOfARealServer() throws IOException {
    change("Value: in/", "Value: \"\"");
    Path captured = folder.resolve("put.json");
    Files.writeString(captured, new TestResource("minio-events/01-put.json").text());

    JsonNode report = json("--events", captured.toString(), "--drain", "60s");

    assertThat(report.at("/counts/ended").intValue()).isOne();
    assertThat(report.at("/counts/errors").intValue()).isZero();
    assertThat(report.at("/setting/events/0").textValue())
        .isEqualTo("1 × ObjectCreated:Put examplebucket/HappyFace.jpg");
  }
}
