package io.pushsim.check;

import io.pushsim.check.input.Deployment;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.input.Inputs;
import io.pushsim.cli.CheckForms;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks files as the command does. */
final class CheckedFiles {
  /** Where templates and plans are deployed. */
  static final Deployment DEPLOYMENT =
      new Deployment(Optional.of("111111111111"), Optional.of("us-west-2"), Map.of());

  private CheckedFiles() {}

  static CheckReport check(Path... files) {
    return new Checker(Set.of(), Baseline.EMPTY).check(gather(DEPLOYMENT, files));
  }

  static Gathering gather(Deployment deployment, Path... files) {
    Gathering gathering = new Gathering(deployment);
    Inputs.read(List.of(files), CheckForms.all(), gathering);
    return gathering;
  }
}
