package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code pushsim serve} makes of {@code --listen} and {@code --native-events}. */
class ListenOptionsTest {
  private static final String MINIO =
      "--s3 http://minio:9000 --s3-access-key AK --region eu-west-1 ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          --listen apples                                                | --listen is [apples], but there is no server to listen to; give --s3 http://HOST:PORT of a MinIO server, --s3-access-key and --s3-secret-key
          --s3 http://minio:9000 --listen apples                         | --s3-access-key and --s3-secret-key are missing; give --s3
          --listen Apples                                                | 'Apples' can be no bucket's name
          --listen apples,apples                                         | 'apples' is listened to once
          --listen                                                       | --listen
          """)
  void exitsWithTwoAndSaysWhy_whenItCannotListen(String line, String message) {
    ServeLine.of(line).run().assertServeIsRefused(message);
  }

  @Test
  void tellsWhatItListensTo_whenItHasBegun() {
    String banner =
        ServeLine.of(MINIO + "--s3-secret-key s3cret --listen apples pears --native-events")
            .banner();

    assertThat(banner)
        .containsPattern("listens to +apples, pears at http://minio:9000\n")
        .containsPattern("handlers get +events as their S3 servers wrote them\n")
        .doesNotContain("s3cret");
  }
}
