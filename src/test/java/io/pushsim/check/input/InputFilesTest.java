package io.pushsim.check.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
  @TempDir Path folder;

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "{}");
  }

  private List<String> found(InputFiles files) {
    return files.found().stream()
        .map(file -> folder.relativize(file.path()).toString().replace('\\', '/'))
        .toList();
  }

  private List<String> problems(InputFiles files) {
    return files.problems().stream()
        .map(problem -> problem.toString().replace(folder + "/", "").replace(folder + "", "."))
        .toList();
  }

  @Test
  void walksAFolderForWhatCouldBeInputs() throws IOException {
    for (String name :
        List.of(
            "b.json",
            "a.YAML",
            "c.yml",
            "deep/er/d.template",
            "e.txt",
            "main.tf",
            "f.md",
            "g.json.bak",
            "json")) {
      file(name);
    }
    InputFiles files = InputFiles.of(List.of(folder));

    assertThat(found(files))
        .containsExactly("a.YAML", "b.json", "c.yml", "deep/er/d.template", "e.txt");
    assertThat(files.found()).noneMatch(InputFiles.FoundFile::given);
    assertThat(files.problems()).isEmpty();
  }

  @Test
  void passesOverWhatIsHiddenAndWhatToolsPutThere() throws IOException {
    for (String name :
        List.of(
            ".hidden.json",
            ".terraform/a.json",
            ".aws-sam/build/template.yaml",
            ".git/b.json",
            "node_modules/x/package.json",
            "seen.json")) {
      file(name);
    }

    assertThat(found(InputFiles.of(List.of(folder)))).containsExactly("seen.json");
  }

  @Test
  void takesAFolderThatWasNamedThoughItIsHidden() throws IOException {
    file(".aws-sam/build/template.yaml");

    assertThat(found(InputFiles.of(List.of(folder.resolve(".aws-sam")))))
        .containsExactly(".aws-sam/build/template.yaml");
  }

  @Test
  void takesAFileAsItIs() throws IOException {
    InputFiles files = InputFiles.of(List.of(file("any.thing"), file(".hidden")));

    assertThat(found(files)).containsExactly("any.thing", ".hidden");
    assertThat(files.found()).allMatch(InputFiles.FoundFile::given);
  }

  @Test
  void takesEachFileOnceAndAsNamedWhereItWas() throws IOException {
    Path named = file("a.json");
    InputFiles files = InputFiles.of(List.of(folder, named, folder.resolve("x/../a.json")));

    assertThat(files.found()).singleElement().matches(InputFiles.FoundFile::given);
  }

  @Test
  void entersAFolderOnceHoweverManyLinksLeadToIt() throws IOException {
    file("real/a.json");
    Files.createSymbolicLink(folder.resolve("real/loop"), folder);
    Files.createSymbolicLink(folder.resolve("another"), folder.resolve("real"));
    Files.createSymbolicLink(folder.resolve("zzz.json"), folder.resolve("gone.json"));
    InputFiles files = InputFiles.of(List.of(folder));

    assertThat(files.found())
        .extracting(file -> file.path().getFileName().toString())
        .containsExactlyInAnyOrder("a.json", "zzz.json");
    assertThat(files.problems()).isEmpty();
  }

  @Test
  void asksForLessWhereThereIsTooMuch() throws IOException {
    for (int i = 0; i < 6; i++) {
      file(i + ".json");
    }
    InputFiles files = InputFiles.of(List.of(folder), 5);

    assertThat(files.found()).hasSize(5);
    assertThat(problems(files))
        .containsExactly(
            ".: has more than 5 files that could be inputs: name the folders within it that matter");
  }

  @Test
  void takesAsManyAsAreAllowed() throws IOException {
    for (int i = 0; i < 5; i++) {
      file(i + ".json");
    }

    assertThat(InputFiles.of(List.of(folder), 5).problems()).isEmpty();
  }

  @Test
  void saysThatAPathLeadsNowhere() {
    assertThat(problems(InputFiles.of(List.of(folder.resolve("gone")))))
        .containsExactly("gone: there is no such file or folder: is the path spelt as it should?");
  }

  @Test
  void saysThatAFolderHasNoInput() throws IOException {
    file("readme.md");
    Path terraform = Files.createDirectories(folder.resolve("tf"));
    file("tf/main.tf");

    assertThat(problems(InputFiles.of(List.of(terraform))))
        .containsExactly(
            "tf: there is no input in this folder: it would be a *.json, *.yaml, *.yml or *.template file; of *.tf files give the plan: terraform plan -out tfplan, then terraform show -json tfplan > plan.json");
  }

  @Test
  void saysWhatItMayNotRead() throws IOException {
    file("open/a.json");
    file("closed/b.json");
    Files.setPosixFilePermissions(
        folder.resolve("closed"), PosixFilePermissions.fromString("---------"));
    Assumptions.assumeFalse(Files.isReadable(folder.resolve("closed")), "root reads everything");
    InputFiles files = InputFiles.of(List.of(folder));

    assertThat(found(files)).containsExactly("open/a.json");
    assertThat(problems(files)).singleElement().asString().startsWith("closed: cannot be read (");
  }
}
