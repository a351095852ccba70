package io.pushsim.check.input;

import io.pushsim.check.input.InputFiles.FoundFile;
import io.pushsim.document.Node;
import io.pushsim.document.Problem;
import java.util.List;

/**
 * What is in a file.
 *
 * @param roots its documents
 * @param known whether it is an input for what stands in it besides documents
 * @param passedOver whether it is something else, in a folder
 */
record OpenedFile(
    FoundFile file, List<Node> roots, List<Problem> problems, boolean known, boolean passedOver) {

  static OpenedFile of(FoundFile file, List<Node> roots, AwsErrors errors) {
    return new OpenedFile(file, roots, errors.problems(), errors.count() > 0, false);
  }

  /** A file that cannot be read, or not wholly. */
  static OpenedFile refused(FoundFile file, List<Problem> problems) {
    return new OpenedFile(file, List.of(), problems, false, false);
  }

  /** A file that is no input: a problem where it was named itself. */
  static OpenedFile strange(FoundFile file, String message) {
    return file.given()
        ? refused(file, List.of(Problem.ofFile(file.name(), message)))
        : new OpenedFile(file, List.of(), List.of(), false, true);
  }
}
