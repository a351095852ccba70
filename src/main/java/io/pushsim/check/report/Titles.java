package io.pushsim.check.report;

import io.pushsim.check.CheckReport;
import io.pushsim.check.CheckedSetUp;

/** What set-ups are called before people. */
final class Titles {
  private Titles() {}

  /** The scenario's file, or what all other inputs are called together. */
  static String of(CheckedSetUp setUp, CheckReport report) {
    if (!setUp.title().isEmpty()) {
      return setUp.title();
    }
    return report.setUps().size() == 1 ? "All inputs together" : "All inputs but scenarios";
  }
}
