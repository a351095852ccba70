package io.pushsim.error;

/**
 * The error types a caller can be answered with: AWS's own names, HTTP statuses and body forms
 * (Lambda's API model and the recorded responses; contract §1.2), S3's error codes, and one of
 * pushsim's own for what it does not simulate.
 */
public enum ErrorCode {
  INVALID_PARAMETER_VALUE("InvalidParameterValueException", 400, Body.LOWER_CASE_MESSAGE),
  /**
   * The one InvalidParameterValueException without {@code Type} (recorded:
   * notfound_and_invalid_routingconfigs).
   */
  LATEST_WITH_WEIGHTS("InvalidParameterValueException", 400, Body.UNTYPED_MESSAGE),
  RESOURCE_CONFLICT("ResourceConflictException", 409, Body.LOWER_CASE_MESSAGE),
  PRECONDITION_FAILED("PreconditionFailedException", 412, Body.LOWER_CASE_MESSAGE),
  TOO_MANY_REQUESTS("TooManyRequestsException", 429, Body.LOWER_CASE_MESSAGE),
  POLICY_LENGTH_EXCEEDED("PolicyLengthExceededException", 400, Body.LOWER_CASE_MESSAGE),
  INVALID_REQUEST_CONTENT("InvalidRequestContentException", 400, Body.LOWER_CASE_MESSAGE),
  REQUEST_TOO_LARGE("RequestTooLargeException", 413, Body.LOWER_CASE_MESSAGE),
  CODE_STORAGE_EXCEEDED("CodeStorageExceededException", 400, Body.LOWER_CASE_MESSAGE),
  UNSUPPORTED_MEDIA_TYPE("UnsupportedMediaTypeException", 415, Body.LOWER_CASE_MESSAGE),
  VALIDATION("ValidationException", 400, Body.UNTYPED_MESSAGE),
  REQUEST_ENTITY_TOO_LARGE("RequestEntityTooLargeException", 413, Body.UNTYPED_MESSAGE),
  RESOURCE_NOT_FOUND("ResourceNotFoundException", 404, Body.CAPITAL_MESSAGE),
  SERVICE("ServiceException", 500, Body.CAPITAL_MESSAGE),
  INVALID_RUNTIME("InvalidRuntimeException", 502, Body.CAPITAL_MESSAGE),
  INVALID_ZIP_FILE("InvalidZipFileException", 502, Body.CAPITAL_MESSAGE),
  ACCESS_DENIED("AccessDeniedException", 403, Body.UNTYPED_MESSAGE),

  S3_NO_SUCH_BUCKET("NoSuchBucket", 404, Body.XML),
  S3_INVALID_ARGUMENT("InvalidArgument", 400, Body.XML),
  S3_MALFORMED_XML("MalformedXML", 400, Body.XML),
  S3_INVALID_BUCKET_NAME("InvalidBucketName", 400, Body.XML),
  S3_BUCKET_ALREADY_EXISTS("BucketAlreadyExists", 409, Body.XML),
  S3_BUCKET_ALREADY_OWNED_BY_YOU("BucketAlreadyOwnedByYou", 409, Body.XML),
  S3_BUCKET_NOT_EMPTY("BucketNotEmpty", 409, Body.XML),
  S3_NO_SUCH_KEY("NoSuchKey", 404, Body.XML),
  S3_KEY_TOO_LONG("KeyTooLongError", 400, Body.XML),
  S3_INVALID_REQUEST("InvalidRequest", 400, Body.XML),
  S3_ACCESS_DENIED("AccessDenied", 403, Body.XML),

  /**
   * What AWS answers to a request whose form is not that of its API model, such as a wrong type.
   */
  SERIALIZATION("SerializationException", 400, Body.UNTYPED_MESSAGE),

  /**
   * pushsim's own: what the request points at cannot be read, such as a code path outside the
   * scenario's folder.
   */
  INVALID_INPUT("InvalidInput", 400, Body.LOWER_CASE_MESSAGE),

  /** pushsim's own: a path of pushsim's is asked with another method than it has. */
  METHOD_NOT_ALLOWED("MethodNotAllowed", 405, Body.LOWER_CASE_MESSAGE),

  /** pushsim's own: what was waited for did not come in time. */
  NOT_IN_TIME("RequestTimeout", 408, Body.LOWER_CASE_MESSAGE),

  /**
   * pushsim's own: the request is AWS's, but pushsim does not simulate this part of it and says so.
   */
  NOT_SIMULATED("NotSimulatedException", 501, Body.LOWER_CASE_MESSAGE);

  /** The form of the error's body. */
  public enum Body {
    /** JSON with {@code Type} and {@code message}. */
    LOWER_CASE_MESSAGE,
    /** JSON with {@code Type} and {@code Message}. */
    CAPITAL_MESSAGE,
    /** JSON with {@code message} alone. */
    UNTYPED_MESSAGE,
    /** S3's XML. */
    XML
  }

  private final String shapeName;
  private final int httpStatus;
  private final Body body;

  ErrorCode(String shapeName, int httpStatus, Body body) {
    this.shapeName = shapeName;
    this.httpStatus = httpStatus;
    this.body = body;
  }

  /** Whether it is the request itself that cannot be understood, rather than what it asks for. */
  public boolean isAboutInput() {
    return this == SERIALIZATION || this == INVALID_INPUT || this == NOT_SIMULATED;
  }

  /** The name on the wire, as in {@code x-amzn-errortype} or S3's {@code <Code>}. */
  public String shapeName() {
    return shapeName;
  }

  public int httpStatus() {
    return httpStatus;
  }

  public Body body() {
    return body;
  }
}
