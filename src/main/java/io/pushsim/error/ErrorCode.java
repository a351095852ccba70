package io.pushsim.error;

/**
 * The error types a caller can be answered with: AWS's own names, HTTP statuses and body forms
 * (Lambda's API model and the recorded responses), S3's error codes, and one of pushsim's own for
 * what it does not simulate.
 */
public enum ErrorCode {
  INVALID_PARAMETER_VALUE("InvalidParameterValueException", 400, Body.LOWER_CASE_MESSAGE),
  /**
   * The same without {@code Type}, as for weights on {@code $LATEST} and for too much concurrency
   * (recorded: notfound_and_invalid_routingconfigs, test_function_concurrency_limits).
   */
  UNTYPED_INVALID_PARAMETER_VALUE("InvalidParameterValueException", 400, Body.UNTYPED_MESSAGE),
  RESOURCE_CONFLICT("ResourceConflictException", 409, Body.LOWER_CASE_MESSAGE),
  PRECONDITION_FAILED("PreconditionFailedException", 412, Body.LOWER_CASE_MESSAGE),
  TOO_MANY_REQUESTS("TooManyRequestsException", 429, Body.LOWER_CASE_MESSAGE),
  POLICY_LENGTH_EXCEEDED("PolicyLengthExceededException", 400, Body.LOWER_CASE_MESSAGE),
  INVALID_REQUEST_CONTENT("InvalidRequestContentException", 400, Body.LOWER_CASE_MESSAGE),
  CODE_STORAGE_EXCEEDED("CodeStorageExceededException", 400, Body.LOWER_CASE_MESSAGE),
  UNSUPPORTED_MEDIA_TYPE("UnsupportedMediaTypeException", 415, Body.LOWER_CASE_MESSAGE),
  VALIDATION("ValidationException", 400, Body.UNTYPED_MESSAGE),
  REQUEST_ENTITY_TOO_LARGE("RequestEntityTooLargeException", 413, Body.UNTYPED_MESSAGE),
  RESOURCE_NOT_FOUND("ResourceNotFoundException", 404, Body.CAPITAL_MESSAGE),
  PROVISIONED_CONCURRENCY_CONFIG_NOT_FOUND(
      "ProvisionedConcurrencyConfigNotFoundException", 404, Body.LOWER_CASE_MESSAGE),
  SERVICE("ServiceException", 500, Body.CAPITAL_MESSAGE),
  /** pushsim's own use of AWS's common error: what it has to write down cannot be written. */
  SERVICE_UNAVAILABLE("ServiceUnavailableException", 503, Body.CAPITAL_MESSAGE),
  RECURSIVE_INVOCATION("RecursiveInvocationException", 400, Body.CAPITAL_MESSAGE),
  INVALID_RUNTIME("InvalidRuntimeException", 502, Body.CAPITAL_MESSAGE),
  INVALID_ZIP_FILE("InvalidZipFileException", 502, Body.CAPITAL_MESSAGE),
  ACCESS_DENIED("AccessDeniedException", 403, Body.UNTYPED_MESSAGE),

  /** What Lambda answers to a signature in which something is missing (status inferred). */
  INCOMPLETE_SIGNATURE("IncompleteSignatureException", 403, Body.UNTYPED_MESSAGE),
  /** Lambda's status: brefphp/bref#1250. */
  MISSING_AUTHENTICATION_TOKEN("MissingAuthenticationTokenException", 403, Body.UNTYPED_MESSAGE),
  /** Lambda's status: iann0036/iamlive#58. */
  UNRECOGNIZED_CLIENT("UnrecognizedClientException", 403, Body.UNTYPED_MESSAGE),
  /** Lambda's status: serverless/serverless#27. */
  INVALID_SIGNATURE("InvalidSignatureException", 403, Body.UNTYPED_MESSAGE),

  /** The same of the services that are called by {@code X-Amz-Target} (mhart/dynalite). */
  JSON_INCOMPLETE_SIGNATURE("IncompleteSignatureException", 400, Body.UNTYPED_MESSAGE),
  JSON_MISSING_AUTHENTICATION_TOKEN(
      "MissingAuthenticationTokenException", 400, Body.UNTYPED_MESSAGE),
  JSON_UNRECOGNIZED_CLIENT("UnrecognizedClientException", 400, Body.UNTYPED_MESSAGE),
  /** Its status: aws/aws-sdk-go#2194. */
  JSON_INVALID_SIGNATURE("InvalidSignatureException", 400, Body.UNTYPED_MESSAGE),

