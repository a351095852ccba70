package io.pushsim.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A table that is a file of pushsim's own: a row a line, comments behind {@code #}. */
public final class TableFile {
  private TableFile() {}

  /**
   * The rows.
   *
   * @param reader the class beside which the file lies
   */
  public static List<String> lines(Class<?> reader, String name) {
    try (InputStream table = Objects.requireNonNull(reader.getResourceAsStream(name), name)) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }
}
