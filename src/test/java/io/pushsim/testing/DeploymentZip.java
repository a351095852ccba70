package io.pushsim.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Deployment packages that are byte for byte the same whenever they are made. */
public final class DeploymentZip {
  private static final LocalDateTime WRITTEN = LocalDateTime.of(2026, 1, 1, 0, 0);

  private DeploymentZip() {}

  /**
   * A package of some files.
   *
   * @param name makes packages differ that have the same files
   */
  public static byte[] of(String name, Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setComment(name);
      zip.setLevel(Deflater.BEST_SPEED);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(WRITTEN);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a zip in memory cannot be written", e);
    }
    return bytes.toByteArray();
  }
}
