package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.pushsim.error.SimulatorException;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where objects come to lie. */
class EmbeddedObjectsTest {
  @TempDir private Path folder;
  private final List<String> notices = new ArrayList<>();

  @Test
  void areInTheFolder() {
    try (EmbeddedObjects objects = EmbeddedObjects.in(Optional.of(folder), notices::add)) {
      assertThat(objects.folder()).contains(folder);
      assertThat(notices).isEmpty();
    }
  }

  @Test
  void areInMemory_andThatIsSaid_whereTheFileSystemCannotKeepThem() throws IOException {
    try (FileSystem plain = Jimfs.newFileSystem(Configuration.unix());
        EmbeddedObjects objects =
            EmbeddedObjects.in(Optional.of(plain.getPath("/objects")), notices::add)) {
      assertThat(objects.folder()).isEmpty();
      assertThat(notices)
          .singleElement()
          .asString()
          .contains("in memory", "/objects", "no extended attributes", "--data", "--s3");
    }
  }

  @Test
  void areRefused_whereTheFolderIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "text");

    assertThatThrownBy(() -> EmbeddedObjects.in(Optional.of(file), notices::add))
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining("objects cannot be kept in '%s'".formatted(file));
  }
}
