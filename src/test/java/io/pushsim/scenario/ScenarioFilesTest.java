package io.pushsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioFilesTest {
  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void findsScenariosByName_whenPathIsFolder() throws IOException {
    Path yml = write("b.yml", "steps: []");
    Path yaml = write("a.yaml", "steps: []");
    Path json = write("c.json", "{ \"buckets\": {}, \"steps\": [] }");
    write("event.json", "{ \"Records\": [ { \"steps\": [] } ] }");
    write("list.json", "[]");
    write("broken.json", "{ \"steps");
    write(".hidden.yaml", "steps: []");
    write("notes.txt", "steps: []");
    write("below/d.yaml", "steps: []");

    assertThat(ScenarioFiles.find(List.of(folder))).containsExactly(yaml, yml, json);
  }

  @Test
  void keepsOrderOfPaths_whenFilesAreNamed() throws IOException {
    Path second = write("b.yaml", "");
    Path first = write("a.txt", "");

    assertThat(ScenarioFiles.find(List.of(second, first, second))).containsExactly(second, first);
  }

  @Test
  void saysSo_whenPathDoesNotExistOrFolderHasNone() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Path missing = folder.resolve("missing.yaml");

    ScenarioException refused =
        catchThrowableOfType(
            ScenarioException.class, () -> ScenarioFiles.find(List.of(missing, empty)));

    assertThat(refused)
        .hasMessage(
            missing
                + ": there is no such file or folder\n"
                + empty
                + ": there is no scenario in this folder (*.yaml, *.yml, or *.json with steps)");
  }
}
