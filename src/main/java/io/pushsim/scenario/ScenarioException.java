package io.pushsim.scenario;

import io.pushsim.document.DocumentException;
import io.pushsim.document.Problem;
import java.util.List;

/** Scenario files that cannot be replayed as they are, with everything that is wrong with them. */
public final class ScenarioException extends DocumentException {
  private static final long serialVersionUID = 1L;

  /**
   * @param problems in the order of the files, in each by line
   */
  public ScenarioException(List<Problem> problems) {
    super(problems);
  }

  ScenarioException(Problem problem) {
    this(List.of(problem));
  }
}
