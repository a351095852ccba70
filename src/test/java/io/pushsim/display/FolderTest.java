package io.pushsim.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {
  @TempDir Path temporary;

  @Test
  void writesTheFileAndNothingElse_whenFolderIsNew() throws IOException {
    Path path = temporary.resolve("a/b");

    Folder.at(path).write("page.html", "whole ✓");

    assertThat(path.resolve("page.html")).content().isEqualTo("whole ✓");
    assertHoldsOnly(path, "page.html");
  }

  @Test
  void replacesTheFile_whenWrittenAgain() throws IOException {
    Folder.at(temporary).write("page.html", "the first one, which is longer");

    Folder.at(temporary).write("page.html", "the second");

    assertThat(temporary.resolve("page.html")).hasContent("the second");
    assertHoldsOnly(temporary, "page.html");
  }

  @Test
  void saysSo_whenFolderIsAFile() throws IOException {
    Path file = Files.writeString(temporary.resolve("notes.txt"), "kept");

    assertThatIOException()
        .isThrownBy(() -> Folder.at(file))
        .withMessage(
            "The report folder " + file + " is a file. Name a folder, or a name that is free.");
    assertThat(file).hasContent("kept");
  }

  @Test
  void saysSo_whenFolderCannotBeMade() throws IOException {
    Path below = Files.writeString(temporary.resolve("notes.txt"), "kept").resolve("report");

    assertThatIOException()
        .isThrownBy(() -> Folder.at(below))
        .withMessageStartingWith("The report folder " + below + " cannot be made (")
        .withMessageEndingWith("Name another one.");
  }

  @Test
  void saysSoAndLeavesNothingUnfinished_whenAFileCannotBeReplaced() throws IOException {
    Path inTheWay = Files.createDirectories(temporary.resolve("page.html/in the way"));

    assertThatIOException()
        .isThrownBy(() -> Folder.at(temporary).write("page.html", "text"))
        .withMessageStartingWith(
            "The report " + temporary.resolve("page.html") + " cannot be written (")
        .withMessageEndingWith("Name a folder that you may write to.");
    assertThat(inTheWay).isDirectory();
    assertHoldsOnly(temporary, "page.html");
  }

  private static void assertHoldsOnly(Path folder, String name) throws IOException {
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve(name));
    }
  }
}
