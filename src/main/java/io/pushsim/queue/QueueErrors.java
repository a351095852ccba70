package io.pushsim.queue;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;

/** SQS's answers to mistakes (SQS API reference; texts as recorded by LocalStack's tests). */
public final class QueueErrors {
  private QueueErrors() {}

  public static SimulatorException queueDoesNotExist() {
    return new SimulatorException(
        ErrorCode.SQS_QUEUE_DOES_NOT_EXIST, "The specified queue does not exist.");
  }

  public static SimulatorException queueNameExists(String attribute) {
    return new SimulatorException(
        ErrorCode.SQS_QUEUE_NAME_EXISTS,
        "A queue already exists with the same name and a different value for attribute "
            + attribute);
  }

  public static SimulatorException purgeQueueInProgress(String name) {
    return new SimulatorException(
        ErrorCode.SQS_PURGE_QUEUE_IN_PROGRESS,
        "Only one PurgeQueue operation on %s is allowed every 60 seconds.".formatted(name));
  }

  public static SimulatorException unknownAttribute(String name) {
    return new SimulatorException(
        ErrorCode.SQS_INVALID_ATTRIBUTE_NAME, "Unknown Attribute %s.".formatted(name));
  }

  public static SimulatorException invalidAttributeValue(String name) {
    return new SimulatorException(
        ErrorCode.SQS_INVALID_ATTRIBUTE_VALUE,
        "Invalid value for the parameter %s.".formatted(name));
  }

  public static SimulatorException invalidParameter(String message) {
    return new SimulatorException(ErrorCode.SQS_INVALID_PARAMETER_VALUE, message);
  }

  /** As in {@code Value 11 for parameter MaxNumberOfMessages is invalid. Reason: …}. */
  public static SimulatorException invalidParameter(String parameter, Object value, String reason) {
    return invalidParameter(
        "Value %s for parameter %s is invalid. Reason: %s".formatted(value, parameter, reason));
  }

  public static SimulatorException missingParameter(String parameter) {
    return new SimulatorException(
        ErrorCode.SQS_MISSING_PARAMETER,
        "The request must contain the parameter %s.".formatted(parameter));
  }

  public static SimulatorException receiptHandleIsInvalid(String handle) {
    return new SimulatorException(
        ErrorCode.SQS_RECEIPT_HANDLE_IS_INVALID,
        "The input receipt handle \"%s\" is not a valid receipt handle.".formatted(handle));
  }

  public static SimulatorException resourceNotFound(String message) {
    return new SimulatorException(ErrorCode.SQS_RESOURCE_NOT_FOUND, message);
  }
}
