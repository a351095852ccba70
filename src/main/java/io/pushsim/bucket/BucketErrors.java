package io.pushsim.bucket;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.LinkedHashMap;
import java.util.Map;

/** S3's answers to mistakes about buckets, their notification configurations and objects. */
public final class BucketErrors {
  private BucketErrors() {}

  public static SimulatorException noSuchBucket(String name) {
    return aboutBucket(ErrorCode.S3_NO_SUCH_BUCKET, "The specified bucket does not exist", name);
  }

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

  public static SimulatorException bucketNotEmpty(String name) {
    return aboutBucket(
        ErrorCode.S3_BUCKET_NOT_EMPTY, "The bucket you tried to delete is not empty", name);
  }

  public static SimulatorException accessDenied() {
    return new SimulatorException(ErrorCode.S3_ACCESS_DENIED, "Access Denied");
  }

  public static SimulatorException noSuchKey(String key) {
    return new SimulatorException(
        ErrorCode.S3_NO_SUCH_KEY, "The specified key does not exist.", Map.of("Key", key));
  }

  /** For a key of so many bytes. */
  public static SimulatorException keyTooLong(int size) {
    return new SimulatorException(
        ErrorCode.S3_KEY_TOO_LONG,
        "Your key is too long",
        inOrder(
            "Size", String.valueOf(size), "MaxSizeAllowed", String.valueOf(S3Object.LONGEST_KEY)));
  }

  static SimulatorException malformedXml() {
    return new SimulatorException(
        ErrorCode.S3_MALFORMED_XML,
        "The XML you provided was not well-formed or did not validate against our published"
            + " schema");
  }

  static SimulatorException invalidArgument(String message) {
    return new SimulatorException(ErrorCode.S3_INVALID_ARGUMENT, message);
  }

  public static SimulatorException invalidArgument(String message, String name, String value) {
    return new SimulatorException(
        ErrorCode.S3_INVALID_ARGUMENT,
        message,
        inOrder("ArgumentName", name, "ArgumentValue", value));
  }

  private static Map<String, String> inOrder(
      String name, String value, String nextName, String nextValue) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put(name, value);
    details.put(nextName, nextValue);
    return details;
  }

  private static SimulatorException aboutBucket(ErrorCode code, String message, String name) {
    return new SimulatorException(code, message, Map.of("BucketName", name));
  }
}
