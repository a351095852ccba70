package io.pushsim.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a handler's fs module reaches: its own package, to read, and its environment's /tmp. */
class FilesTest {
  private static final long BLOCK = 4096;

  private final Replay replay = new Replay();

  @AfterEach
  void close() {
    replay.close();
  }

  private static FunctionVersion handler(String body) {
    return Functions.handler(
        "const fs = require('fs'); exports.handler = async (event) => { " + body + " };");
  }

  private String payload(FunctionVersion function) {
    return replay.invoke(function, "{}").result().payload();
  }

  @Test
  void readsThePackageAndChangesNothingInIt() {
    FunctionVersion function =
        Functions.function(
            "nodejs22.x",
            "index.handler",
            Functions.code(
                Map.of(
                    "data/a.txt",
                    "content",
                    "index.js",
                    "const fs = require('fs'); exports.handler = async () => { try {"
                        + " fs.writeFileSync('/var/task/data/a.txt', 'x'); } catch (e) { return ["
                        + "fs.readFileSync(__dirname + '/data/a.txt', 'utf8'),"
                        + " fs.readdirSync('/var/task'), fs.statSync('data').isDirectory(),"
                        + " e.message]; } };")));

    assertThat(payload(function))
        .isEqualTo(
            "[\"content\",[\"data\",\"index.js\"],true,"
                + "\"EROFS: read-only file system, open '/var/task/data/a.txt'\"]");
  }

  @Test
  void findsNothingOfTheMachine() {
    String body =
        "return ['/etc/passwd', '/proc/self/environ', '/tmp/../etc/hosts', '/root', '/home']"
            + ".map((file) => fs.existsSync(file)).concat(fs.readdirSync('/'));";

    assertThat(payload(handler(body))).isEqualTo("[false,false,false,false,false,\"tmp\",\"var\"]");
  }

  @Test
  void keepsTmpForTheNextInvocationOfTheEnvironmentAndForNoOther() {
    FunctionVersion function =
        handler(
            "const was = fs.existsSync('/tmp/x'); fs.writeFileSync('/tmp/x', 'y');"
                + " return was;");

    try (ExecutionEnvironment environment = replay.runtime.start(function)) {
      assertThat(replay.invoke(environment, "{}").result().payload()).isEqualTo("false");
      assertThat(replay.invoke(environment, "{}").result().payload()).isEqualTo("true");
    }
    assertThat(payload(function)).isEqualTo("false");
  }

  @Test
  void keepsTmpWhenTheProcessHasEnded() {
    FunctionVersion function =
        handler(
            "if (fs.existsSync('/tmp/x')) return fs.readFileSync('/tmp/x', 'utf8');"
                + " fs.writeFileSync('/tmp/x', 'still here'); process.exit(1);");

    try (ExecutionEnvironment environment = replay.runtime.start(function)) {
      assertThat(replay.invoke(environment, "{}").result().payload()).contains("Runtime.ExitError");
      assertThat(replay.invoke(environment, "{}").result().payload()).isEqualTo("\"still here\"");
    }
  }

  @Test
  void refusesWhatIsLargerThanTheEphemeralStorage() {
    String body =
        "fs.writeFileSync('/tmp/x', 'y'); try { fs.truncateSync('/tmp/x', 513 * 1024 * 1024); }"
            + " catch (e) { return [e.code, e.message, fs.statSync('/tmp/x').size]; }";

    assertThat(payload(handler(body)))
        .isEqualTo("[\"ENOSPC\",\"ENOSPC: no space left on device, ftruncate\",1]");
  }

  @Test
  void countsWholeBlocksAndGivesThemBack() {
    TemporaryFolder folder = new TemporaryFolder(3 * BLOCK);
    folder.add("/tmp/d", true, 0755, 0);
    folder.add("/tmp/d/a", false, 0644, 0);
    TemporaryFolder.Entry file = folder.entry("/tmp/d/a").orElseThrow();

    assertThat(folder.write(file, 0, new byte[(int) BLOCK + 1], 1)).isTrue();
    assertThat(folder.add("/tmp/b", false, 0644, 0)).isFalse();
    assertThat(folder.resize(file, BLOCK, 1)).isTrue();
    assertThat(folder.add("/tmp/b", false, 0644, 0)).isTrue();
    assertThat(folder.write(file, BLOCK, new byte[1], 1)).isFalse();
    folder.remove("/tmp/b");
    assertThat(folder.write(file, BLOCK, new byte[1], 1)).isTrue();
  }

  @Test
  void fillsWithZerosWhatIsWrittenBehindTheEnd() {
    TemporaryFolder folder = new TemporaryFolder(BLOCK);
    folder.add("/tmp/a", false, 0644, 0);
    TemporaryFolder.Entry file = folder.entry("/tmp/a").orElseThrow();

    folder.write(file, 0, "longer".getBytes(UTF_8), 1);
    folder.resize(file, 1, 2);
    folder.write(file, 3, "x".getBytes(UTF_8), 3);

    assertThat(TemporaryFolder.read(file, 0, 100)).containsExactly('l', 0, 0, 'x');
    assertThat(file.modified).isEqualTo(3);
  }

  @Test
  void movesAFolderWithAllInIt() {
    TemporaryFolder folder = new TemporaryFolder(10 * BLOCK);
    folder.add("/tmp/a", true, 0755, 0);
    folder.add("/tmp/a/b", true, 0755, 0);
    folder.add("/tmp/a/b/c", false, 0644, 0);
    folder.add("/tmp/a-b", false, 0644, 0);

    folder.rename("/tmp/a", "/tmp/z");

    assertThat(folder.names("/tmp")).containsExactly("a-b", "z");
    assertThat(folder.names("/tmp/z/b")).containsExactly("c");
    assertThat(folder.entry("/tmp/a/b/c")).isEmpty();
  }
}
