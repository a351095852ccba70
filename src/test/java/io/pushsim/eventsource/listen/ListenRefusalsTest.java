package io.pushsim.eventsource.listen;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.eventsource.listen.FakeMinio.Script;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Listening where the server refuses, is not there, or is not wanted any more. */
@Timeout(60)
class ListenRefusalsTest {
  private final ListenBench bench = new ListenBench();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          404 | NoSuchBucket         | there is no bucket 'examplebucket'; create it there
          403 | AccessDenied         | the access key 'listener' may not listen to it; grant it s3:ListenBucketNotification on arn:aws:s3:::examplebucket
          403 | InvalidAccessKeyId   | the server does not know the access key 'listener'
          403 | RequestTimeTooSkewed | the clocks of pushsim and of the server differ too much
          503 | SlowDown             | the server answers 503 (SlowDown: so it is)
          500 | InternalError        | the server answers 500 (InternalError: so it is)
          """)
  void triesAgainAndSaysItOnce_whereTheServerCanMend(int status, String code, String reason)
      throws Exception {
    Script refusing = answer -> answer.error(status, code);
    try (FakeMinio server = new FakeMinio(refusing, refusing, refusing, ListenBench.ENDLESS);
        BucketListeners listeners = bench.listen(server, ListenBench.PATIENT)) {
      assertThat(bench.nextTold())
          .startsWith("cannot listen to the bucket 'examplebucket' at " + server.endpoint())
          .contains(reason)
          .endsWith(". It tries again.");
      assertThat(bench.nextTold()).endsWith(" is open.");

      assertThat(server.heads()).hasSize(4);
      assertThat(listeners.open()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          403 | application/xml          | <Error><Code>SignatureDoesNotMatch</Code></Error>        | the secret of the access key 'listener' is another; give the right --s3-secret-key
          400 | application/xml          | <Error><Code>AuthorizationHeaderMalformed</Code><Message>expecting 'x'</Message></Error> | the server is not in the region 'eu-west-1' (it says: expecting 'x')
          501 | application/xml          | <Error><Code>NotImplemented</Code></Error>               | has no listen API, which is MinIO's alone; let it post its notifications to pushsim's webhook
          405 | application/xml          | <Error><Code>MethodNotAllowed</Code></Error>             | has no listen API
          200 | application/xml          | <ListBucketResult/>                                      | the server answers with application/xml and has no listen API
          200 | text/html; charset=utf-8 | <html></html>                                            | the server answers with text/html
          404 | text/html                | <html></html>                                            | the server answers 404 (not in S3's words); is it MinIO, and is this its S3 port?
          """)
  void givesUpAndSaysWhy_whereOnlyAnotherStartMends(
      int status, String type, String body, String reason) throws Exception {
    try (FakeMinio server = new FakeMinio(answer -> answer.answer(status, type, body));
        BucketListeners listeners = bench.listen(server, ListenBench.PATIENT)) {
      assertThat(bench.nextTold())
          .contains(" and gives it up: ", reason)
          .endsWith("Then start pushsim anew.");
      ListenBench.awaitThreadsEnd("pushsim-listen-examplebucket");

      assertThat(server.heads()).hasSize(1);
      assertThat(listeners.open()).isZero();
    }
  }

  /** MinIO before RELEASE.2024-05-01 refuses the names of events that it does not know. */
  @Test
  void asksForFewerEvents_whenTheServerIsOld() throws Exception {
    try (FakeMinio server =
            new FakeMinio(answer -> answer.error(400, "InvalidArgument"), ListenBench.ENDLESS);
        BucketListeners listeners = bench.listen(server, ListenBench.PATIENT)) {
      assertThat(bench.nextTold()).endsWith(" is open.");

      assertThat(server.heads()).hasSize(2);
      assertThat(server.heads().get(0)).contains("LifecycleDelMarkerExpiration");
      assertThat(server.heads().get(1))
          .contains("events=s3%3AObjectCreated%3APut&")
          .doesNotContain("LifecycleDelMarkerExpiration");
      assertThat(listeners.open()).isEqualTo(1);
    }
  }

  @Test
  void givesUp_whenTheServerKnowsNoneOfTheEvents() throws Exception {
    try (FakeMinio server = new FakeMinio(answer -> answer.error(400, "InvalidArgument"));
        BucketListeners listeners = bench.listen(server, ListenBench.PATIENT)) {
      assertThat(bench.nextTold())
          .contains("does not know the events that it is asked for (it says: so it is)");
      ListenBench.awaitThreadsEnd("pushsim-listen-examplebucket");

      assertThat(server.heads()).hasSize(2);
      assertThat(listeners.open()).isZero();
    }
  }

  @Test
  void triesAgain_whenNobodyIsThere() throws Exception {
    FakeMinio gone = new FakeMinio(ListenBench.SILENT);
    gone.close();
    try (BucketListeners listeners = bench.listen(gone, ListenBench.PATIENT)) {
      assertThat(bench.nextTold()).startsWith("cannot listen").contains("It tries again.");
      assertThat(listeners.open()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "asked", "waiting"})
  void leavesNoThread_whenItIsClosed(String phase) throws Exception {
    Script script =
        switch (phase) {
          case "open" -> ListenBench.ENDLESS;
          case "asked" -> ListenBench.SILENT;
          default -> answer -> answer.error(404, "NoSuchBucket");
        };
    ListenPace slow =
        new ListenPace(Duration.ofHours(1), 5, 300, Duration.ofHours(1), Duration.ofHours(1));
    try (FakeMinio server = new FakeMinio(script)) {
      BucketListeners listeners = bench.listen(server, slow);
      if (phase.equals("asked")) {
        while (server.heads().isEmpty()) {
          Thread.onSpinWait();
        }
      } else {
        bench.nextTold();
      }

      listeners.close();

      ListenBench.awaitThreadsEnd("pushsim-listen-examplebucket");
      ListenBench.awaitThreadsEnd("pushsim-listen-watch");
      assertThat(bench.told()).isEmpty();
      assertThat(server.heads()).hasSize(1);
    }
  }
}
