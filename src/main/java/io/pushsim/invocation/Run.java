package io.pushsim.invocation;

import io.pushsim.function.FunctionConfiguration;
import io.pushsim.journal.Attempt;

/** What came of the wish to run a function once. */
public sealed interface Run {

  /**
   * The handler ran.
   *
   * @param configuration the version's
   */
  record Ended(Attempt attempt, FunctionConfiguration configuration) implements Run {}

  /**
   * No execution environment could be started: an error of the system, not of the function.
   *
   * @param attempt tells so
   * @param configuration the version's that would have run
   */
  record NotStarted(Attempt attempt, FunctionConfiguration configuration) implements Run {}

  /**
   * It cannot run now.
   *
   * @param configuration the version's that would have run
   */
  record Throttled(Throttle throttle, FunctionConfiguration configuration) implements Run {}

  /** The function, version or alias is not there, or not there any more. */
  record Gone() implements Run {}
}
