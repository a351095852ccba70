package io.pushsim.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Deployment packages for tests. */
public final class Zips {
  private Zips() {}

  /** A package whose {@code index.handler} answers what the JavaScript expression is. */
  public static byte[] ofHandler(String expression) {
    return of("index.js", "exports.handler = async (event) => (%s);".formatted(expression));
  }

  /** A package of one file. */
  public static byte[] of(String name, String content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("a zip in memory cannot be written", e);
    }
    return bytes.toByteArray();
  }
}
