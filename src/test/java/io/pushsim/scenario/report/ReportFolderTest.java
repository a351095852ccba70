package io.pushsim.scenario.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {
  @TempDir Path temporary;

  @Test
  void writesThreeFilesAndNothingElse_whenFolderIsNew() throws IOException {
    Path folder = temporary.resolve("a/b");

    ReportFolder.write(folder, SampleReports.rich());

    assertThat(folder)
        .isDirectoryContaining("glob:**/report.html")
        .isDirectoryContaining("glob:**/report.json")
        .isDirectoryContaining("glob:**/junit.xml");
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(3);
    }
    assertThat(Files.readString(folder.resolve("report.json")))
        .isEqualTo(JsonReport.of(SampleReports.rich()));
  }

  @Test
  void replacesTheFiles_whenWrittenAgain() throws IOException {
    ReportFolder.write(temporary, SampleReports.rich());

    ReportFolder.write(temporary, SampleReports.passing());

    assertThat(Files.readString(temporary.resolve("junit.xml")))
        .isEqualTo(JunitReport.of(SampleReports.passing()));
  }

  @Test
  void saysSo_whenFolderIsAFile() throws IOException {
    Path file = Files.writeString(temporary.resolve("notes.txt"), "kept");

    assertThatIOException()
        .isThrownBy(() -> ReportFolder.write(file, SampleReports.passing()))
        .withMessage(
            "The report folder " + file + " is a file. Name a folder, or a name that is free.");
    assertThat(file).hasContent("kept");
  }
}
