package io.pushsim.eventsource.listen;

import static io.pushsim.eventsource.listen.FakeMinio.PING;
import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.eventsource.BucketNotification.AwsEvent;
import io.pushsim.eventsource.NotificationReader;
import io.pushsim.eventsource.Receipt;
import io.pushsim.eventsource.listen.FakeMinio.Script;
import io.pushsim.testing.TestResource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Listening to a server over loopback that streams, falls silent and breaks off. */
@Timeout(60)
class BucketListenersTest {
  private static final List<String> STREAM =
      new TestResource("minio-events/listen-stream.ndjson").text().lines().toList();
  private static final String PUT = STREAM.get(1);
  private static final String DELETE = STREAM.get(2);

  private final ListenBench bench = new ListenBench();

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
        BucketListeners listeners = bench.listen(server, ListenBench.PATIENT)) {
      assertThat(bench.nextHeard()).isEqualTo(NotificationReader.ofListenStream().read(PUT));
      assertThat(bench.nextHeard()).isEqualTo(NotificationReader.ofListenStream().read(DELETE));

      assertThat(bench.told())
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
        BucketListeners listeners = bench.listen(server, ListenBench.PATIENT)) {
      AwsEvent event = (AwsEvent) bench.nextHeard().get(0);

      assertThat(event.event().object().key()).isEqualTo("a+b%20c%2Fd");
      assertThat(event.original()).isEmpty();
      assertThat(listeners.wanted()).isEqualTo(1);
    }
  }

  @Test
  void keepsTheRecordAsItWasWritten_whereThatIsWanted() throws Exception {
    try (FakeMinio server = new FakeMinio(answer -> answer.begin().line(PUT).stay());
        BucketListeners listeners =
            bench.listening(server, ListenBench.PATIENT, true, bench::keep)) {
      assertThat(listeners.wanted()).isEqualTo(1);
      assertThat(((AwsEvent) bench.nextHeard().get(0)).original())
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
        BucketListeners listeners = bench.listen(server, ListenBench.PATIENT)) {
      for (int i = 0; i < 2; i++) {
        assertThat(bench.nextHeard()).isEqualTo(NotificationReader.ofListenStream().read(PUT));
      }
      assertThat(bench.nextHeard()).isEqualTo(NotificationReader.ofListenStream().read(DELETE));

      List<String> sentences = new ArrayList<>(bench.told());
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
            Thread.sleep(ListenBench.QUICK.ping().toMillis());
          }
          answer.stay();
        };
    try (FakeMinio server = new FakeMinio(silenced, answer -> answer.begin().line(PUT).stay());
        BucketListeners listeners = bench.listen(server, ListenBench.QUICK)) {
      assertThat(bench.nextHeard()).isEqualTo(NotificationReader.ofListenStream().read(PUT));

      assertThat(bench.told())
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
        BucketListeners listeners = bench.listen(server, ListenBench.QUICK)) {
      assertThat(bench.nextTold())
          .contains(
              "has given no sign of life for ",
              "one is due every 0.1 s",
              "RELEASE.2025-10-15",
              "MINIO_NOTIFY_WEBHOOK_ENABLE_PUSHSIM=on");
      warned.countDown();
      assertThat(bench.nextHeard()).isEqualTo(NotificationReader.ofListenStream().read(PUT));
      again.countDown();
      assertThat(bench.nextHeard()).isEqualTo(NotificationReader.ofListenStream().read(DELETE));

      assertThat(server.heads()).hasSize(1);
      assertThat(listeners.open()).isEqualTo(1);
    }
  }

  @Test
  void goesOn_whenALineIsNoEvent() throws Exception {
    try (FakeMinio server =
            new FakeMinio(
                answer ->
                    answer.begin().line("<Error/>").line("<Error/>").line("").line(PUT).stay());
        BucketListeners listeners = bench.listen(server, ListenBench.PATIENT)) {
      assertThat(bench.nextHeard()).isEqualTo(NotificationReader.ofListenStream().read(PUT));

      bench.nextTold();
      assertThat(bench.nextTold())
          .contains("said what is no event, which is passed over", "<Error/>");
      assertThat(bench.told()).isEmpty();
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
    try (FakeMinio server = new FakeMinio(flood, ListenBench.ENDLESS);
        BucketListeners listeners = bench.listen(server, ListenBench.PATIENT)) {
      assertThat(bench.nextTold()).endsWith("is open.");
      assertThat(bench.nextTold()).contains("a line of more than 1,048,576 bytes came");
      assertThat(bench.nextTold()).contains("is open again");
      assertThat(listeners.open()).isEqualTo(1);
    }
  }

  @Test
  void saysOnceThatEventsAreLost_whenTheyCannotBeKept() throws Exception {
    Script script = answer -> answer.begin().line(PUT).line(DELETE).stay();
    try (FakeMinio server = new FakeMinio(script);
        BucketListeners listeners =
            bench.listening(
                server,
                ListenBench.PATIENT,
                false,
                events -> {
                  bench.keep(events);
                  // As the router gives it: a stage that waited for another.
                  return CompletableFuture.<Receipt>failedFuture(
                          new IOException("the disk is full"))
                      .thenApply(receipt -> receipt);
                })) {
      bench.nextHeard();
      bench.nextHeard();
      assertThat(listeners.wanted()).isEqualTo(1);
    }
    assertThat(bench.told())
        .filteredOn(sentence -> sentence.contains("lost: the disk is full"))
        .hasSize(1);
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
            bench.listening(
                server,
                ListenBench.QUICK,
                false,
                events -> {
                  bench.keep(events);
                  return durable;
                })) {
      bench.nextTold();
      assertThat(bench.nextTold()).contains("is not read on while 1,000 of its events wait");
      assertThat(bench.heard()).hasSize(1000);
      durable.complete(new Receipt(1, 0, 0, 0));
      for (int i = 0; i < 1001; i++) {
        bench.nextHeard();
      }

      assertThat(bench.nextHeard()).isEqualTo(NotificationReader.ofListenStream().read(DELETE));
      assertThat(server.heads()).hasSize(1);
      assertThat(listeners.open()).isEqualTo(1);
    }
  }

  @Test
  void goesOn_whenWhatItHandsOnFailsAtOnce() throws Exception {
    try (FakeMinio server = new FakeMinio(answer -> answer.begin().line(PUT).line(DELETE).stay());
        BucketListeners listeners =
            bench.listening(
                server,
                ListenBench.PATIENT,
                false,
                events -> {
                  bench.keep(events);
                  throw new IllegalStateException("closed");
                })) {
      bench.nextHeard();
      bench.nextHeard();
      bench.nextTold();

      assertThat(bench.nextTold()).contains("is lost: closed");
      assertThat(listeners.open()).isEqualTo(1);
    }
  }

  @Test
  void listensToEachBucketByItself() throws Exception {
    try (FakeMinio server = new FakeMinio(ListenBench.ENDLESS);
        BucketListeners listeners = bench.listen(server, ListenBench.PATIENT, "apples", "pears")) {
      assertThat(List.of(bench.nextTold(), bench.nextTold()))
          .anySatisfy(sentence -> assertThat(sentence).contains("'apples'"))
          .anySatisfy(sentence -> assertThat(sentence).contains("'pears'"));
      assertThat(listeners.open()).isEqualTo(2);
    }
  }
}