  /** The same of the services that take forms and answer XML, such as STS (IAM's common errors). */
  QUERY_INCOMPLETE_SIGNATURE("IncompleteSignature", 400, Body.XML),
  QUERY_MISSING_AUTHENTICATION_TOKEN("MissingAuthenticationToken", 403, Body.XML),
  /** Its status: laravel-notification-channels/aws-sns#31. */
  QUERY_INVALID_CLIENT_TOKEN_ID("InvalidClientTokenId", 403, Body.XML),
  /** Its status: aws/aws-sdk-js#142. */
  QUERY_SIGNATURE_DOES_NOT_MATCH("SignatureDoesNotMatch", 403, Body.XML),

  /** SQS's; their statuses as recorded by LocalStack's tests, 400 where nothing else is known. */
  SQS_QUEUE_DOES_NOT_EXIST("QueueDoesNotExist", 400, Body.UNTYPED_MESSAGE),
  SQS_QUEUE_NAME_EXISTS("QueueNameExists", 400, Body.UNTYPED_MESSAGE),
  SQS_PURGE_QUEUE_IN_PROGRESS("PurgeQueueInProgress", 403, Body.UNTYPED_MESSAGE),
  SQS_INVALID_ATTRIBUTE_NAME("InvalidAttributeName", 400, Body.UNTYPED_MESSAGE),
  SQS_INVALID_ATTRIBUTE_VALUE("InvalidAttributeValue", 400, Body.UNTYPED_MESSAGE),
  SQS_INVALID_PARAMETER_VALUE("InvalidParameterValueException", 400, Body.UNTYPED_MESSAGE),
  SQS_MISSING_PARAMETER("MissingRequiredParameterException", 400, Body.UNTYPED_MESSAGE),
  SQS_INVALID_MESSAGE_CONTENTS("InvalidMessageContents", 400, Body.UNTYPED_MESSAGE),
  /** Its status: awslabs/amazon-sqs-java-extended-client-lib#16. */
  SQS_RECEIPT_HANDLE_IS_INVALID("ReceiptHandleIsInvalid", 404, Body.UNTYPED_MESSAGE),
  SQS_RESOURCE_NOT_FOUND("ResourceNotFoundException", 404, Body.UNTYPED_MESSAGE),
  SQS_EMPTY_BATCH_REQUEST("EmptyBatchRequest", 400, Body.UNTYPED_MESSAGE),
  SQS_TOO_MANY_ENTRIES("TooManyEntriesInBatchRequest", 400, Body.UNTYPED_MESSAGE),
  SQS_BATCH_REQUEST_TOO_LONG("BatchRequestTooLong", 400, Body.UNTYPED_MESSAGE),
  SQS_BATCH_ENTRY_IDS_NOT_DISTINCT("BatchEntryIdsNotDistinct", 400, Body.UNTYPED_MESSAGE),
  SQS_INVALID_BATCH_ENTRY_ID("InvalidBatchEntryId", 400, Body.UNTYPED_MESSAGE),
  SQS_OVER_LIMIT("OverLimit", 403, Body.UNTYPED_MESSAGE),

  /** CloudWatch Logs'; their status: turbot/steampipe-plugin-aws#1419, #1949. */
  LOGS_RESOURCE_NOT_FOUND("ResourceNotFoundException", 400, Body.UNTYPED_MESSAGE),
  LOGS_INVALID_PARAMETER("InvalidParameterException", 400, Body.UNTYPED_MESSAGE),

