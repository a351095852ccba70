package io.pushsim.check;

import io.pushsim.check.decision.Inventory;
import io.pushsim.check.decision.Matrix;
import io.pushsim.check.finding.Finding;
import io.pushsim.check.finding.FindingKind;
import io.pushsim.check.finding.Inspector;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.setup.SetUp;
import io.pushsim.document.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Checks what the inputs say.
 *
 * @param ignored kinds of findings that are not told
 * @param baseline findings that are not told
 */
public record Checker(Set<FindingKind> ignored, Baseline baseline) {
  public Checker {
    ignored = Set.copyOf(ignored);
  }

  /** Decides and inspects each of the set-ups. */
  public CheckReport check(Gathering gathering) {
    List<Problem> problems = new ArrayList<>(gathering.problems());
    List<CheckedSetUp> checked = new ArrayList<>();
    gathering
        .setUps()
        .forEach((title, setUp) -> checked.add(check(title, setUp, gathering, problems)));
    return new CheckReport(checked, problems, gathering.passedOver(), baseline.stale(checked));
  }

  private CheckedSetUp check(
      String title, SetUp setUp, Gathering gathering, List<Problem> problems) {
    Inventory inventory =
        new Inventory(
            setUp, gathering.deployment().accountText(), gathering.deployment().regionText());
    problems.addAll(inventory.problems());
    Matrix matrix = Matrix.of(inventory);
    List<Finding> findings = Inspector.inspect(inventory, matrix);
    return new CheckedSetUp(
        title,
        inventory,
        matrix,
        findings,
        findings.stream()
            .filter(finding -> !ignored.contains(finding.kind()))
            .filter(finding -> !baseline.knows(title, finding))
            .toList());
  }
}
