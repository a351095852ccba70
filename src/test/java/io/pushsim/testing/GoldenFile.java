package io.pushsim.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of {@code src/test/resources/golden}: what was agreed to be right. It is rewritten with
 * {@code -Dgolden.update=true} alone, and its diff is then read.
 */
public record GoldenFile(String name) {
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  public void assertHolds(String text) throws IOException {
    if (UPDATE) {
      Path file = Path.of("src/test/resources/golden", name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return;
    }
    assertThat(text)
        .as("golden/%s; -Dgolden.update=true rewrites it", name)
        .isEqualTo(new TestResource("golden/" + name).text());
  }
}
