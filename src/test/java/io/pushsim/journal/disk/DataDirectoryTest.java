package io.pushsim.journal.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.pushsim.error.SimulatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir private Path folder;

  @Test
  void isMade_whenItIsNotThere() {
    Path path = folder.resolve("a/b");

    DataDirectory.open(path).close();

    assertThat(path).isDirectory();
  }

  @Test
  void isRefused_whenItIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "text");

    assertRefused(file, "it is no folder; name another one, or remove what is there");
    assertRefused(file.resolve("below"), "it cannot be made");
  }

  @Test
  void isRefused_whenItCannotBeWrittenTo() throws IOException {
    Path path = Files.createDirectory(folder.resolve("sealed"));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeFalse(Files.isWritable(path), "whoever runs this may write anywhere");

    assertRefused(path, "it cannot be written to");
  }

  @Test
  void isRefused_whileAnotherHasIt() {
    DataDirectory directory = DataDirectory.open(folder);
    assertRefused(
        folder,
        "another pushsim, process %d, has it; stop that one"
            .formatted(ProcessHandle.current().pid()));
    directory.close();

    DataDirectory.open(folder).close();
  }

  private static void assertRefused(Path path, String reason) {
    assertThatThrownBy(() -> DataDirectory.open(path))
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining("'%s' cannot keep pushsim's data: ".formatted(path))
        .hasMessageContaining(reason);
  }
}
