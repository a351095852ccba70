package io.pushsim.check.template;

import io.pushsim.check.input.Deployment;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.input.InputFile;
import io.pushsim.check.setup.SetUp;
import io.pushsim.document.Documents;
import io.pushsim.document.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads templates for tests. */
final class Templates {
  static final Documents.Limits LIMITS =
      new Documents.Limits(
          64 << 20,
          100,
          100_000,
          true,
          new Documents.Words("an input", "an input has something", "split it"));

  private Templates() {}

  /** What a template says, and what is wrong with it. */
  record Read(SetUp setUp, List<Problem> problems) {
    List<String> told() {
      return problems.stream().map(Problem::toString).toList();
    }
  }

  /** Reads it as deployed to account 111111111111 and us-west-2. */
  static Read read(String text) {
    return read(text, Map.of());
  }

  static Read read(String text, Map<String, String> parameters) {
    return read(
        text, new Deployment(Optional.of("111111111111"), Optional.of("us-west-2"), parameters));
  }

  static Read read(String text, Deployment deployment) {
    Gathering gathering = new Gathering(deployment);
    InputFile file =
        new InputFile(
            "stack.yaml", Path.of("stack.yaml"), Documents.parse("stack.yaml", text, LIMITS));
    new TemplateForm().read(file, gathering);
    return new Read(gathering.setUp().build(), gathering.problems());
  }
}
