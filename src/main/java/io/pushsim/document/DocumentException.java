package io.pushsim.document;

import java.util.List;
import java.util.stream.Collectors;

/** A file that cannot be read as what it should be, with everything that is wrong with it. */
public class DocumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public DocumentException(List<Problem> problems) {
    super(
        problems.stream().map(Problem::toString).collect(Collectors.joining("\n")),
        null,
        false,
        false);
    this.problems = List.copyOf(problems);
  }

  DocumentException(Problem problem) {
    this(List.of(problem));
  }

  /** At least one, in the order of the file. */
  public List<Problem> problems() {
    return problems;
  }
}
