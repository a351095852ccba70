package io.pushsim.eventsource.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectFilesTest {
  private static final String UNFINISHED = "key-0b7a0b7a-1111-2222-3333-0123456789ab";

  @TempDir private Path folder;

  @Test
  void keepObjectsFromOneRunToTheNext() throws IOException {
    Path objects = folder.resolve("data/objects");
    EmbeddedWorld first = new EmbeddedWorld(ObjectFiles.in(objects));
    first
        .put("in/A%20b.txt")
        .with("Content-Type", "text/x-test")
        .with("x-amz-meta-colour", "red")
        .sending("hello")
        .answer();
    Files.writeString(objects.resolve("apples").resolve(UNFINISHED), "hel");

    EmbeddedWorld second = new EmbeddedWorld(ObjectFiles.in(objects));

    assertThat(second.keys()).containsExactly("in/A b.txt");
    EmbeddedWorld.Answered got = second.get("in/A%20b.txt").answer();
    assertThat(got.text()).isEqualTo("hello");
    assertThat(got.header("Content-Type")).isEqualTo("text/x-test");
    assertThat(got.header("x-amz-meta-colour")).isEqualTo("red");
    assertThat(objects.resolve("apples").resolve(UNFINISHED)).doesNotExist();
    second.put("later").sending("x").answer();
    assertThat(second.events.get(0).object().sequencer().orElseThrow())
        .isGreaterThan(first.events.get(0).object().sequencer().orElseThrow());
  }

  @Test
  void areListed_whenTheirFolderIsNamedRelatively() throws IOException {
    Path relative = Path.of("").toAbsolutePath().relativize(folder.toRealPath());
    EmbeddedWorld world = new EmbeddedWorld(ObjectFiles.in(relative));

    world.put("in/a").sending("x").answer();

    assertThat(world.keys()).containsExactly("in/a");
  }

  @Test
  void takeKeysOfAnyLength() throws IOException {
    EmbeddedWorld world = new EmbeddedWorld(ObjectFiles.in(folder));
    String longest = "Ü".repeat(512);
    String encoded = "%C3%9C".repeat(512);

    world.put(encoded).sending("hello").answer();

    assertThat(world.get(encoded).answer().text()).isEqualTo("hello");
    assertThat(world.keys()).containsExactly(longest);
    assertThat(
            catchThrowableOfType(
                    ObjectRefusal.class, () -> world.put(encoded + "x").sending("x").answer())
                .code())
        .isEqualTo("KeyTooLongError");
    world.delete(encoded).answer();
    world.s3.delete("apples");
    assertThat(folder.resolve("apples")).doesNotExist();
  }

  @Test
  void completeUploadsInParts_andTellOfAFailure() throws IOException {
    EmbeddedWorld world = new EmbeddedWorld(ObjectFiles.in(folder));
    String id =
        world
            .request("CreateMultipartUpload", "POST", "big")
            .asking("uploads", "")
            .answer()
            .text()
            .replaceAll("(?s).*<UploadId>(.*)</UploadId>.*", "$1");
    String eTag =
        world
            .request("UploadPart", "PUT", "big")
            .asking("uploadId", id)
            .asking("partNumber", "1")
            .sending("hello")
            .answer()
            .header("ETag");
    EmbeddedWorld.Request complete =
        world
            .request("CompleteMultipartUpload", "POST", "big")
            .asking("uploadId", id)
            .sending(
                "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>%s</ETag></Part></CompleteMultipartUpload>"
                    .formatted(eTag));

    // s3proxy completes it on a thread of its own and answers 200 beforehand.
    assertThat(complete.answer().status()).isEqualTo(200);

    assertThat(world.told()).containsExactly("ObjectCreated:CompleteMultipartUpload big 5");
    assertThat(world.keys()).containsExactly("big");
  }

  @Test
  void refuseVersions_sinceTheyWouldNotOutliveARun() {
    assertThatThrownBy(
            () ->
                new EmbeddedWorld(ObjectFiles.in(folder))
                    .request("PutBucketVersioning", "PUT", "")
                    .asking("versioning", "")
                    .sending(
                        "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>")
                    .answer())
        .isInstanceOfSatisfying(
            ObjectRefusal.class, refused -> assertThat(refused.code()).isEqualTo("NotImplemented"));
  }

  @Test
  void areRefused_whereTheFolderIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");

    assertThatThrownBy(() -> ObjectFiles.in(file)).isInstanceOf(IOException.class);
  }
}
