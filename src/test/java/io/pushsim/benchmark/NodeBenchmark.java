package io.pushsim.benchmark;

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

  /** Marks the home of a Java that is to compile JavaScript. */
  private static final String COMPILED = "jit:";

  /** A handler's file, and that of the event that it gets. */
  private enum Handler {
    TUTORIAL(FunctionCode.TUTORIAL, "tutorial-event.json"),
    S3(FILES.resolve("s3-handler.js"), "s3-event.json");

    private final String file;
    private final String event;

    Handler(Path file, String event) {
      this.file = file.toString();
      this.event = FILES.resolve(event).toString();
    }
  }

  private NodeBenchmark() {}

  /**
   * Measures and prints.
   *
   * @param arguments seconds of a run, rounds, and the homes of the Javas, after {@code jit:} where
   *     JavaScript is to be compiled
   */
  public static void main(String... arguments) throws IOException, InterruptedException {
    int seconds = Integer.parseInt(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    for (Handler handler : Handler.values()) {
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

  private static List<String> node(Handler handler, int seconds) {
    return List.of(
        "node",
        FILES.resolve("node-loop.js").toString(),
        handler.file,
        handler.event,
        Integer.toString(seconds));
  }

  private static List<String> java(String java, Handler handler, int seconds) {
    boolean compiled = java.startsWith(COMPILED);
    String home = compiled ? java.substring(COMPILED.length()) : java;
    List<String> command = new ArrayList<>(List.of(home + "/bin/java", "-XX:+UseSerialGC"));
    if (compiled) {
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
            handler.file,
            handler.event,
            Integer.toString(seconds)));
    return command;
  }
}
