package io.pushsim.scenario;

import io.pushsim.document.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Scenario files that cannot be replayed as they are, with everything that is wrong with them. */
public final class ScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public ScenarioException(List<Problem> problems) {
    super(
        problems.stream().map(Problem::toString).collect(Collectors.joining("\n")),
        null,
        false,
        false);
    this.problems = List.copyOf(problems);
  }

  ScenarioException(Problem problem) {
    this(List.of(problem));
  }

  /** In the order of the files, in each by line. */
  public List<Problem> problems() {
    return problems;
  }
}
