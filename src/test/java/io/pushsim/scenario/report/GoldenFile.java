package io.pushsim.scenario.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of what a form of the report must look like; rewritten with {@code -Dgolden.update=true}.
 */
final class GoldenFile {
  private static final Path FOLDER = Path.of("src/test/resources/golden/report");

  private GoldenFile() {}

  static void assertSame(String name, String actual) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, actual);
    }
    assertThat(file).as("%s; to accept what is: -Dgolden.update=true", name).exists();
    assertThat(actual).as("%s", name).isEqualTo(Files.readString(file));
  }
}
