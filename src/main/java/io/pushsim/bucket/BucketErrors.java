package io.pushsim.bucket;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.Map;

/** S3's answers to mistakes about buckets and their notification configurations. */
final class BucketErrors {
  private BucketErrors() {}

  static SimulatorException invalidBucketName(String name) {
    return aboutBucket(
        ErrorCode.S3_INVALID_BUCKET_NAME, "The specified bucket is not valid.", name);
  }

  static SimulatorException invalidLocationConstraint(String region) {
    return new SimulatorException(
        ErrorCode.S3_INVALID_LOCATION_CONSTRAINT,
        "The specified location-constraint is not valid",
        Map.of("LocationConstraint", region));
  }

  static SimulatorException bucketAlreadyOwnedByYou(String name) {
    return aboutBucket(
        ErrorCode.S3_BUCKET_ALREADY_OWNED_BY_YOU,
        "Your previous request to create the named bucket succeeded and you already own it.",
        name);
  }

  static SimulatorException bucketAlreadyExists(String name) {
    return aboutBucket(
        ErrorCode.S3_BUCKET_ALREADY_EXISTS,
        "The requested bucket name is not available. The bucket namespace is shared by all users"
            + " of the system. Please select a different name and try again.",
        name);
  }

  static SimulatorException invalidArgument(String message) {
    return new SimulatorException(ErrorCode.S3_INVALID_ARGUMENT, message);
  }

  private static SimulatorException aboutBucket(ErrorCode code, String message, String name) {
    return new SimulatorException(code, message, Map.of("BucketName", name));
  }
}
