package io.pushsim.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures {@code pushsim check} as a whole process, on the same set-up in each form of inputs, in
 * turn.
 *
 * <p>Arguments: functions, each with five aliases and a bucket (1000), rounds (5). Needs what
 * {@code mvn package} builds.
 */
public final class CheckBenchmark {
  private CheckBenchmark() {}

  /**
   * Measures and prints.
   *
   * @param arguments functions, rounds
   */
  public static void main(String... arguments) throws IOException, InterruptedException {
    int functions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    Path folder = Files.createTempDirectory("check-benchmark");
    ManyRules rules = new ManyRules(functions);
    Map<String, Path> inputs = new LinkedHashMap<>();
    inputs.put("saved output", rules.savedOutput(folder.resolve("saved")));
    inputs.put("plan", rules.plan(folder.resolve("plan.json")));
    inputs.put("templates", rules.templates(folder.resolve("templates")));
    inputs.put("scenario", rules.scenario(folder.resolve("story")));
    Map<String, List<Double>> seconds = new LinkedHashMap<>();
    for (int round = 0; round <= rounds; round++) {
      for (Map.Entry<String, Path> input : inputs.entrySet()) {
        double taken = check(input.getValue());
        if (round > 0) { // The first round may be what the class-data archive is made beside.
          seconds.computeIfAbsent(input.getKey(), key -> new ArrayList<>()).add(taken);
        }
      }
    }
    seconds.forEach(
        (form, taken) -> System.out.printf("%s: %s s%n", form, Figures.told(taken, "%.2f")));
    System.out.println("The inputs are in " + folder);
  }

  private static double check(Path input) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder("target/pushsim/bin/pushsim", "check", input.toString())
            .redirectOutput(new File("target/check-benchmark.txt"))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int exitCode = process.waitFor();
    if (exitCode > 1) {
      throw new IOException("check of " + input + " ended with " + exitCode);
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
