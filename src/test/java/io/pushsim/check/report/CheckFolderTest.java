package io.pushsim.check.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.pushsim.testing.GoldenFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckFolderTest {
  @TempDir Path folder;

  @Test
  void writesEveryForm() throws IOException {
    Path reports = folder.resolve("reports/of/check");

    CheckFolder.write(reports, SampleChecks.rich(), Path.of(""), "1.2.3");

    for (String name : new String[] {"html", "json", "sarif", "md"}) {
      new GoldenFile("check/report." + name)
          .assertHolds(Files.readString(reports.resolve("report." + name)));
    }
    try (Stream<Path> files = Files.list(reports)) {
      assertThat(files).hasSize(4);
    }
  }

  @Test
  void saysSo_whenTheFolderIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatIOException()
        .isThrownBy(() -> CheckFolder.write(file, SampleChecks.empty(), Path.of(""), "1.2.3"))
        .withMessageContaining("is a file");
  }
}
