package io.pushsim.check.finding;

import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
  /** A rule is dead, or a hole is open: the check fails. */
  ERROR,
  /** It works, but not as people mean it to for long. */
  WARNING,
  /** Something to know. */
  NOTE;

  /** As it is written in reports: {@code error}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
