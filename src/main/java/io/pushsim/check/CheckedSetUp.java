package io.pushsim.check;

import io.pushsim.check.decision.Inventory;
import io.pushsim.check.decision.Matrix;
import io.pushsim.check.finding.Finding;
import java.util.List;

/**
 * A set-up that was checked. Each scenario is one of its own; all other inputs together are one.
 *
 * @param title the scenario's file; empty for all other inputs together
 * @param allFindings the worst first, then by place
 * @param findings those of them that neither a baseline knows nor is ignored
 */
public record CheckedSetUp(
    String title,
    Inventory inventory,
    Matrix matrix,
    List<Finding> allFindings,
    List<Finding> findings) {
  public CheckedSetUp {
    allFindings = List.copyOf(allFindings);
    findings = List.copyOf(findings);
  }

  /** How many findings are left out. */
  public int suppressed() {
    return allFindings.size() - findings.size();
  }
}
