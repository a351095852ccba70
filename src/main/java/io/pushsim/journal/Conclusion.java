package io.pushsim.journal;

/** Why a delivery that was let pass has ended. */
public enum Conclusion {
  /** The handler answered. */
  SUCCEEDED,
  /** The handler failed, as often as it was to be tried. */
  RETRIES_EXHAUSTED,
  /** It would have become older than its function wants to wait for. */
  EVENT_AGE_EXCEEDED,
  /** The function is switched off by a reserved concurrency of zero. */
  ZERO_RESERVED_CONCURRENCY,
  /** The function had run too often in the same chain of events. */
  RECURSION_DETECTED,
  /** The function, version or alias is not there, or not there any more. */
  TARGET_NOT_FOUND
}
