package io.pushsim.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Deployment packages for tests. */
public final class Zips {
  private Zips() {}

  /** A package whose {@code index.handler} answers what the JavaScript expression is. */
  public static byte[] ofHandler(String expression) {
    return of("index.js", "exports.handler = async (event) => (%s);".formatted(expression));
  }

  /** A file in a package, as old as every other, so that equal packages have equal bytes. */
  static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
    return entry;
  }

  /** A package of one file. */
  public static byte[] of(String name, String content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(entry(name));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("a zip in memory cannot be written", e);
    }
    return bytes.toByteArray();
  }
}
