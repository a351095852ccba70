package io.pushsim.eventsource.listen;

import static io.pushsim.eventsource.listen.FakeMinio.PING;
import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.eventsource.BucketNotification;
import io.pushsim.eventsource.BucketNotification.AwsEvent;
import io.pushsim.eventsource.NotificationReader;
import io.pushsim.eventsource.Receipt;
import io.pushsim.eventsource.listen.FakeMinio.Script;
import io.pushsim.testing.TestResource;
import io.pushsim.time.Draws;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Listening to a server over loopback that streams, falls silent, breaks off and refuses. */
@Timeout(60)
class BucketListenersTest {
  private static final List<String> STREAM =
      new TestResource("minio-events/listen-stream.ndjson").text().lines().toList();
  private static final String PUT = STREAM.get(1);
  private static final String DELETE = STREAM.get(2);
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Script SILENT = answer -> answer.stay();
  private static final Script ENDLESS = answer -> answer.begin().line(PING).stay();
  private static final ListenPace QUICK =
      new ListenPace(Duration.ofMillis(100), 4, 600, Duration.ofMillis(1), Duration.ofMillis(20));

  private final BlockingQueue<List<BucketNotification>> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final AtomicLong seconds = new AtomicLong();
  // Each look at it is a second later.
  private final InstantSource clock = () -> START.plusSeconds(seconds.getAndIncrement());

  @Test
  void handsOnWhatTheServerTells() throws Exception {
    Script captured =
        answer -> {
          answer.begin();
          for (String line : STREAM) {
            answer.line(line);
          }
          answer.stay();
        };
    try (FakeMinio server = new FakeMinio(captured);
        BucketListeners listeners = listen(server, QUICK)) {
      assertThat(next(heard)).isEqualTo(NotificationReader.ofListenStream().read(PUT));
      assertThat(next(heard)).isEqualTo(NotificationReader.ofListenStream().read(DELETE));

      assertThat(told)
          .containsExactly(
              "The listen stream of the bucket 'examplebucket' at %s is open."
                  .formatted(server.endpoint()));
      assertThat(listeners.open()).isEqualTo(1);
      assertThat(listeners.wanted()).isEqualTo(1);
      assertThat(server.heads())
          .singleElement()
          .asString()
          .startsWith("GET /examplebucket?")
          .contains(
              "ping=1",
              "events=s3%3AObjectCreated%3APutTagging",
              "events=s3%3AObjectRemoved%3ADelete")
          .doesNotContain("NoOP", "ObjectAccessed")
          .containsPattern(
              "Authorization: AWS4-HMAC-SHA256 Credential=listener/\\d+/eu-west-1/s3/");
    }
  }

  /** MinIO source, internal/event/name.go, as of RELEASE.2025-10-15. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ObjectAccessed:Get",
        "ObjectAccessed:Head",
        "ObjectAccessed:Attributes",
        "ObjectAccessed:GetRetention",
        "ObjectAccessed:GetLegalHold",
        "ObjectCreated:Put",
        "ObjectCreated:Post",
        "ObjectCreated:Copy",
        "ObjectCreated:CompleteMultipartUpload",
        "ObjectCreated:PutRetention",
        "ObjectCreated:PutLegalHold",
        "ObjectCreated:PutTagging",
        "ObjectCreated:DeleteTagging",
        "ObjectRemoved:Delete",
        "ObjectRemoved:DeleteMarkerCreated",
        "ObjectRemoved:NoOP",
        "ObjectRemoved:DeleteAllVersions",
        "LifecycleDelMarkerExpiration:Delete",
        "Replication:OperationFailedReplication",
        "Replication:OperationCompletedReplication",
        "Replication:OperationNotTracked",
        "Replication:OperationMissedThreshold",
        "Replication:OperationReplicatedAfterThreshold",
        "ObjectRestore:Post",
        "ObjectRestore:Completed",
        "ObjectTransition:Failed",
        "ObjectTransition:Complete",
        "Scanner:ManyVersions",
        "Scanner:LargeVersions",
        "Scanner:BigPrefix"
      })
  void asksForExactlyTheEventsThatMeanSomethingToAws(String name) {
    String line = PUT.replace("ObjectCreated:Put", name);

    assertThat(ListenEvents.NAMES.contains("s3:" + name))
        .isEqualTo(NotificationReader.ofListenStream().read(line).get(0) instanceof AwsEvent);
  }

  /** Else a server that sorts them, as versitygw does, finds another signature. */
  @Test
  void asksForEventsInAlphabeticalOrder() {
    assertThat(ListenEvents.NAMES).isSorted();
  }

