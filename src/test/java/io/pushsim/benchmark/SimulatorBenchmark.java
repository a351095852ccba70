package io.pushsim.benchmark;

import com.sun.management.OperatingSystemMXBean;
import io.pushsim.policy.AccessRequest;
import io.pushsim.policy.Decision;
import io.pushsim.policy.PolicyDocument;
import io.pushsim.policy.PolicyEvaluator;
import io.pushsim.policy.differential.AccessCase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decisions in a second of processor time (all threads of the process), pushsim's and those of
 * {@code @cloud-copilot/iam-simulate} in Node.js, on the same generated cases, each made on one
 * thread, in turn. What else the machine does counts little that way.
 *
 * <p>Arguments: seconds of processor time of a round (3), rounds (5), cases (2000).
 */
public final class SimulatorBenchmark {
  private static final long SEED = 6;

  /** As many more are generated, for the simulator's entry does not take every one. */
  private static final int SPARE = 3;

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private static final int WARM_UP_ROUNDS = 3;
  private static final List<String> ENTRIES =
      List.of("runSimulation", "runSimulation, raw policy", "runUnsafeSimulation");

  private static final List<Way> OURS =
      List.of(
          new Way("pushsim", AccessCase::decide),
          new Way("pushsim, request made anew", SimulatorBenchmark::ask),
          new Way("pushsim, policy and request made anew", SimulatorBenchmark::read));

  private record Way(String name, Function<AccessCase, Decision.Kind> decision) {}

  private SimulatorBenchmark() {}

  /**
   * Measures and prints.
   *
   * @param arguments seconds of a round, rounds, cases
   */
  public static void main(String... arguments) throws IOException {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    int count = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2000;
    List<AccessCase> offered = AccessCase.generated(SEED, SPARE * count).toList();
    try (NpmSimulator simulator = NpmSimulator.start(offered, count, seconds)) {
      List<AccessCase> cases = simulator.places().stream().map(offered::get).toList();
      System.out.printf("%d cases%n", cases.size());
      for (int i = 0; i < WARM_UP_ROUNDS; i++) {
        round(simulator, cases, seconds);
      }
      Map<String, List<Double>> rates = new LinkedHashMap<>();
      for (int i = 0; i < rounds; i++) {
        round(simulator, cases, seconds)
            .forEach((what, rate) -> rates.computeIfAbsent(what, w -> new ArrayList<>()).add(rate));
      }
      rates.forEach(
          (what, measured) ->
              System.out.printf("%s: %s/s%n", what, Figures.told(measured, "%.0f")));
      OURS.forEach(ours -> ENTRIES.forEach(entry -> printRatio(rates, ours.name(), entry)));
    }
  }

  private static Map<String, Double> round(
      NpmSimulator simulator, List<AccessCase> cases, int seconds) throws IOException {
    Map<String, Double> rates = new LinkedHashMap<>();
    for (String entry : ENTRIES) {
      rates.put(entry, simulator.rate(entry));
    }
    OURS.forEach(ours -> rates.put(ours.name(), rate(cases, ours.decision(), seconds)));
    return rates;
  }

  private static void printRatio(Map<String, List<Double>> rates, String ours, String entry) {
    List<Double> ratios = new ArrayList<>();
    List<Double> first = rates.getOrDefault(ours, List.of());
    List<Double> second = rates.getOrDefault(entry, List.of());
    for (int i = 0; i < first.size(); i++) {
      ratios.add(first.get(i) / second.get(i));
    }
    System.out.printf("%s to %s: %s%n", ours, entry, Figures.told(ratios, "%.0f"));
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

  private static double rate(
      List<AccessCase> cases, Function<AccessCase, Decision.Kind> decision, int seconds) {
    long allowed = 0;
    long decided = 0;
    long start = PROCESS.getProcessCpuTime();
    long used = 0;
    while (used < seconds * 1_000_000_000L) {
      for (AccessCase given : cases) {
        allowed += decision.apply(given) == Decision.Kind.ALLOWED ? 1 : 0;
      }
      decided += cases.size();
      used = PROCESS.getProcessCpuTime() - start;
    }
    if (allowed == 0) {
      throw new IllegalStateException("nothing was allowed, so nothing was measured");
    }
    return 1e9 * decided / used;
  }
}
