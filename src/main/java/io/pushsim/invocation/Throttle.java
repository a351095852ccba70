package io.pushsim.invocation;

import io.pushsim.journal.HeldBack;

/** Why a function cannot run now: the limits of Lambda that pushsim knows. */
public enum Throttle {
  /** As many of its invocations run as its reserved concurrency allows. */
  RESERVED_CONCURRENCY(
      "ReservedFunctionConcurrentInvocationLimitExceeded", HeldBack.Reason.RESERVED_CONCURRENCY),
  /** Its reserved concurrency is zero. */
  SWITCHED_OFF(
      "ReservedFunctionConcurrentInvocationLimitExceeded", HeldBack.Reason.RESERVED_CONCURRENCY),
  /** As many invocations run as the account may have in the region. */
  ACCOUNT_CONCURRENCY("ConcurrentInvocationLimitExceeded", HeldBack.Reason.ACCOUNT_CONCURRENCY),
  /** It grows faster than Lambda lets a function grow. */
  SCALING_RATE("FunctionInvocationRateLimitExceeded", HeldBack.Reason.SCALING_RATE);

  private final String reason;
  private final HeldBack.Reason heldBack;

  Throttle(String reason, HeldBack.Reason heldBack) {
    this.reason = reason;
    this.heldBack = heldBack;
  }

  /** The {@code Reason} of Lambda's TooManyRequestsException (Lambda's API model). */
  public String reason() {
    return reason;
  }

  /** Why an asynchronous event is held back by it. */
  HeldBack.Reason heldBack() {
    return heldBack;
  }
}
