package io.pushsim.check.saved;

import io.pushsim.check.input.InputFile;
import io.pushsim.check.setup.Dialect;
import io.pushsim.check.setup.Origin;
import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import io.pushsim.document.Problem;
import java.nio.file.Path;

/** An answer as it was saved. */
record Saved(InputFile file, MappingNode root, Answer answer) {

  /** The file's absolute path without detours. */
  Path path() {
    return file.path().toAbsolutePath().normalize();
  }

  Origin origin() {
    return origin(root);
  }

  /** Of a part of the answer. */
  static Origin origin(Node part) {
    return Origin.of(Dialect.CLI_OUTPUT, part.place());
  }

  Problem problem(String message) {
    return Problem.at(root.place(), message);
  }
}
