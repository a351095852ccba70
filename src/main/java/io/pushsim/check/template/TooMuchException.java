package io.pushsim.check.template;

import io.pushsim.document.Problem;

/** A template that asks for more work than any real one does. */
final class TooMuchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  TooMuchException(Problem problem) {
    super(problem.toString(), null, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
