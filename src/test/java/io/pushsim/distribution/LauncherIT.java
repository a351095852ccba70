package io.pushsim.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.testing.Launched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where {@code bin/pushsim} can be started from, with which Java, and what it passes on. */
class LauncherIT {
  @TempDir Path folder;
  private Map<String, String> environment = Map.of();

  @BeforeEach
  void startFromAPlainLogin() {
    environment = Installation.environment(folder.resolve("cache"));
  }

  @Nested
  class GivenTheDistribution {

    @Test
    void tellsVersions_whenStartedFromAnotherFolder() {
      Launched launched = Installation.built().run(environment, "--version");

      assertThat(launched.err()).isEmpty();
      assertThat(launched.out())
          .startsWith("pushsim " + System.getProperty("pushsim.version") + "\nJava ")
          .contains(System.getProperty("java.version"));
      assertThat(launched.exitCode()).isZero();
    }

    @Test
    void refusesUsage_whenNoCommandHasTheName() {
      Launched launched = Installation.built().run(environment, "repley");

      assertThat(launched.out()).isEmpty();
      assertThat(launched.err())
          .isEqualTo(
              "pushsim: unknown command 'repley'; did you mean replay?; see pushsim --help\n");
      assertThat(launched.exitCode()).isEqualTo(2);
    }

    @Test
    void replaysInSilence_whenTheCacheCannotBeWritten() {
      environment.put("XDG_CACHE_HOME", "/dev/null/none");
      Path tutorial = Installation.built().home().resolve("scenarios/tutorial.yaml");

      Launched launched = Installation.built().run(environment, "replay", tutorial.toString());

      assertThat(launched.err()).isEmpty();
      assertThat(launched.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "Größe 尺寸", "a%20b#c+d"})
    void starts_whenTheFolderHasAnOddName(String name) throws IOException {
      Installation installation = Installation.copiedTo(folder.resolve(name));

      Launched launched = installation.run(environment, "schema");

      assertThat(launched.err()).isEmpty();
      assertThat(launched.out()).startsWith("{");
      assertThat(launched.exitCode()).isZero();
    }

    @Test
    void refusesToStart_whenTheFolderNameHoldsAColon() throws IOException {
      Installation installation = Installation.copiedTo(folder.resolve("a:b"));

      Launched launched = installation.run(environment, "--version");

      assertThat(launched.err()).contains("holds a colon: " + installation.home());
      assertThat(launched.exitCode()).isEqualTo(3);
    }
  }

  @Nested
  class GivenAStub {
    private Installation stub = Installation.built();

    @BeforeEach
    void install() throws IOException {
      stub = Installation.ofStub(folder.resolve("home"));
    }

    @Test
    void starts_whenCalledThroughAChainOfRelativeLinks() throws IOException {
      Path links = Files.createDirectories(folder.resolve("links/deeper"));
      Files.createSymbolicLink(folder.resolve("middle"), Path.of("home/bin"));
      Files.createSymbolicLink(folder.resolve("links/second"), Path.of("../middle/pushsim"));
      Path first = Files.createSymbolicLink(links.resolve("first"), Path.of("../second"));

      Launched launched =
          Launched.start(List.of(first.toString(), "x"), environment, folder).await();

      assertThat(launched).isEqualTo(new Launched(0, "<x>\nproperty=null\n", ""));
    }

    @ParameterizedTest
    @MethodSource("io.pushsim.distribution.LauncherIT#shells")
    void starts_whenRunByAnyShell(List<String> shell) {
      List<String> command =
          Stream.concat(shell.stream(), Stream.of("-eu", "pushsim", "replay")).toList();

      Launched launched = Launched.start(command, environment, stub.home().resolve("bin")).await();

      assertThat(launched).isEqualTo(new Launched(0, "<replay>\nproperty=null\n", ""));
    }

    @Test
    void writesNothingIntoItsFolder_whenItIsReadOnly() throws IOException {
      stub.makeReadOnly();
      Map<String, String> before = stub.listing();
      environment.put("PUSHSIM_ARCHIVE", "now");

      Launched launched = stub.run(environment, "replay");

      assertThat(launched).isEqualTo(new Launched(0, "<replay>\nproperty=null\n", ""));
      assertThat(stub.listing()).isEqualTo(before);
    }

    @Test
    void passesArgumentsOnAsTheyAre() {
      Launched launched = stub.run(environment, "a b", "", "*", "$HOME", "-x=\"1\"", "é");

      assertThat(launched.out()).startsWith("<a b>\n<>\n<*>\n<$HOME>\n<-x=\"1\">\n<é>\n");
    }

    @Test
    void passesOptionsToTheJvm_whenTheEnvironmentHasThem() {
      environment.put("PUSHSIM_JAVA_OPTS", "-Xmx64m -Dstub.property=/*");

      assertThat(stub.run(environment).out()).isEqualTo("property=/*\n");
    }

