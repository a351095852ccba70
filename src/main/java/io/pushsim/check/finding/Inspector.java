package io.pushsim.check.finding;

import io.pushsim.check.decision.Inventory;
import io.pushsim.check.decision.Matrix;
import java.util.Comparator;
import java.util.List;

/** Finds everything that is wrong with a set-up. */
public final class Inspector {
  /** In this order: a fault that explains why a rule is dead comes before the dead rules. */
  private static final List<Inspection> INSPECTIONS =
      List.of(
          new RefusedGrants(),
          new SourceFaults(),
          new DeadStatements(),
          new Configurations(),
          new DeadRules(),
          new OpenGrants(),
          new TargetChoices(),
          new Filters(),
          new Recursions(),
          new Weights(),
          new UnusedGrants(),
          new PolicySizes());

  private Inspector() {}

  /** The findings, the worst first, then by place. */
  public static List<Finding> inspect(Inventory inventory, Matrix matrix) {
    Case setUp = new Case(inventory, matrix);
    INSPECTIONS.forEach(inspection -> inspection.inspect(setUp));
    return setUp.findings().stream()
        .distinct()
        .sorted(
            Comparator.comparing((Finding finding) -> finding.kind().severity())
                .thenComparing(finding -> finding.place().file())
                .thenComparingInt(finding -> finding.place().line())
                .thenComparingInt(finding -> finding.place().column()))
        .toList();
  }
}
