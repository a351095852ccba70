package io.pushsim.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Allocation bombs in a JVM with a small heap, beside a neighbour that must not notice. */
class AllocationBombIT {

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void neighbourLosesNothing_whenTheHeapIsSmall() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "io.pushsim.runtime.BombedNeighbour")
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();

    List<String> bombs = output.lines().filter(line -> line.startsWith("BOMB")).toList();
    assertThat(bombs).as(output).hasSize(BombedNeighbour.BOMBS.size());
    assertThat(bombs)
        .allMatch(line -> line.contains("signal: killed") || line.contains("RangeError"));
    assertThat(output).containsPattern("NEIGHBOUR invocations \\d+ killed 0 wrong 0 ");
    // Threads that died, the guard's for one.
    assertThat(output).doesNotContain("OutOfMemoryError");
    assertThat(output).containsPattern("HEAP [0-9]{1,2} MB after, abandoned 0");
  }
}
