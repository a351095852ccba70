package io.pushsim.check;

import io.pushsim.check.input.Deployment;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.input.Inputs;
import io.pushsim.cli.CheckForms;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Checks files as the command does. */
final class CheckedFiles {
  private CheckedFiles() {}

  static CheckReport check(Path... files) {
    return new Checker(Set.of(), Baseline.EMPTY).check(gather(Deployment.UNKNOWN, files));
  }

  static Gathering gather(Deployment deployment, Path... files) {
    Gathering gathering = new Gathering(deployment);
    Inputs.read(List.of(files), CheckForms.all(), gathering);
    return gathering;
  }
}
