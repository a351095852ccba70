package io.pushsim.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.distribution.ServedProcess;
import io.pushsim.testing.SdkClients;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Objects on disk, in a process whose memory is smaller than they are. */
@Timeout(300)
class EmbeddedDiskIT {
  private static final int HEAP_MEGABYTES = 96;
  private static final int SIZE = 200 << 20;
  private static final int BLOCK = 1 << 20;

  @TempDir private Path folder;

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
    try (ServedProcess served =
            ServedProcess.start(
                Map.of("PUSHSIM_JAVA_OPTS", "-Xmx%dm".formatted(HEAP_MEGABYTES)),
                "--data",
                folder.resolve("data").toString());
        S3Client s3 = new SdkClients(served.endpoint(), "us-east-1", "111111111111", "any").s3()) {
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
      assertThat(served.err()).isEmpty();
    }
  }
}
