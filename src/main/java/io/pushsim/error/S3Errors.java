package io.pushsim.error;

import java.util.LinkedHashMap;
import java.util.Map;

/** Those of S3's answers to mistakes that several rooms give. */
public final class S3Errors {
  private S3Errors() {}

  /** AccessDenied, which does not say why. */
  public static SimulatorException accessDenied() {
    return new SimulatorException(ErrorCode.S3_ACCESS_DENIED, "Access Denied");
  }

  /** NoSuchBucket. */
  public static SimulatorException noSuchBucket(String name) {
    return new SimulatorException(
        ErrorCode.S3_NO_SUCH_BUCKET,
        "The specified bucket does not exist",
        Map.of("BucketName", name));
  }

  /** BucketNotEmpty. */
  public static SimulatorException bucketNotEmpty(String name) {
    return new SimulatorException(
        ErrorCode.S3_BUCKET_NOT_EMPTY,
        "The bucket you tried to delete is not empty",
        Map.of("BucketName", name));
  }

  /** NoSuchKey. */
  public static SimulatorException noSuchKey(String key) {
    return new SimulatorException(
        ErrorCode.S3_NO_SUCH_KEY, "The specified key does not exist.", Map.of("Key", key));
  }

  /** InvalidBucketOwnerAWSAccountID, of an expected owner that is no account. */
  public static SimulatorException invalidBucketOwner() {
    return new SimulatorException(
        ErrorCode.S3_INVALID_BUCKET_OWNER,
        "The value of the expected bucket owner parameter must be an AWS Account ID...");
  }

  /** MalformedXML, which does not say what is wrong. */
  public static SimulatorException malformedXml() {
    return new SimulatorException(
        ErrorCode.S3_MALFORMED_XML,
        "The XML you provided was not well-formed or did not validate against our published"
            + " schema");
  }

  /** InvalidArgument of an argument that is named. */
  public static SimulatorException invalidArgument(String message, String name, String value) {
    return new SimulatorException(
        ErrorCode.S3_INVALID_ARGUMENT,
        message,
        inOrder("ArgumentName", name, "ArgumentValue", value));
  }

  /** InvalidRequest of a copy that would change nothing. */
  public static SimulatorException copyToItself() {
    return new SimulatorException(
        ErrorCode.S3_INVALID_REQUEST,
        "This copy request is illegal because it is trying to copy an object to itself without"
            + " changing the object's metadata, storage class, website redirect location or"
            + " encryption attributes.");
  }

  /** KeyTooLongError, of a key of so many bytes. */
  public static SimulatorException keyTooLong(int size, int most) {
    return new SimulatorException(
        ErrorCode.S3_KEY_TOO_LONG,
        "Your key is too long",
        inOrder("Size", String.valueOf(size), "MaxSizeAllowed", String.valueOf(most)));
  }

  private static Map<String, String> inOrder(
      String name, String value, String nextName, String nextValue) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put(name, value);
    details.put(nextName, nextValue);
    return details;
  }
}
