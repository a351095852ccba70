package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.eventsource.DelayRange;
import io.pushsim.eventsource.PushFaults;
import io.pushsim.eventsource.remote.RemoteS3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code pushsim serve} makes of its options. */
class ServeOptionsTest {
  private static final String VARIABLE = "PUSHSIM_BUCKET_OWNER";
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ""                                                             | ""                                    | ""
          --bucket-owner apples=111111111111                             | ""                                    | apples=111111111111
          --bucket-owner=apples=111111111111 --bucket-owner pears=222222222222 | ""                              | apples=111111111111 pears=222222222222
          --bucket-owner apples=111111111111,pears=222222222222          | ""                                    | apples=111111111111 pears=222222222222
          ""                                                             | apples=111111111111                   | apples=111111111111
          ""                                                             | apples=111111111111, pears=222222222222 | apples=111111111111 pears=222222222222
          --bucket-owner=apples=111111111111                             | pears=222222222222                    | apples=111111111111
          """)
  void namesTheOwnersOfBuckets(String line, String variable, String buckets) {
    assertThat(ServeLine.of(Map.of(VARIABLE, variable), line).settings().buckets())
        .extracting(StandingBucket::toString)
        .isEqualTo(ServeLine.of(buckets).words());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          apples                                    | 'apples' is no bucket with its owner; write BUCKET=ACCOUNT, such as examplebucket=111111111111
          apples=1111                               | '1111' is no owner for the bucket 'apples'; an account id has 12 digits
          apples=                                   | '' is no owner for the bucket 'apples'; an account id has 12 digits
          apples=111111111111=2                     | '111111111111=2' is no owner for the bucket 'apples'
          =111111111111                             | '' can be no bucket's name; one has 3 to 63 small letters
          Apples=111111111111                       | 'Apples' can be no bucket's name; one has 3 to 63 small letters
          10.0.0.1=111111111111                     | '10.0.0.1' can be no bucket's name
          apples=111111111111,apples=222222222222   | --bucket-owner is [apples=111111111111, apples=222222222222]; a bucket has one owner
          apples=111111111111,apples=111111111111   | --bucket-owner is [apples=111111111111, apples=111111111111]; a bucket has one owner
          """)
  void exitsWithTwoAndSaysWhy_whenAnOwnerCannotBe(String value, String message) {
    ServeLine.of("--bucket-owner " + value).run().assertServeIsRefused(message);
  }

  @Test
  void namesTheVariable_whenItsOwnerCannotBe() {
    Cli run = ServeLine.of(Map.of(VARIABLE, "apples"), "").run();

    assertThat(run.exitCode()).isEqualTo(PushsimCommand.WRONG_INPUT);
    assertThat(run.err()).contains("(from the environment variable " + VARIABLE + ")");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ""                 | ""  | 1000
          --concurrency 150  | ""  | 150
          ""                 | 7   | 7
          --concurrency=150  | 7   | 150
          """)
  void saysHowManyInvocationsAnAccountMayRun(String line, String variable, int concurrency) {
    assertThat(
            ServeLine.of(Map.of("PUSHSIM_CONCURRENCY", variable), line)
                .settings()
                .behaviour()
                .concurrency())
        .isEqualTo(concurrency);
  }

  @Test
  void saysHowManyLogEventsAreKept() {
    assertThat(ServeLine.of("").settings().behaviour().keptLogs()).isEqualTo(10_000);
    assertThat(ServeLine.of("--keep-logs 50").settings().behaviour().keptLogs()).isEqualTo(50);
    ServeLine.of("--keep-logs 0")
        .run()
        .assertServeIsRefused("--keep-logs is 0; of each log group at least one event is kept");
  }

  @ParameterizedTest
  @CsvSource({"0, --concurrency is 0; an account runs at least one", "many, --concurrency"})
  void exitsWithTwoAndSaysWhy_whenAConcurrencyCannotBe(String value, String message) {
    ServeLine.of("--concurrency " + value).run().assertServeIsRefused(message);
  }

  @Test
  void tellsTheOwners_whenItHasBegun() {
    String banner = ServeLine.of("--bucket-owner apples=111111111111").banner();

    assertThat(banner).containsPattern("bucket owners +apples 111111111111\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ""                                  | ""  | 1
          --time-scale 60                     | ""  | 60
          ""                                  | 0.5 | 0.5
          --time-scale=100000                 | 0.5 | 100000
          --time-scale 0.01                   | ""  | 0.01
          """)
  void readsTheTimeScale(String line, String variable, String scale) {
    assertThat(
            ServeLine.of(Map.of("PUSHSIM_TIME_SCALE", variable), line)
                .settings()
                .behaviour()
                .timeScale())
        .hasToString(scale);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.001", "-60", "100001", "1.2345", "fast", "60x"})
  void exitsWithTwoAndSaysWhy_whenATimeScaleCannotBe(String scale) {
    ServeLine.of("--time-scale=" + scale)
        .run()
        .assertServeIsRefused(
            "'%s' is no time scale; write a number from 0.01 to 100000 with at most three digits after the point, such as 60"
                .formatted(scale));
  }

  @Test
  void tellsOfTheSimulatedTime_onlyWhereItIsNotTheMachines() {
    StartReport ahead =
        new StartReport(
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.of(Instant.parse("2031-01-02T03:04:05.6Z")));

    assertThat(ServeLine.of("").banner()).doesNotContain("simulated time");
    assertThat(ServeLine.of("--time-scale 60").banner())
        .containsPattern("simulated time +passes 60 times as fast as the machine's\n");
    assertThat(ServeLine.of("").banner(ahead))
        .containsPattern(
            "simulated time +goes on at 2031-01-02T03:04:05.600Z, where the data's ended\n");
    assertThat(ServeLine.of("--time-scale 0.5").banner(ahead))
        .containsPattern(
            "simulated time +goes on at 2031-\\S+, where the data's ended; passes 0.5 times as fast as the machine's\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --s3 embeded                                   | 'embeded' is no address of an S3 server; write http://HOST:PORT
          --s3 https://minio:9000                        | 'https://minio:9000' is no address of an S3 server; write http://HOST:PORT
          --s3 http://minio:9000/bucket                  | 'http://minio:9000/bucket' is no address
          --s3 http://key:secret@minio:9000              | is no address of an S3 server
          --s3 mailto:minio                              | is no address of an S3 server
          --s3 http://minio:9000 --s3-access-key k       | --s3-access-key and --s3-secret-key go together
          --s3 http://minio:9000 --s3-secret-key s       | --s3-access-key and --s3-secret-key go together
          --s3-access-key k --s3-secret-key s            | give --s3 http://HOST:PORT too
          --s3-domain localhost                          | give --s3 http://HOST:PORT too
          """)
  void exitsWithTwoAndSaysWhy_whenTheServerBehindCannotBe(String line, String message) {
    ServeLine.of(line).run().assertServeIsRefused(message);
  }

  @ParameterizedTest
  @CsvSource({
    "http://minio:9000, minio, 9000",
    "http://minio, minio, 80",
    "http://[::1]:9000/, ::1, 9000"
  })
  void readsTheServerBehind_fromTheEnvironmentToo(String address, String host, int port) {
    S3Settings read =
        ServeLine.of(
                Map.of(
                    "PUSHSIM_S3", address,
                    "PUSHSIM_S3_ACCESS_KEY", "key",
                    "PUSHSIM_S3_SECRET_KEY", "secret",
                    "PUSHSIM_S3_DOMAIN", "LOCALHOST,s3.example"),
                "")
            .settings()
            .s3()
            .orElseThrow();

    assertThat(read.server().host()).isEqualTo(host);
    assertThat(read.server().port()).isEqualTo(port);
    assertThat(read.server().keys().toString()).contains("key").doesNotContain("secret");
    assertThat(read.domains()).containsExactlyInAnyOrder("localhost", "s3.example");
  }

  @Test
  void tellsWhatToSetInMinio_whenItHasBegun() {
    RemoteS3.Report report =
        new RemoteS3.Report(RemoteS3.Readiness.UNREACHABLE, "Connection refused");
    String banner =
        ServeLine.of(
                "--host 0.0.0.0 --credentials %s --webhook-token hidden --s3 http://minio:9000"
                    .formatted(credentials()))
            .banner(new StartReport(Optional.of(report), Optional.empty(), 0, Optional.empty()));

    assertThat(banner)
        .containsPattern("S3 server +http://minio:9000 \\(does not answer: Connection refused\\)\n")
        .contains(
            "    MINIO_NOTIFY_WEBHOOK_ENABLE_PUSHSIM=on\n",
            "    MINIO_NOTIFY_WEBHOOK_ENDPOINT_PUSHSIM=http://<this machine's name>:4580/_pushsim/events\n",
            "    MINIO_NOTIFY_WEBHOOK_AUTH_TOKEN_PUSHSIM=<what --webhook-token says>\n",
            "    MINIO_NOTIFY_WEBHOOK_QUEUE_DIR_PUSHSIM=/a/folder/of/the/server ")
        .doesNotContain("hidden");
  }

  private Path credentials() {
    Path file = folder.resolve("credentials");
    try {
      Files.writeString(file, "[111111111111]\naws_access_key_id = a\naws_secret_access_key = b\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          ""                | "--chaos: '' is no fault; write for instance duplicate=1%,delay=0-30s"
          drop              | "--chaos: 'drop' is no fault; write for instance duplicate=1%"
          drops=1%          | "--chaos: 'drops=1%' names no fault; known are duplicate, delay, reorder, drop, propagationDelay"
          drop=1            | "--chaos: 'drop=1' has no share from 0% to 100%; write for instance 1%"
          drop=1%,drop=2%   | "--chaos: 'drop=2%' is the second of its kind; leave one of them out"
          drop=1%,          | "--chaos: '' is no fault"
          delay=30          | "--chaos: 'delay=30' has no time, nor a range that begins with the shorter one; write for instance 5s or 0-30s"
          propagationDelay=5-1s | "--chaos: 'propagationDelay=5-1s' has no time, nor a range"
          delay=0-8d        | "--chaos: 'delay=0-8d' is longer than 7 days; write less"
          """)
  void exitsWithTwoAndSaysWhy_whenAFaultCannotBe(String faults, String message) {
    ServeLine.of("--chaos=" + faults).run().assertServeIsRefused(message);
  }

  @Test
  void refusesASeedOfNothing() {
    ServeLine.of("--chaos-seed 7")
        .run()
        .assertServeIsRefused("--chaos-seed is 7, but nothing is drawn: give --chaos, too");
  }

  @Test
  void takesFaultsFromTheEnvironment_andTellsThem() {
    ServeLine line = ServeLine.of(Map.of("PUSHSIM_CHAOS", "drop=0.1%,delay=0-30s"), "");

    assertThat(line.settings().sources().chaos().faults())
        .isEqualTo(
            PushFaults.NONE
                .withDrop(0.001)
                .withDelay(new DelayRange(Duration.ZERO, Duration.ofSeconds(30))));
    assertThat(line.banner())
        .containsPattern("faults +drop=0.1%,delay=0-30s \\(--chaos-seed \\d+\\)\n");
    assertThat(ServeLine.of("--chaos reorder=5% --chaos-seed 42").banner())
        .containsPattern("faults +reorder=5% \\(--chaos-seed 42\\)\n");
    assertThat(ServeLine.of("").banner()).doesNotContain("chaos");
  }
}
