package io.pushsim.check;

import io.pushsim.check.decision.Inventory;
import io.pushsim.check.decision.Matrix;
import io.pushsim.check.finding.Finding;
import java.util.List;

/**
 * A set-up that was checked. Each scenario is one of its own; all other inputs together are one.
 *
 * @param title the scenario's file, or what the other inputs are called together
 * @param findings the worst first, then by place; those that a baseline knows or that are ignored
 *     are left out
 * @param suppressed how many were left out
 */
public record CheckedSetUp(
    String title, Inventory inventory, Matrix matrix, List<Finding> findings, int suppressed) {
  public CheckedSetUp {
    findings = List.copyOf(findings);
  }
}