  S3_NO_SUCH_BUCKET("NoSuchBucket", 404, Body.XML),
  S3_INVALID_ARGUMENT("InvalidArgument", 400, Body.XML),
  S3_MALFORMED_XML("MalformedXML", 400, Body.XML),
  S3_MAX_MESSAGE_LENGTH_EXCEEDED("MaxMessageLengthExceeded", 400, Body.XML),
  S3_MISSING_REQUEST_BODY("MissingRequestBodyError", 400, Body.XML),
  S3_INVALID_BUCKET_NAME("InvalidBucketName", 400, Body.XML),
  S3_INVALID_LOCATION_CONSTRAINT("InvalidLocationConstraint", 400, Body.XML),
  S3_BUCKET_ALREADY_EXISTS("BucketAlreadyExists", 409, Body.XML),
  S3_BUCKET_ALREADY_OWNED_BY_YOU("BucketAlreadyOwnedByYou", 409, Body.XML),
  S3_BUCKET_NOT_EMPTY("BucketNotEmpty", 409, Body.XML),
  S3_NO_SUCH_KEY("NoSuchKey", 404, Body.XML),
  S3_NO_SUCH_VERSION("NoSuchVersion", 404, Body.XML),
  S3_KEY_TOO_LONG("KeyTooLongError", 400, Body.XML),
  S3_INVALID_REQUEST("InvalidRequest", 400, Body.XML),
  S3_INVALID_URI("InvalidURI", 400, Body.XML),
  S3_METHOD_NOT_ALLOWED("MethodNotAllowed", 405, Body.XML),
  S3_INVALID_DIGEST("InvalidDigest", 400, Body.XML),
  S3_BAD_DIGEST("BadDigest", 400, Body.XML),
  /** Its status: versity/versitygw#1585. */
  S3_INVALID_BUCKET_OWNER("InvalidBucketOwnerAWSAccountID", 400, Body.XML),
  S3_INTERNAL_ERROR("InternalError", 500, Body.XML),
  S3_ACCESS_DENIED("AccessDenied", 403, Body.XML),
  /** Its status: JuliaServices/CloudStore.jl#52. */
  S3_AUTHORIZATION_HEADER_MALFORMED("AuthorizationHeaderMalformed", 400, Body.XML),
  /** Its status: noobaa/noobaa-core#8857. */
  S3_AUTHORIZATION_QUERY_PARAMETERS("AuthorizationQueryParametersError", 400, Body.XML),
  /** Its status: aws/aws-sdk-java-v2#1477. */
  S3_INVALID_ACCESS_KEY_ID("InvalidAccessKeyId", 403, Body.XML),
  /** Its status: s3tools/s3cmd#297. */
  S3_INVALID_TOKEN("InvalidToken", 400, Body.XML),
  /** Its status: aws/aws-sdk-php#612. */
  S3_REQUEST_TIME_TOO_SKEWED("RequestTimeTooSkewed", 403, Body.XML),
  /** Its status: s3tools/s3cmd#1053. */
  S3_SIGNATURE_DOES_NOT_MATCH("SignatureDoesNotMatch", 403, Body.XML),
  /** Its status: grosskur/lua-resty-aws#2. */
  S3_CONTENT_SHA256_MISMATCH("XAmzContentSHA256Mismatch", 400, Body.XML),
  /** S3's word for "not now" (its user guide, Error responses). */
  S3_SLOW_DOWN("SlowDown", 503, Body.XML),
  S3_SERVICE_UNAVAILABLE("ServiceUnavailable", 503, Body.XML),
  S3_REQUEST_TIMEOUT("RequestTimeout", 400, Body.XML),

  /** pushsim's own: what came is no well-formed HTTP request, or not one that is taken here. */
  BAD_REQUEST("BadRequestException", 400, Body.LOWER_CASE_MESSAGE),
  /** pushsim's own: the client did not send its request in time. */
  REQUEST_TIMEOUT("RequestTimeoutException", 408, Body.LOWER_CASE_MESSAGE),
  /** pushsim's own: the request's first line is too long. */
  URI_TOO_LONG("RequestUriTooLongException", 414, Body.LOWER_CASE_MESSAGE),
  /** pushsim's own: an {@code Expect} header that is not {@code 100-continue}. */
  EXPECTATION_FAILED("ExpectationFailedException", 417, Body.LOWER_CASE_MESSAGE),
  /** pushsim's own: the request's headers are too long. */
  HEADERS_TOO_LARGE("RequestHeaderFieldsTooLargeException", 431, Body.LOWER_CASE_MESSAGE),

  /**
   * What AWS answers to a request whose form is not that of its API model, such as a wrong type.
   */
  SERIALIZATION("SerializationException", 400, Body.UNTYPED_MESSAGE),

  /**
   * pushsim's own: what the request points at cannot be read, such as a code path outside the
   * scenario's folder.
   */
  INVALID_INPUT("InvalidInput", 400, Body.LOWER_CASE_MESSAGE),

  /** pushsim's own: the request comes from, or is meant for, a host that is not pushsim's. */
  FOREIGN_HOST("ForeignHostException", 403, Body.LOWER_CASE_MESSAGE),
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
