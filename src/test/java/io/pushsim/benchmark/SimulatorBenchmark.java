package io.pushsim.benchmark;

import io.pushsim.policy.AccessRequest;
import io.pushsim.policy.Decision;
import io.pushsim.policy.PolicyDocument;
import io.pushsim.policy.PolicyEvaluator;
import io.pushsim.policy.differential.AccessCase;
import io.pushsim.testing.NodeProject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decisions a second, pushsim's and those of {@code @cloud-copilot/iam-simulate} in Node.js, on the
 * same generated cases, each on one thread, one after the other.
 *
 * <p>Arguments: seconds of a round (5), rounds (5), cases (2000).
 */
public final class SimulatorBenchmark {
  private static final long SEED = 6;

  /** As many more are generated, for the simulator's entry does not take every one. */
  private static final int SPARE = 3;

  private SimulatorBenchmark() {}

  /**
   * Measures and prints.
   *
   * @param arguments seconds of a round, rounds, cases
   */
  public static void main(String... arguments) throws IOException, InterruptedException {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    int count = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2000;
    List<AccessCase> generated = AccessCase.generated(SEED, SPARE * count).toList();

    List<String> told = simulator(generated, count, rounds, seconds);
    List<AccessCase> cases =
        Arrays.stream(told.get(0).split(" ")).map(Integer::parseInt).map(generated::get).toList();
    List<Double> checked = rates(told.get(1));
    List<Double> unchecked = rates(told.get(2));
    List<Double> decided = measure(cases, SimulatorBenchmark::decide, rounds, seconds);
    List<Double> asked = measure(cases, SimulatorBenchmark::ask, rounds, seconds);
    List<Double> read = measure(cases, SimulatorBenchmark::read, rounds, seconds);

    System.out.printf("%d cases%n", cases.size());
    print("runSimulation", checked);
    print("runUnsafeSimulation", unchecked);
    print("pushsim, policy and request at hand", decided);
    print("pushsim, request made anew", asked);
    print("pushsim, policy read and request made anew", read);
    for (List<Double> ours : List.of(decided, asked, read)) {
      System.out.printf(
          "%.0f times runSimulation, %.0f times runUnsafeSimulation%n",
          Figures.median(ours) / Figures.median(checked),
          Figures.median(ours) / Figures.median(unchecked));
    }
  }

  private static Decision.Kind decide(AccessCase given) {
    return given.decide();
  }

  private static Decision.Kind ask(AccessCase given) {
    return PolicyEvaluator.decide(Optional.of(given.policy()), anew(given.request())).kind();
  }

  private static Decision.Kind read(AccessCase given) {
    PolicyDocument policy = PolicyDocument.fromPlain(given.plain());
    return PolicyEvaluator.decide(Optional.of(policy), anew(given.request())).kind();
  }

  private static AccessRequest anew(AccessRequest request) {
    return new AccessRequest(
        request.principal(), request.action(), request.resource(), request.context());
  }

  private static List<Double> measure(
      List<AccessCase> cases,
      Function<AccessCase, Decision.Kind> decision,
      int rounds,
      int seconds) {
    List<Double> rates = new ArrayList<>();
    long allowed = 0;
    for (int round = 0; round <= rounds; round++) {
      long start = System.nanoTime();
      long decided = 0;
      while (System.nanoTime() - start < seconds * 1_000_000_000L) {
        for (AccessCase given : cases) {
          allowed += decision.apply(given) == Decision.Kind.ALLOWED ? 1 : 0;
        }
        decided += cases.size();
      }
      rates.add(1e9 * decided / (System.nanoTime() - start));
    }
    if (allowed == 0) {
      throw new IllegalStateException("nothing was allowed, so nothing was measured");
    }
    return rates.subList(1, rates.size());
  }

  // What measure.mjs prints: the places of the cases taken, and the rates of its two entries.
  private static List<String> simulator(List<AccessCase> cases, int count, int rounds, int seconds)
      throws IOException, InterruptedException {
    NodeProject project = NodeProject.installed("iam/node/");
    project.script("simulation.mjs");
    Path file = Files.createTempFile("cases", ".jsonl");
    try {
      Files.write(file, cases.stream().map(AccessCase::toJson).toList());
      Process process =
          new ProcessBuilder(
                  "node",
                  project.script("measure.mjs").toString(),
                  file.toString(),
                  String.valueOf(count),
                  String.valueOf(rounds),
                  String.valueOf(seconds))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (BufferedReader out = process.inputReader()) {
        List<String> lines = out.lines().toList();
        if (process.waitFor() != 0) {
          throw new IllegalStateException("node ended with " + process.exitValue());
        }
        return lines;
      }
    } finally {
      Files.delete(file);
    }
  }

  private static List<Double> rates(String line) {
    return Arrays.stream(line.split(" ")).map(Double::parseDouble).toList();
  }

  private static void print(String what, List<Double> rates) {
    System.out.printf("%s: %s/s%n", what, Figures.told(rates, "%.0f"));
  }
}
