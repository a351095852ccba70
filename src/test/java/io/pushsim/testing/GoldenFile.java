package io.pushsim.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that says what was agreed to be right. It is rewritten with {@code -Dgolden.update=true}
 * alone, and its diff is then read.
 *
 * @param path from the project's folder
 */
public record GoldenFile(Path path) {
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  /** A file of {@code src/test/resources/golden}. */
  public GoldenFile(String name) {
    this(Path.of("src/test/resources/golden", name));
  }

  /** A page of the documentation that a test writes. */
  public static GoldenFile ofDocumentation(String name) {
    return new GoldenFile(Path.of("src/docs", name));
  }

  public void assertHolds(String text) throws IOException {
    if (UPDATE) {
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      return;
    }
    assertThat(text)
        .as("%s; -Dgolden.update=true rewrites it", path)
        .isEqualTo(Files.readString(path));
  }
}
