package io.pushsim.policy;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;

/**
 * The policy of one exact ARN with its own revision, which neither publishing nor updating the
 * function changes (recorded: test_function_revisions_permissions).
 */
public record ResourcePolicy(PolicyDocument document, String revisionId) {
  /** The most bytes that a policy's JSON may have. */
  public static final int MAXIMUM_BYTES = 20480;

  /**
   * Refuses a policy that would be longer than Lambda keeps.
   *
   * @param bytes the size of the policy's JSON as Lambda would keep it
   * @throws SimulatorException PolicyLengthExceededException where it is too long
   */
  public static void checkSize(int bytes) {
    if (bytes > MAXIMUM_BYTES) {
      throw new SimulatorException(
          ErrorCode.POLICY_LENGTH_EXCEEDED,
          "The final policy size (%d) is bigger than the limit (%d)."
              .formatted(bytes, MAXIMUM_BYTES));
    }
  }
}
