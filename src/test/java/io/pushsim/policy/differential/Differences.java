package io.pushsim.policy.differential;

import io.pushsim.policy.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How another evaluator's decisions differ from pushsim's.
 *
 * @param asked how many cases both have decided
 * @param explained the number of differences by the peculiarity that alone explains each
 * @param unexplained the differences that no peculiarity explains, in words
 */
public record Differences(int asked, Map<String, Integer> explained, List<String> unexplained) {
  /** Under which differences are counted that only several peculiarities together explain. */
  private static final String TOGETHER = "several together";

  /**
   * Compares decision by decision.
   *
   * @param decisions the other's, by the names of our kinds, in the order of the cases
   */
  public static Differences of(
      OtherEvaluator other, List<AccessCase> cases, List<String> decisions) {
    Map<String, Integer> explained = new LinkedHashMap<>();
    other.peculiarities().forEach(peculiarity -> explained.put(peculiarity.name(), 0));
    explained.put(TOGETHER, 0);
    List<String> unexplained = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      AccessCase given = cases.get(i);
      String theirs = decisions.get(i);
      Decision.Kind ours = given.decide();
      if (!theirs.equals(ours.name())) {
        String reason = reason(other, given, theirs);
        if (explained.computeIfPresent(reason, (name, count) -> count + 1) == null) {
          unexplained.add("pushsim %s, %s %s: %s".formatted(ours, other.name(), theirs, reason));
        }
      }
    }
    return new Differences(cases.size(), explained, List.copyOf(unexplained));
  }

  // The name of what explains the difference, or the case itself where nothing does.
  private static String reason(OtherEvaluator other, AccessCase given, String theirs) {
    Stream<String> alone =
        other.peculiarities().stream()
            .filter(peculiarity -> explains(List.of(peculiarity), given, theirs))
            .map(Peculiarity::name);
    return alone
        .findFirst()
        .orElseGet(
            () -> explains(other.peculiarities(), given, theirs) ? TOGETHER : given.toJson());
  }

  private static boolean explains(List<Peculiarity> open, AccessCase given, String theirs) {
    return Possible.decisions(given, open).stream().map(Enum::name).anyMatch(theirs::equals);
  }

  /** The rows of the table that the documentation has of this. */
  public List<String> rows() {
    int different = explained.values().stream().mapToInt(Integer::intValue).sum();
    return Stream.concat(
            Stream.of(
                "| cases | %,d |".formatted(asked),
                "| decided alike | %,d |".formatted(asked - different - unexplained.size())),
            explained.entrySet().stream()
                .map(entry -> "| `%s` | %,d |".formatted(entry.getKey(), entry.getValue())))
        .toList();
  }
}
