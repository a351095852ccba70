package io.pushsim.eventsource.embedded;

import static io.pushsim.eventsource.embedded.EmbeddedWorld.HELLO_MD5;
import static io.pushsim.eventsource.embedded.EmbeddedWorld.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pushsim.bucket.EventType;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.S3Object;
import io.pushsim.bucket.Sequencer;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.embedded.EmbeddedWorld.Answered;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of objects, and which events tell of it. */
@Timeout(60)
class EmbeddedS3Test {
  private final EmbeddedWorld world = new EmbeddedWorld(ObjectFiles.inMemory(16 << 20));

  @Test
  void tellsOfAnObject_asItIsStored() throws IOException {
    Answered put = world.put("in/a%20b.txt").sending("hello").answer();

    assertThat(put.status()).isEqualTo(200);
    assertThat(put.header("ETag")).isEqualTo("\"%s\"".formatted(HELLO_MD5));
    assertThat(put.header("x-amz-request-id")).isEqualTo("REQUEST");
    ObjectEvent event = world.events.get(0);
    assertThat(event.type()).isEqualTo(EventType.OBJECT_CREATED_PUT);
    assertThat(event.bucketName()).isEqualTo("apples");
    assertThat(event.object())
        .isEqualTo(
            new S3Object(
                "in/a b.txt",
                Optional.of(5L),
                Optional.of(HELLO_MD5),
                Optional.empty(),
                event.object().sequencer()));
    assertThat(event.request())
        .isEqualTo(
            new ObjectEvent.Request(
                "AWS:111111111111", "127.0.0.1", Optional.of("REQUEST"), Optional.of("HOST")));
    assertThat(world.get("in/a%20b.txt").answer().text()).isEqualTo("hello");
  }

  @Test
  void keepsKeysApart_thatAreOnePathOrFolderAndFile() throws IOException {
    List<String> keys =
        List.of("a", "a/", "a/b", "a//b", "A", "a/../b", "%2E%2E", "b%252Fc", "b/c", "x+y");
    for (String key : keys) {
      world.put(key).sending(key).answer();
    }

    for (String key : keys) {
      assertThat(world.get(key).answer().text()).isEqualTo(key);
    }
    assertThat(world.keys())
        .containsExactly("..", "A", "a", "a/", "a/../b", "a//b", "a/b", "b%2Fc", "b/c", "x+y");
  }

  @Test
  void tellsOfCopies_andOfWhatIsRemoved() throws IOException {
    world.put("one").sending("hello").answer();
    world.request("CopyObject", "PUT", "two").with("x-amz-copy-source", "/apples/one").answer();
    world.delete("one").answer();
    world.delete("nothing").answer();
    String keys =
        "<Delete><Object><Key>two</Key></Object><Object><Key>never</Key></Object></Delete>";
    Answered deleted =
        world
            .request("DeleteObjects", "POST", "")
            .asking("delete", "")
            .with("Content-MD5", md5(keys))
            .sending(keys)
            .answer();

    assertThat(deleted.text()).contains("<Key>two</Key>", "<Key>never</Key>");
    assertThat(world.told())
        .containsExactly(
            "ObjectCreated:Put one 5",
            "ObjectCreated:Copy two 5",
            "ObjectRemoved:Delete one -",
            "ObjectRemoved:Delete two -",
            "ObjectRemoved:Delete never -");
  }

