package io.pushsim.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.testing.Launched;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the launcher makes, uses and renews the archive that shortens the start. */
class ClassDataArchiveIT {
  private static final Launched UNDISTURBED = new Launched(0, "<replay>\nproperty=null\n", "");

  @TempDir Path folder;
  private Installation stub = Installation.built();
  private Map<String, String> environment = Map.of();

  @BeforeEach
  void install() throws IOException {
    stub = Installation.ofStub(folder.resolve("home"));
    environment = Installation.environment(folder.resolve("cache"));
    environment.put("PUSHSIM_ARCHIVE", "now");
  }

  @Test
  void makesOneArchiveAndUsesIt_whenReplayingTwice() throws IOException {
    assertThat(stub.run(environment, "replay")).isEqualTo(UNDISTURBED);
    Path archive = onlyArchive();
    assertThat(stub.run(environment, "--verbose", "replay").exitCode()).isZero();

    assertThat(onlyArchive()).isEqualTo(archive);
    assertThat(loadsFromArchive()).isTrue();
  }

  @Test
  void makesNone_whenTheCommandIsAnother() {
    assertThat(stub.run(environment, "--version").exitCode()).isZero();

    assertThat(folder.resolve("cache/pushsim")).doesNotExist();
  }

  @Test
  void makesNone_whenSwitchedOff() {
    environment.put("PUSHSIM_ARCHIVE", "off");

    assertThat(stub.run(environment, "replay")).isEqualTo(UNDISTURBED);
    assertThat(folder.resolve("cache/pushsim")).doesNotExist();
  }

  @Test
  void refusesUsage_whenTheSettingIsUnknown() {
    environment.put("PUSHSIM_ARCHIVE", "later");

    assertThat(stub.run(environment, "replay"))
        .isEqualTo(
            new Launched(
                2, "", "pushsim: PUSHSIM_ARCHIVE is 'later'; it may be background, now or off\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/null/none", "/proc/none"})
  void runsWithoutOne_whenTheCacheCannotBeWritten(String cache) {
    environment.put("XDG_CACHE_HOME", cache);

    assertThat(stub.run(environment, "replay")).isEqualTo(UNDISTURBED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"relative", "%s/with:colon"})
  void makesNone_whenTheCacheHasAPathThatCannotBeUsed(String cache) throws IOException {
    environment.put("XDG_CACHE_HOME", cache.formatted(folder));
    List<String> command = List.of(stub.launcher().toString(), "replay");

    assertThat(Launched.start(command, environment, folder).await()).isEqualTo(UNDISTURBED);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(stub.home());
    }
  }

  @Test
  void runsWithoutOne_whenThereIsNoHome() {
    environment.remove("XDG_CACHE_HOME");

    assertThat(stub.run(environment, "replay")).isEqualTo(UNDISTURBED);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.9})
  void replacesTheArchive_whenItIsCutShort(double kept) throws IOException {
    stub.run(environment, "replay");
    Path archive = onlyArchive();
    assertThat(archive.toFile().setWritable(true)).isTrue();
    try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
      file.setLength((long) (file.length() * kept));
    }

    assertThat(stub.run(environment, "replay")).isEqualTo(UNDISTURBED);
    assertThat(loadsFromArchive()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.9})
  void replacesTheArchive_whenItIsScribbledOver(double place) throws IOException {
    stub.run(environment, "replay");
    Path archive = onlyArchive();
    assertThat(archive.toFile().setWritable(true)).isTrue();
    try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "rw")) {
      file.seek((long) (file.length() * place));
      file.write("scribble".repeat(500).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    assertThat(stub.run(environment, "replay")).isEqualTo(UNDISTURBED);
    assertThat(loadsFromArchive()).isTrue();
  }

  @Test
  void replacesTheArchive_whenTheProgramWasBuiltAnewWithSameSizeAndTime() throws IOException {
    stub.run(environment, "replay");
    Path former = onlyArchive();
    stub.writeStub("2");

    assertThat(stub.run(environment, "replay")).isEqualTo(UNDISTURBED);
    assertThat(onlyArchive()).isNotEqualTo(former);
    assertThat(loadsFromArchive()).isTrue();
  }

  @Test
  void removesTheArchivesOfInstallationsThatAreGone() throws IOException {
    Installation gone = Installation.ofStub(folder.resolve("gone"));
    gone.run(environment, "replay");
    Path former = onlyArchive();
    Files.delete(gone.home().resolve("pushsim.jar"));

    stub.run(environment, "replay");

    assertThat(onlyArchive()).isNotEqualTo(former);
    assertThat(former.getParent()).doesNotExist();
  }

  @Test
  void doesNotTryAgainAtOnce_whenTheTrainingRunFails() throws IOException {
    environment.put("STUB_EXIT", "1");
    stub.run(environment, "replay");
    environment.put("STUB_EXIT", "0");

    assertThat(stub.run(environment, "replay")).isEqualTo(UNDISTURBED);
    assertThat(archives()).isEmpty();
  }

  @Test
  void makesOneArchive_whenManyFirstRunsStartAtOnce() throws IOException {
    List<Launched.Running> runs =
        IntStream.range(0, 4).mapToObj(run -> stub.start(environment, "replay")).toList();

    assertThat(runs).allSatisfy(run -> assertThat(run.await()).isEqualTo(UNDISTURBED));
    assertThat(onlyArchive()).isNotEmptyFile();
    assertThat(loadsFromArchive()).isTrue();
  }

  @Test
  void doesNotKeepTheCallerWaiting_whenLeftToItself() throws Exception {
    Path gate = Files.createDirectory(folder.resolve("gate"));
    for (String pipe : List.of("arrived", "open")) {
      new ProcessBuilder("mkfifo", gate.resolve(pipe).toString()).start().waitFor();
    }
    environment.remove("PUSHSIM_ARCHIVE");
    environment.put("STUB_GATE", gate.toString());

    assertThat(stub.run(environment, "replay")).isEqualTo(UNDISTURBED);
    assertThat(archives()).isEmpty();

    long training = Long.parseLong(Files.readString(gate.resolve("arrived")).strip());
    ProcessHandle maker = ProcessHandle.of(training).flatMap(ProcessHandle::parent).orElseThrow();
    Files.writeString(gate.resolve("open"), "");
    maker.onExit().get(60, TimeUnit.SECONDS);

    assertThat(loadsFromArchive()).isTrue();
  }

  private boolean loadsFromArchive() throws IOException {
    Path log = folder.resolve("classes.log");
    environment.put("PUSHSIM_ARCHIVE", "background");
    environment.put("PUSHSIM_JAVA_OPTS", "-Xlog:class+load:file=" + log);
    stub.run(environment, "x");
    return Files.readAllLines(log).stream()
        .anyMatch(line -> line.contains(LauncherStub.class.getName()) && line.contains("shared"));
  }

  private Path onlyArchive() throws IOException {
    assertThat(archives()).hasSize(1);
    try (Stream<Path> unfinished = Files.walk(folder.resolve("cache"))) {
      assertThat(unfinished.filter(path -> path.toString().contains(".making"))).isEmpty();
    }
    return archives().get(0);
  }

  private List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
      return files.filter(path -> path.toString().endsWith(".jsa")).toList();
    }
  }
}
