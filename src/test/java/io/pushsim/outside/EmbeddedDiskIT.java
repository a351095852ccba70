package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Objects on disk, in a process whose memory is smaller than they are. */
@Timeout(300)
class EmbeddedDiskIT {
  private static final int HEAP_MEGABYTES = 96;
  private static final int SIZE = 200 << 20;
  private static final int BLOCK = 1 << 20;

  @TempDir private Path folder;

  private Process serve() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx%dm".formatted(HEAP_MEGABYTES),
            "-Dpolyglot.engine.WarnInterpreterOnly=false",
            "-cp",
            System.getProperty("java.class.path"),
            ServedFromDisk.class.getName(),
            folder.resolve("data").toString())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private static S3Client client(int port) {
    return S3Client.builder()
        .endpointOverride(URI.create("http://127.0.0.1:" + port))
        .region(Region.US_EAST_1)
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("111111111111", "any")))
        .build();
  }

  /** Writes a file of noise, and tells its MD5. */
  private static String write(Path file) throws Exception {
    MessageDigest md5 = MessageDigest.getInstance("MD5");
    Random random = new Random(1);
    byte[] block = new byte[BLOCK];
    try (var out = Files.newOutputStream(file)) {
      for (int written = 0; written < SIZE; written += BLOCK) {
        random.nextBytes(block);
        md5.update(block);
        out.write(block);
      }
    }
    return HexFormat.of().formatHex(md5.digest());
  }

  private static String md5(InputStream content) throws Exception {
    MessageDigest md5 = MessageDigest.getInstance("MD5");
    try (InputStream read = new DigestInputStream(content, md5)) {
      read.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(md5.digest());
  }

  @Test
  void takesAndGivesAnObject_thatMemoryCouldNotHold() throws Exception {
    Path file = folder.resolve("large");
    String md5 = write(file);
    Process process = serve();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        S3Client s3 = client(Integer.parseInt(out.readLine()))) {
      s3.createBucket(r -> r.bucket("apples"));

      String eTag =
          s3.putObject(r -> r.bucket("apples").key("large"), RequestBody.fromFile(file)).eTag();

      assertThat(eTag).isEqualTo("\"%s\"".formatted(md5));
      assertThat(md5(s3.getObject(r -> r.bucket("apples").key("large")))).isEqualTo(md5);
      s3.copyObject(
          r ->
              r.sourceBucket("apples")
                  .sourceKey("large")
                  .destinationBucket("apples")
                  .destinationKey("copy"));
      assertThat(md5(s3.getObject(r -> r.bucket("apples").key("copy")))).isEqualTo(md5);
      try (Stream<Path> files = Files.list(folder.resolve("data/objects/apples"))) {
        assertThat(files.map(each -> each.getFileName().toString()).toList())
            .containsExactlyInAnyOrderElementsOf(List.of("large", "copy"));
      }
      process.getOutputStream().close();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      // Later JVMs warn of libraries, which pushsim's own launcher spares people.
      assertThat(Files.readAllLines(folder.resolve("err")))
          .allMatch(line -> line.isEmpty() || line.startsWith("WARNING: "));
    } finally {
      process.destroyForcibly();
    }
  }
}