    @Test
    void leavesTheCollectorToTheOptions_whenTheyNameOne() {
      environment.put("PUSHSIM_JAVA_OPTS", "-XX:+UseParallelGC");

      assertThat(stub.run(environment)).isEqualTo(new Launched(0, "property=null\n", ""));
    }

    @Test
    void serverBeginsWithASmallHeap() {
      environment.put("STUB_HEAP", "");

      assertThat(stub.run(environment, "serve").out()).contains("heap=256\n");
    }

    @ParameterizedTest
    @CsvSource({
      "PUSHSIM_JAVA_OPTS, -Xmx96m",
      "PUSHSIM_JAVA_OPTS, -XX:MaxHeapSize=96m",
      "PUSHSIM_JAVA_OPTS, -XX:MaxRAMPercentage=0.5",
      "JAVA_TOOL_OPTIONS, -Xmx96m",
      "JDK_JAVA_OPTIONS, -Xmx96m",
    })
    void leavesAServersHeapToTheOptions_whenTheyNameOne(String variable, String options) {
      environment.put("STUB_HEAP", "");
      environment.put(variable, options);

      Launched launched = stub.run(environment, "serve");

      assertThat(launched.exitCode()).isZero();
      assertThat(launched.out()).contains("heap=").doesNotContain("heap=256");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 141})
    void endsWithTheProgramsExitCode(int exitCode) {
      environment.put("STUB_EXIT", Integer.toString(exitCode));

      assertThat(stub.run(environment, "replay").exitCode()).isEqualTo(exitCode);
    }

    @Test
    void takesJavaFromThePath_whenJavaHomeIsNotSet() {
      String bin = environment.remove("JAVA_HOME") + "/bin";
      environment.merge("PATH", bin, (path, java) -> java + ":" + path);

      assertThat(stub.run(environment, "x").out()).startsWith("<x>");
    }

    @Test
    void saysSo_whenThereIsNoJava() {
      Launched launched = stub.run(Map.of("PATH", folder.toString()), "x");

      assertThat(launched)
          .isEqualTo(
              new Launched(
                  3,
                  "",
                  "pushsim: no Java found: JAVA_HOME is not set and there is no java on PATH;"
                      + " install Java 17 or newer\n"));
    }

    @Test
    void namesJavaHome_whenItHoldsNoJava() {
      environment.put("JAVA_HOME", "/no/such");

      Launched launched = stub.run(environment, "x");

      assertThat(launched.err())
          .startsWith("pushsim: JAVA_HOME is /no/such, but there is no /no/such/bin/java; set it");
      assertThat(launched.exitCode()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_392", "11.0.2", "9", "16-ea"})
    void namesTheJavaWithoutStartingIt_whenItsReleaseFileSaysItIsTooOld(String version)
        throws IOException {
      Path java = fakeJava("echo started; exit 1");
      Files.writeString(
          folder.resolve("jdk/release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");

      Launched launched = stub.run(environment, "x");

      assertThat(launched)
          .isEqualTo(
              new Launched(
                  3,
                  "",
                  "pushsim: %s (from JAVA_HOME) is Java %s; Java 17 or newer is needed\n"
                      .formatted(java, version)));
    }

    @Test
    void asksTheJava_whenItHasNoReleaseFile() throws IOException {
      Path java = fakeJava("echo 'Picked up X'; echo 'openjdk version \"1.8.0_1\" 2014' >&2");

      assertThat(stub.run(environment, "x").err())
          .isEqualTo(
              "pushsim: %s (from JAVA_HOME) is Java 1.8.0_1; Java 17 or newer is needed\n"
                  .formatted(java));
    }

    @Test
    void saysWhatTheJavaSaid_whenItDoesNotRun() throws IOException {
      Path java = fakeJava("echo 'wrong architecture' >&2; exit 126");

      Launched launched = stub.run(environment, "x");

      assertThat(launched.err())
          .isEqualTo(
              "pushsim: %s (from JAVA_HOME) does not run: wrong architecture\n".formatted(java));
      assertThat(launched.exitCode()).isEqualTo(3);
    }

    private Path fakeJava(String script) throws IOException {
      Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
      Files.writeString(java, "#!/bin/sh\n" + script + "\n");
      Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
      environment.put("JAVA_HOME", folder.resolve("jdk").toString());
      return java;
    }
  }

  static Stream<List<String>> shells() {
    Map<Path, List<String>> shells = new HashMap<>();
    shells.put(Path.of("/bin/sh"), List.of("/bin/sh"));
    shells.put(Path.of("/bin/dash"), List.of("/bin/dash"));
    shells.put(Path.of("/bin/bash"), List.of("/bin/bash", "--posix"));
    shells.put(Path.of("/bin/busybox"), List.of("/bin/busybox", "sh"));
    return shells.entrySet().stream()
        .filter(shell -> Files.isExecutable(shell.getKey()))
        .map(Map.Entry::getValue);
  }
}
