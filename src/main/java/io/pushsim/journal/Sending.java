package io.pushsim.journal;

import java.util.Optional;

/**
 * The end of a delivery, told to a target that the function names for it.
 *
 * @param target its ARN
 * @param failure why nothing arrived there, where nothing did
 */
public record Sending(Kind kind, String target, Optional<String> failure) {

  /** What makes it be told there. */
  public enum Kind {
    /** The version's DeadLetterConfig. */
    DEAD_LETTER_QUEUE,
    /** OnSuccess of the qualifier's EventInvokeConfig. */
    ON_SUCCESS,
    /** OnFailure of the qualifier's EventInvokeConfig. */
    ON_FAILURE
  }
}
