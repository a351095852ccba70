package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stories that put a deployment package into a bucket and make a function of it. */
class CodeInBucketAcceptanceTest {
  private static final String CREATE =
      """
        - CreateFunction:
            FunctionName: hello
            Runtime: nodejs22.x
            Handler: index.handler
            Role: arn:aws:iam::111111111111:role/r
            Code: { S3Bucket: code, S3Key: hello.zip%s }
      """;
  private static final String PUT =
      "  - PutObject: { Bucket: code, Key: hello.zip, BodyFile: %s.zip }\n";

  @TempDir private Path folder;

  @BeforeEach
  void writeZipFiles() throws IOException {
    Files.write(folder.resolve("one.zip"), zip("exports.handler = async () => 'one';"));
    Files.write(folder.resolve("two.zip"), zip("exports.handler = async () => 'two';"));
  }

  private static byte[] zip(String javaScript) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("index.js"));
      zip.write(javaScript.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private Cli replay(String... steps) throws IOException {
    Path story = folder.resolve("story.yaml");
    Files.writeString(story, "buckets: { code: {} }\nsteps:\n" + String.join("", steps));
    return Cli.run("replay", story.toString());
  }

  private static void assertPasses(Cli run) {
    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
  }

  private static String invoke(String answer) {
    return "  - { Invoke: { FunctionName: hello }, expect: { Payload: %s } }\n".formatted(answer);
  }

  @Test
  void runsWhatLiesInTheBucket_whenTheFunctionIsMade() throws IOException {
    assertPasses(
        replay(
            PUT.formatted("one"),
            CREATE.formatted(""),
            // What lies there later is no concern of the function's.
            PUT.formatted("two"),
            invoke("one"),
            "  - UpdateFunctionCode: { FunctionName: hello, S3Bucket: code, S3Key: hello.zip }\n",
            invoke("two")));
  }

  @Test
  void readsACopyAsItsSource() throws IOException {
    assertPasses(
        replay(
            PUT.formatted("one"),
            "  - CopyObject: { Bucket: code, Key: copy.zip, CopySource: code/hello.zip }\n",
            "  - DeleteObject: { Bucket: code, Key: hello.zip }\n",
            CREATE.formatted("").replace("hello.zip", "copy.zip"),
            invoke("one")));
  }

  @Test
  void readsTheOnlyVersion_whenItIsAskedFor() throws IOException {
    assertPasses(
        replay(
            PUT.formatted("one"), CREATE.formatted(", S3ObjectVersion: \"null\""), invoke("one")));
  }

  @Test
  void refusesAVersion_whenTheBucketHasNone() throws IOException {
    Cli run = replay(PUT.formatted("one"), CREATE.formatted(", S3ObjectVersion: abc"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("S3 Error Code: InvalidArgument. S3 Error Message: Invalid version id specified");
  }

  @Test
  void refusesAnObject_whenItIsGone() throws IOException {
    Cli run =
        replay(
            PUT.formatted("one"),
            "  - DeleteObject: { Bucket: code, Key: hello.zip }\n",
            CREATE.formatted(""));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains("S3 Error Code: NoSuchKey. S3 Error Message: The specified key does not exist.");
  }

  @Test
  void saysWhatToDo_whenTheStoryTellsOnlyTheObjectsSize() throws IOException {
    Cli run =
        replay(
            "  - CompleteMultipartUpload: { Bucket: code, Key: hello.zip, Size: 9 }\n",
            CREATE.formatted(""));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().replaceAll("\\s+", " "))
        .contains(
            "CreateFunction: code/hello.zip was uploaded in parts, of which only the size is told;"
                + " put it with PutObject to have it read");
  }
}
