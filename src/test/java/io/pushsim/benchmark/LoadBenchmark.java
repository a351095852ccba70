package io.pushsim.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many pushes a second {@code pushsim load} gets done within its process, by a handler that
 * returns a number, beside the POSTs that a bare server answers to {@code wrk}: in turn, as
 * processes. The rate grows in steps; the last one that the simulator keeps up with counts.
 */
public final class LoadBenchmark {
  private static final int BARE_PORT = 4597;
  private static final int CONNECTIONS = 256;
  private static final int FIRST = 8_000;
  private static final int STEP = 2_000;
  private static final int STEPS = 18;
  private static final Path CANARY = Path.of("target/pushsim/scenarios/canary.yaml");
  private static final ObjectMapper JSON = new ObjectMapper();

  private LoadBenchmark() {}

  /**
   * Measures and prints.
   *
   * @param arguments seconds of a step, rounds, seconds of warm-up, and then the homes of the Javas
   *     to compare (else that of the environment)
   */
  public static void main(String... arguments) throws IOException, InterruptedException {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    int warmUp = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 30;
    List<String> javas =
        arguments.length > 3
            ? List.of(arguments).subList(3, arguments.length)
            : List.of(System.getProperty("java.home"));
    Path story = trivialCanary();
    List<Double> answered = new ArrayList<>();
    List<List<Double>> kept =
        javas.stream().map(java -> (List<Double>) new ArrayList<Double>()).toList();
    for (int round = 0; round < rounds; round++) {
      answered.add(bare(seconds));
      for (int i = 0; i < javas.size(); i++) {
        kept.get(i).add(keptUpWith(load(story, seconds, warmUp, javas.get(i)), seconds));
      }
    }
    System.out.printf("bare server answers %s POSTs a second%n", Figures.told(answered, "%.0f"));
    for (int i = 0; i < javas.size(); i++) {
      System.out.printf(
          "%s: %s pushes a second, %.2f of the bare server's%n",
          javas.get(i),
          Figures.told(kept.get(i), "%.0f"),
          Figures.median(kept.get(i)) / Figures.median(answered));
    }
  }

  /** The canary, whose two versions return a number and do nothing else. */
  private static Path trivialCanary() throws IOException {
    Path folder = Files.createTempDirectory("load");
    for (String version : List.of("hello-v1", "hello-v2")) {
      Files.createDirectory(folder.resolve(version));
      Files.writeString(
          folder.resolve(version).resolve("index.js"), "exports.handler = async () => 1;");
    }
    return Files.copy(CANARY, folder.resolve("canary.yaml"));
  }

  private static double bare(int seconds) throws IOException, InterruptedException {
    try (Served bare = Served.bare(BARE_PORT)) {
      URI url = bare.url("/_pushsim/events");
      Wrk.drive("event.lua", url, CONNECTIONS, seconds);
      return Wrk.drive("event.lua", url, CONNECTIONS, seconds).perSecond();
    }
  }

  private static JsonNode load(Path story, int seconds, int warmUp, String java)
      throws IOException, InterruptedException {
    String steps =
        IntStream.range(0, STEPS)
            .mapToObj(step -> Integer.toString(FIRST + step * STEP))
            .collect(Collectors.joining(","));
    ProcessBuilder command =
        new ProcessBuilder(
                "target/pushsim/bin/pushsim",
                "load",
                story.toString(),
                "--rate",
                steps,
                "--duration",
                STEPS * seconds + "s",
                "--warmup",
                warmUp + "s",
                "--format",
                "json")
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    command.environment().put("JAVA_HOME", java);
    Process load = command.start();
    String told = new String(load.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    load.waitFor(); // one that was ended early, as too much was under way, has its figures all the
    // same
    return JSON.readTree(told);
  }

  /** The highest step at whose end no more was under way than comes in a quarter of a second. */
  private static double keptUpWith(JsonNode report, int seconds) {
    double most = 0;
    for (JsonNode moment : report.path("moments")) {
      double asked = moment.path("asked").asDouble();
      boolean isAtItsEnd = moment.path("second").asDouble() % seconds > seconds / 2.0;
      if (isAtItsEnd && moment.path("second").asDouble() < (double) STEPS * seconds) {
        if (moment.path("underWay").asDouble() > asked / 4) {
          return most;
        }
        most = Math.max(most, asked);
      }
    }
    return most;
  }
}