  private static String md5(String text) {
    return java.util.Base64.getEncoder()
        .encodeToString(org.gaul.s3proxy.blobstore.MD5.hash(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void tellsOfAnUploadInParts_onceItIsComplete() throws IOException {
    Answered begun =
        world.request("CreateMultipartUpload", "POST", "big").asking("uploads", "").answer();
    String id = between(begun.text(), "<UploadId>", "</UploadId>");
    byte[] part = new byte[5 << 20];
    String first = part(id, 1, part);
    String second = part(id, 2, new byte[10]);
    assertThat(world.events).isEmpty();
    assertThat(world.keys()).isEmpty();

    Answered completed =
        world
            .request("CompleteMultipartUpload", "POST", "big")
            .asking("uploadId", id)
            .sending(
                "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>%s</ETag></Part><Part><PartNumber>2</PartNumber><ETag>%s</ETag></Part></CompleteMultipartUpload>"
                    .formatted(first, second))
            .answer();

    String eTag = between(completed.text(), "<ETag>", "</ETag>").replace("&quot;", "");
    assertThat(eTag.replace("\"", "")).endsWith("-2");
    assertThat(world.told())
        .containsExactly("ObjectCreated:CompleteMultipartUpload big " + (part.length + 10));
    assertThat(world.events.get(0).object().eTag()).contains(eTag.replace("\"", ""));
    assertThat(world.keys()).containsExactly("big");
  }

  private String part(String id, int number, byte[] content) throws IOException {
    return world
        .request("UploadPart", "PUT", "big")
        .asking("uploadId", id)
        .asking("partNumber", String.valueOf(number))
        .sending(content)
        .answer()
        .header("ETag");
  }

  private static String between(String text, String before, String after) {
    int start = text.indexOf(before) + before.length();
    return text.substring(start, text.indexOf(after, start));
  }

  @Test
  void answersOnlyWhenTheEventIsDurable() throws Exception {
    CompletableFuture<Void> durable = new CompletableFuture<>();
    CountDownLatch accepted = new CountDownLatch(1);
    world.durable =
        () -> {
          accepted.countDown();
          return durable;
        };
    AtomicBoolean answered = new AtomicBoolean();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<?> serving =
          thread.submit(
              () -> {
                world
                    .put("key")
                    .sending("hello")
                    .answerTo(
                        (status, headers) -> {
                          answered.set(true);
                          assertThat(durable).isDone();
                          return java.io.OutputStream.nullOutputStream();
                        });
                return true;
              });
      accepted.await();
      assertThat(answered).isFalse();
      durable.complete(null);
      serving.get();
      assertThat(answered).isTrue();
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void isUnavailable_whenAnEventCannotBeMadeDurable() {
    world.durable = () -> CompletableFuture.failedFuture(new IOException("the disk is full"));

    ObjectRefusal refused = refusal(world.put("key").sending("hello"));

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.code()).isEqualTo("ServiceUnavailable");
    assertThat(refused.message()).contains("the disk is full");
  }

  @Test
  void stillTellsOfAChange_whenItsClientTriesAgain() throws IOException {
    String id =
        between(
            world
                .request("CreateMultipartUpload", "POST", "big")
                .asking("uploads", "")
                .answer()
                .text(),
            "<UploadId>",
            "</UploadId>");
    String part = part(id, 1, new byte[10]);
    EmbeddedWorld.Request complete =
        world
            .request("CompleteMultipartUpload", "POST", "big")
            .asking("uploadId", id)
            .sending(
                "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>%s</ETag></Part></CompleteMultipartUpload>"
                    .formatted(part));
    world.durable =
        () -> {
          throw new IllegalStateException("the disk is full");
        };
    assertThat(refusal(complete).status()).isEqualTo(503);
    world.durable = () -> CompletableFuture.completedFuture(null);
    world.events.clear();

    assertThat(complete.again().answer().status()).isEqualTo(200);
    assertThat(world.told()).containsExactly("ObjectCreated:CompleteMultipartUpload big 10");

    world.durable = () -> CompletableFuture.failedFuture(new IOException("the disk is full"));
    assertThat(refusal(world.delete("big")).status()).isEqualTo(503);
    world.durable = () -> CompletableFuture.completedFuture(null);
    world.events.clear();
    world.delete("big").answer();
    world.delete("big").answer();
    assertThat(world.told()).containsExactly("ObjectRemoved:Delete big -");
  }

  @Test
  void putsEventsInTheOrderOfTheStore_whenManyWriteOneKey() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Answered>> puts = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String content = "content " + i;
      puts.add(threads.submit(() -> world.put("key").sending(content).answer()));
    }
    for (Future<Answered> put : puts) {
      put.get();
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();

    List<Sequencer> sequencers =
        world.events.stream().map(event -> event.object().sequencer().orElseThrow()).toList();
    assertThat(sequencers).hasSize(200).isSorted().doesNotHaveDuplicates();
    String last = world.get("key").answer().header("ETag").replace("\"", "");
    assertThat(world.events.get(199).object().eTag()).contains(last);
  }

  @Test
  void keepsVersions_whereItIsToldTo() throws IOException {
    world
        .request("PutBucketVersioning", "PUT", "")
        .asking("versioning", "")
        .sending("<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>")
        .answer();
    String one = world.put("key").sending("one").answer().header("x-amz-version-id");
    String two = world.put("key").sending("two").answer().header("x-amz-version-id");
    Answered marked = world.delete("key").answer();
    world.delete("key").asking("versionId", two).answer();

    assertThat(world.get("key").asking("versionId", one).answer().text()).isEqualTo("one");
    assertThat(marked.header("x-amz-delete-marker")).isEqualTo("true");
    assertThat(world.events)
        .extracting(
            event -> event.type().recordName(), event -> event.object().versionId().orElse("-"))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("ObjectCreated:Put", one),
            org.assertj.core.groups.Tuple.tuple("ObjectCreated:Put", two),
            org.assertj.core.groups.Tuple.tuple(
                "ObjectRemoved:DeleteMarkerCreated", marked.header("x-amz-version-id")),
            org.assertj.core.groups.Tuple.tuple("ObjectRemoved:Delete", two));
    assertThatThrownBy(() -> world.s3.delete("apples")).hasMessageContaining("not empty");
  }

  @Test
  void givesItsObjectsToPushsimItself() throws IOException {
    world.put("code.zip").sending("hello").answer();

    try (InputStream code = world.s3.open("apples", "code.zip", Optional.empty())) {
      assertThat(code.readAllBytes()).hasSize(5);
    }
    assertThatThrownBy(() -> world.s3.open("apples", "none", Optional.empty()))
        .isInstanceOfSatisfying(
            SimulatorException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.S3_NO_SUCH_KEY));
    assertThatThrownBy(() -> world.s3.open("apples", "code.zip", Optional.of("v1")))
        .isInstanceOfSatisfying(
            SimulatorException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.S3_NO_SUCH_VERSION));
  }
}