  /** A key in the stream is never encoded, however it looks. */
  @Test
  void takesKeysAsTheyStandThere() throws Exception {
    String line =
        PUT.replaceFirst(
            "\"key\":\"[^\"]*\\\\\"[^\"]*\"|\"key\":\"[^\"]*\"", "\"key\":\"a+b%20c%2Fd\"");
    try (FakeMinio server = new FakeMinio(answer -> answer.begin().line(line).stay());
        BucketListeners listeners = listen(server, QUICK)) {
      AwsEvent event = (AwsEvent) next(heard).get(0);

      assertThat(event.event().object().key()).isEqualTo("a+b%20c%2Fd");
      assertThat(event.original()).isEmpty();
      assertThat(listeners.wanted()).isEqualTo(1);
    }
  }

  @Test
  void keepsTheRecordAsItWasWritten_whereThatIsWanted() throws Exception {
    try (FakeMinio server = new FakeMinio(answer -> answer.begin().line(PUT).stay());
        BucketListeners listeners =
            new BucketListeners(
                server(server, "examplebucket"),
                QUICK,
                true,
                this::keep,
                clock,
                new Draws(1),
                told::add)) {
      listeners.start();

      assertThat(((AwsEvent) next(heard).get(0)).original())
          .contains(PUT.substring("{\"Records\":[".length(), PUT.length() - "]}".length()));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void saysWhatMayBeMissing_whenTheStreamWasInterrupted(boolean cut) throws Exception {
    Script broken =
        answer -> {
          answer.begin().line(PING).line(PUT);
          if (cut) {
            answer.part("{\"Rec").cut();
          } else {
            answer.end();
          }
        };
    try (FakeMinio server =
            new FakeMinio(broken, broken, answer -> answer.begin().line(DELETE).stay());
        BucketListeners listeners = listen(server, QUICK)) {
      for (int i = 0; i < 2; i++) {
        assertThat(next(heard)).isEqualTo(NotificationReader.ofListenStream().read(PUT));
      }
      assertThat(next(heard)).isEqualTo(NotificationReader.ofListenStream().read(DELETE));

      List<String> sentences = new ArrayList<>(told);
      assertThat(sentences).hasSize(5);
      assertThat(sentences.get(0)).endsWith(" is open.");
      assertThat(sentences.get(1)).contains(" was interrupted: ").endsWith(". It is opened again.");
      assertThat(sentences.get(2))
          .containsPattern(
              "is open again: events between 2026-01-01T00:00:\\d\\d.000Z and 2026-01-01T00:00:\\d\\d.000Z may be missing: ")
          .contains("MINIO_NOTIFY_WEBHOOK_ENABLE_PUSHSIM=on");
      assertThat(sentences.get(3)).isEqualTo(sentences.get(1));
      assertThat(listeners.open()).isEqualTo(1);
    }
  }

  /** A server that gave each sign of life in its time and gives none is no more. */
  @Test
  void opensTheStreamAnew_whenItHasFallenSilent() throws Exception {
    Script silenced =
        answer -> {
          answer.begin();
          for (int i = 0; i < 10; i++) {
            answer.line(PING);
            Thread.sleep(QUICK.ping().toMillis());
          }
          answer.stay();
        };
    try (FakeMinio server = new FakeMinio(silenced, answer -> answer.begin().line(PUT).stay());
        BucketListeners listeners = listen(server, QUICK)) {
      assertThat(next(heard)).isEqualTo(NotificationReader.ofListenStream().read(PUT));

      assertThat(told)
          .anySatisfy(
              sentence -> assertThat(sentence).contains("was interrupted: no sign of life for "))
          .anySatisfy(sentence -> assertThat(sentence).contains("may be missing"));
      assertThat(listeners.open()).isEqualTo(1);
    }
  }

  /** As a server of the regression does: even the answer's head waits for 4,096 bytes. */
  @Test
  void saysSoAndStays_whenTheServerHoldsItsStreamBack() throws Exception {
    CountDownLatch warned = new CountDownLatch(1);
    CountDownLatch again = new CountDownLatch(1);
    Script held =
        answer -> {
          warned.await();
          answer.begin().part(PING + "\n" + PUT + "\n" + DELETE.substring(0, 100));
          again.await();
          answer.part(DELETE.substring(100) + "\n").stay();
        };
    try (FakeMinio server = new FakeMinio(held);
        BucketListeners listeners = listen(server, QUICK)) {
      assertThat(next(told))
          .contains(
              "has given no sign of life for ",
              "one is due every 0.1 s",
              "RELEASE.2025-10-15",
              "MINIO_NOTIFY_WEBHOOK_ENABLE_PUSHSIM=on");
      warned.countDown();
      assertThat(next(heard)).isEqualTo(NotificationReader.ofListenStream().read(PUT));
      again.countDown();
      assertThat(next(heard)).isEqualTo(NotificationReader.ofListenStream().read(DELETE));

      assertThat(server.heads()).hasSize(1);
      assertThat(listeners.open()).isEqualTo(1);
    }
  }

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
    try (FakeMinio server = new FakeMinio(refusing, refusing, refusing, ENDLESS);
        BucketListeners listeners = listen(server, QUICK)) {
      assertThat(next(told))
          .startsWith("cannot listen to the bucket 'examplebucket' at " + server.endpoint())
          .contains(reason)
          .endsWith(". It tries again.");
      assertThat(next(told)).endsWith(" is open.");

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
        BucketListeners listeners = listen(server, QUICK)) {
      assertThat(next(told))
          .contains(" and gives it up: ", reason)
          .endsWith("Then start pushsim anew.");
      awaitThreadsEnd("pushsim-listen-examplebucket");

      assertThat(server.heads()).hasSize(1);
      assertThat(listeners.open()).isZero();
    }
  }

  /** MinIO before RELEASE.2024-05-01 refuses the names of events that it does not know. */
  @Test
  void asksForFewerEvents_whenTheServerIsOld() throws Exception {
    try (FakeMinio server = new FakeMinio(answer -> answer.error(400, "InvalidArgument"), ENDLESS);
        BucketListeners listeners = listen(server, QUICK)) {
      assertThat(next(told)).endsWith(" is open.");

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
        BucketListeners listeners = listen(server, QUICK)) {
      assertThat(next(told))
          .contains("does not know the events that it is asked for (it says: so it is)");
      awaitThreadsEnd("pushsim-listen-examplebucket");

      assertThat(server.heads()).hasSize(2);
      assertThat(listeners.open()).isZero();
    }
  }

  @Test
  void triesAgain_whenNobodyIsThere() throws Exception {
    FakeMinio gone = new FakeMinio(SILENT);
    gone.close();
    try (BucketListeners listeners = listen(gone, QUICK)) {
      assertThat(next(told)).startsWith("cannot listen").contains("It tries again.");
      assertThat(listeners.open()).isZero();
    }
  }

  @Test
  void goesOn_whenALineIsNoEvent() throws Exception {
    try (FakeMinio server =
            new FakeMinio(
                answer ->
                    answer.begin().line("<Error/>").line("<Error/>").line("").line(PUT).stay());
        BucketListeners listeners = listen(server, QUICK)) {
      assertThat(next(heard)).isEqualTo(NotificationReader.ofListenStream().read(PUT));

      next(told);
      assertThat(next(told)).contains("said what is no event, which is passed over", "<Error/>");
      assertThat(told).isEmpty();
      assertThat(listeners.open()).isEqualTo(1);
    }
  }

  @Test
  void opensTheStreamAnew_whenALineHasNoEnd() throws Exception {
    Script flood =
        answer -> {
          answer.begin();
          for (int i = 0; i < 200; i++) {
            answer.part("x".repeat(8192));
          }
        };
    try (FakeMinio server = new FakeMinio(flood, ENDLESS);
        BucketListeners listeners = listen(server, QUICK)) {
      assertThat(next(told)).endsWith("is open.");
      assertThat(next(told)).contains("a line of more than 1,048,576 bytes came");
      assertThat(next(told)).contains("is open again");
      assertThat(listeners.open()).isEqualTo(1);
    }
  }

  @Test
  void saysOnceThatEventsAreLost_whenTheyCannotBeKept() throws Exception {
    Script script = answer -> answer.begin().line(PUT).line(DELETE).stay();
    try (FakeMinio server = new FakeMinio(script);
        BucketListeners listeners =
            new BucketListeners(
                server(server, "examplebucket"),
                QUICK,
                false,
                events -> {
                  heard.add(events);
                  return CompletableFuture.failedFuture(new IOException("the disk is full"));
                },
                clock,
                new Draws(1),
                told::add)) {
      listeners.start();
      next(heard);
      next(heard);
    }
    assertThat(told).filteredOn(sentence -> sentence.contains("lost: the disk is full")).hasSize(1);
  }

  /** And is not taken for silent meanwhile. */
  @Test
  void readsNoFurther_whileTooManyEventsWaitForTheJournal() throws Exception {
    CompletableFuture<Receipt> durable = new CompletableFuture<>();
    Script many =
        answer -> {
          answer.begin();
          for (int i = 0; i < 1001; i++) {
            answer.line(PUT);
          }
          answer.line(DELETE).stay();
        };
    try (FakeMinio server = new FakeMinio(many);
        BucketListeners listeners =
            new BucketListeners(
                server(server, "examplebucket"),
                QUICK,
                false,
                events -> {
                  heard.add(events);
                  return durable;
                },
                clock,
                new Draws(1),
                told::add)) {
      listeners.start();
      next(told);
      assertThat(next(told)).contains("is not read on while 1,000 of its events wait");
      assertThat(heard).hasSize(1000);
      durable.complete(new Receipt(1, 0, 0, 0));
      for (int i = 0; i < 1001; i++) {
        next(heard);
      }

      assertThat(next(heard)).isEqualTo(NotificationReader.ofListenStream().read(DELETE));
      assertThat(server.heads()).hasSize(1);
    }
  }

  @Test
  void goesOn_whenWhatItHandsOnFailsAtOnce() throws Exception {
    try (FakeMinio server = new FakeMinio(answer -> answer.begin().line(PUT).line(DELETE).stay());
        BucketListeners listeners =
            new BucketListeners(
                server(server, "examplebucket"),
                QUICK,
                false,
                events -> {
                  heard.add(events);
                  throw new IllegalStateException("closed");
                },
                clock,
                new Draws(1),
                told::add)) {
      listeners.start();
      next(heard);
      next(heard);
      next(told);

      assertThat(next(told)).contains("is lost: closed");
      assertThat(listeners.open()).isEqualTo(1);
    }
  }

  @Test
  void listensToEachBucketByItself() throws Exception {
    try (FakeMinio server = new FakeMinio(ENDLESS);
        BucketListeners listeners = listen(server, QUICK, "apples", "pears")) {
      assertThat(List.of(next(told), next(told)))
          .anySatisfy(sentence -> assertThat(sentence).contains("'apples'"))
          .anySatisfy(sentence -> assertThat(sentence).contains("'pears'"));
      assertThat(listeners.open()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "asked", "waiting"})
  void leavesNoThread_whenItIsClosed(String phase) throws Exception {
    Script script =
        switch (phase) {
          case "open" -> ENDLESS;
          case "asked" -> SILENT;
          default -> answer -> answer.error(404, "NoSuchBucket");
        };
    ListenPace slow =
        new ListenPace(Duration.ofHours(1), 5, 300, Duration.ofHours(1), Duration.ofHours(1));
    try (FakeMinio server = new FakeMinio(script)) {
      BucketListeners listeners = listen(server, slow);
      if (phase.equals("asked")) {
        while (server.heads().isEmpty()) {
          Thread.onSpinWait();
        }
      } else {
        next(told);
      }

      listeners.close();

      awaitThreadsEnd("pushsim-listen-examplebucket");
      awaitThreadsEnd("pushsim-listen-watch");
      assertThat(told).isEmpty();
      assertThat(server.heads()).hasSize(1);
    }
  }

  private BucketListeners listen(FakeMinio server, ListenPace pace, String... buckets) {
    BucketListeners listeners =
        new BucketListeners(
            server(server, buckets.length == 0 ? new String[] {"examplebucket"} : buckets),
            pace,
            false,
            this::keep,
            clock,
            new Draws(1),
            told::add);
    listeners.start();
    return listeners;
  }

  private static ListenedServer server(FakeMinio server, String... buckets) {
    return new ListenedServer(
        server.endpoint(), "listener", "secretsecret", "eu-west-1", List.of(buckets));
  }

  private CompletionStage<Receipt> keep(List<BucketNotification> events) {
    heard.add(events);
    return CompletableFuture.completedFuture(new Receipt(1, 0, 0, 0));
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T next = queue.poll(30, TimeUnit.SECONDS);
    assertThat(next).as("what should have come").isNotNull();
    return next;
  }

  private static void awaitThreadsEnd(String name) throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals(name)) {
        thread.join(30_000);
        assertThat(thread.isAlive()).as(name).isFalse();
      }
    }
  }
}
