package io.pushsim.check.finding;

/** Looks for some kinds of findings. */
interface Inspection {
  void inspect(Case setUp);
}
