package io.pushsim.journal;

import java.time.Instant;

/**
 * An event that was taken from the queue and put back since its function could not be run then.
 *
 * @param due when it is tried again
 */
public record HeldBack(Instant time, Reason reason, Instant due) {

  /** Why a function cannot be run. */
  public enum Reason {
    /** As many of its invocations run as its reserved concurrency allows. */
    RESERVED_CONCURRENCY,
    /** As many invocations run as the account may have in the region. */
    ACCOUNT_CONCURRENCY,
    /** It grows faster than Lambda lets a function grow. */
    SCALING_RATE,
    /** No execution environment could be started: an error of the system, not of the function. */
    SYSTEM_ERROR
  }
}
