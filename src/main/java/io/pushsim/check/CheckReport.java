package io.pushsim.check;

import io.pushsim.check.finding.Finding;
import io.pushsim.check.finding.Severity;
import io.pushsim.document.Problem;
import java.util.List;

/**
 * What a check came to.
 *
 * @param problems what could not be read as it should be; the rest was checked all the same
 * @param passedOver files of folders that are none of a check's inputs
 * @param stale how many entries of the baseline none of the findings is
 */
public record CheckReport(
    List<CheckedSetUp> setUps, List<Problem> problems, List<String> passedOver, int stale) {
  public CheckReport {
    setUps = List.copyOf(setUps);
    problems = List.copyOf(problems);
    passedOver = List.copyOf(passedOver);
  }

  /** How many findings there are of that severity. */
  public long count(Severity severity) {
    return setUps.stream()
        .flatMap(setUp -> setUp.findings().stream())
        .map(Finding::kind)
        .filter(kind -> kind.severity() == severity)
        .count();
  }

  /** Whether no rule is dead and no hole is open. */
  public boolean passed() {
    return count(Severity.ERROR) == 0;
  }
}
