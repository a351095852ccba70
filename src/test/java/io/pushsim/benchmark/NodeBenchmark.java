package io.pushsim.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Warm invocations a second of two handlers, beside real Node.js that calls them in a loop: in
 * turn, each in a process of its own, with one thread for JavaScript; the best second of each
 * counts, when it has warmed up.
 */
public final class NodeBenchmark {
  private static final Path FILES = Path.of("src/test/resources/benchmark");
  private static final Map<String, String> EVENTS =
      Map.of("tutorial", "tutorial-event.json", "s3-handler", "s3-event.json");

  private NodeBenchmark() {}

  /**
   * Measures and prints.
   *
   * @param arguments seconds of a run, rounds, and the homes of the Javas; those of 25 and newer
   *     compile JavaScript
   */
  public static void main(String... arguments) throws IOException, InterruptedException {
    int seconds = Integer.parseInt(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    for (String handler : List.of("tutorial", "s3-handler")) {
      Map<String, List<Double>> rates = new LinkedHashMap<>();
      for (int round = 0; round < rounds; round++) {
        measure(rates, "node", node(handler, seconds));
        for (int i = 2; i < arguments.length; i++) {
          measure(rates, arguments[i], java(arguments[i], handler, seconds));
        }
      }
      double node = Figures.median(rates.getOrDefault("node", List.of()));
      rates.forEach(
          (what, measured) ->
              System.out.printf(
                  "%s, %s: %s calls a second, %.2f of node's%n",
                  handler, what, Figures.told(measured, "%.0f"), Figures.median(measured) / node));
    }
  }

  private static void measure(Map<String, List<Double>> rates, String what, List<String> command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command + " ended with " + process.exitValue());
    }
    rates
        .computeIfAbsent(what, none -> new ArrayList<>())
        .add(told.lines().mapToDouble(Double::parseDouble).max().orElseThrow());
  }

  private static List<String> node(String handler, int seconds) {
    return List.of(
        "node",
        FILES.resolve("node-loop.js").toString(),
        FILES.resolve(handler + ".js").toString(),
        FILES.resolve(EVENTS.get(handler)).toString(),
        Integer.toString(seconds));
  }

  private static List<String> java(String home, String handler, int seconds) {
    List<String> command = new ArrayList<>(List.of(home + "/bin/java", "-XX:+UseSerialGC"));
    if (new File("target/pushsim/jit").isDirectory() && home.contains("25")) {
      command.addAll(
          List.of(
              "--sun-misc-unsafe-memory-access=allow",
              "--enable-native-access=ALL-UNNAMED",
              "-XX:+UnlockExperimentalVMOptions",
              "-XX:+EnableJVMCI",
              "--upgrade-module-path=target/pushsim/jit"));
    }
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            HandlerLoop.class.getName(),
            FILES.resolve(handler + ".js").toString(),
            FILES.resolve(EVENTS.get(handler)).toString(),
            Integer.toString(seconds)));
    return command;
  }
}
