package io.pushsim.operation;

import io.pushsim.error.ErrorCode;

/**
 * The codes by which SQS called its errors before it spoke JSON, and by which most clients still
 * know them (SQS's API model; recorded by LocalStack's tests).
 */
public final class SqsErrorCodes {
  private static final String OLD = "AWS.SimpleQueueService.";

  private SqsErrorCodes() {}

  /** As in the header {@code x-amzn-query-error}. */
  public static String queryCode(ErrorCode code) {
    return switch (code) {
      case SQS_QUEUE_DOES_NOT_EXIST -> OLD + "NonExistentQueue";
      case SQS_QUEUE_NAME_EXISTS -> "QueueAlreadyExists";
      case SQS_INVALID_PARAMETER_VALUE -> "InvalidParameterValue";
      case SQS_MISSING_PARAMETER -> "MissingParameter";
      case SQS_PURGE_QUEUE_IN_PROGRESS,
          SQS_EMPTY_BATCH_REQUEST,
          SQS_TOO_MANY_ENTRIES,
          SQS_BATCH_REQUEST_TOO_LONG,
          SQS_BATCH_ENTRY_IDS_NOT_DISTINCT,
          SQS_INVALID_BATCH_ENTRY_ID ->
          OLD + code.shapeName();
      case ACCESS_DENIED -> "AccessDenied";
      default -> code.shapeName();
    };
  }

  /**
   * Whether SQS's API model has the error; it names all others by a namespace of AWS's at large.
   */
  public static boolean isModelled(ErrorCode code) {
    return code.name().startsWith("SQS_")
        && code != ErrorCode.SQS_INVALID_PARAMETER_VALUE
        && code != ErrorCode.SQS_MISSING_PARAMETER;
  }
}
