package io.pushsim.invocation;

import io.pushsim.function.FunctionConfiguration;
import io.pushsim.journal.Attempt;
import io.pushsim.journal.HeldBack;

/** What came of the wish to run a function once. */
sealed interface Run {

  /**
   * It ran.
   *
   * @param configuration the version's
   */
  record Ended(Attempt attempt, FunctionConfiguration configuration) implements Run {}

  /**
   * It cannot run now.
   *
   * @param configuration the version's that would have run
   */
  record Refused(Refusal refusal, FunctionConfiguration configuration) implements Run {}

  /** The function, version or alias is not there. */
  record Gone() implements Run {}

  /** Why a function cannot run now. */
  enum Refusal {
    /** As many of its invocations run as its reserved concurrency allows. */
    RESERVED_CONCURRENCY(HeldBack.Reason.RESERVED_CONCURRENCY),
    /** Its reserved concurrency is zero. */
    SWITCHED_OFF(HeldBack.Reason.RESERVED_CONCURRENCY),
    /** As many invocations run as the account may have in the region. */
    ACCOUNT_CONCURRENCY(HeldBack.Reason.ACCOUNT_CONCURRENCY),
    /** It grows faster than Lambda lets a function grow. */
    SCALING_RATE(HeldBack.Reason.SCALING_RATE),
    /** No execution environment could be started. */
    SYSTEM_ERROR(HeldBack.Reason.SYSTEM_ERROR);

    private final HeldBack.Reason reason;

    Refusal(HeldBack.Reason reason) {
      this.reason = reason;
    }

    /** The same in the journal's words. */
    HeldBack.Reason reason() {
      return reason;
    }
  }
}
