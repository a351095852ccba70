package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.eventsource.remote.RemoteS3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThat(ServeLine.of(Map.of("PUSHSIM_CONCURRENCY", variable), line).settings().concurrency())
        .isEqualTo(concurrency);
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
            .banner(new StartReport(Optional.of(report), Optional.empty(), 0));

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
}
