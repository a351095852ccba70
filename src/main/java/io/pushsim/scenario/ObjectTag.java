package io.pushsim.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The ETags that S3 gives to objects. */
final class ObjectTag {
  private static final long PART = 8L << 20;

  private ObjectTag() {}

  static String of(byte[] content) {
    return HexFormat.of().formatHex(md5().digest(content));
  }

  static String of(Path file) throws IOException {
    MessageDigest md5 = md5();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        md5.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(md5.digest());
  }

  /**
   * In the form of a multipart upload's, with the number of its parts. The content is not known:
   * the digest stands for bucket, key and size.
   */
  static String ofParts(String bucket, String key, long size) {
    long parts = Math.max(1, (size + PART - 1) / PART);
    return of((bucket + "/" + key + "/" + size).getBytes(StandardCharsets.UTF_8)) + "-" + parts;
  }

  /** A copy is one part: the source's tag, unless that is a multipart upload's. */
  static String ofCopy(String source) {
    return source.contains("-") ? of(source.getBytes(StandardCharsets.UTF_8)) : source;
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
