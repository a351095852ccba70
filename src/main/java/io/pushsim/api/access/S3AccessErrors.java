package io.pushsim.api.access;

import io.pushsim.api.access.Authorization.Form;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.S3Errors;
import io.pushsim.error.SimulatorException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What S3 says, with the elements that it adds; where no issue is named, the words are those that
 * versitygw compared with S3 [versity/versitygw, s3err/sigv4.go and presigned-urls.go].
 */
final class S3AccessErrors implements AccessErrors {
  static final String WRONG_SIGNATURE =
      "The request signature we calculated does not match the signature you provided. Check your"
          + " key and signing method.";

  private static final HexFormat BYTES = HexFormat.ofDelimiter(" ");

  private final Form form;

  S3AccessErrors(Form form) {
    this.form = form;
  }

  @Override
  public SimulatorException unsigned() {
    return S3Errors.accessDenied();
  }

  /** [nukulb/s3-angular-file-upload#23]. */
  @Override
  public SimulatorException otherMechanism() {
    return new SimulatorException(
            ErrorCode.S3_INVALID_REQUEST,
            "The authorization mechanism you have provided is not supported. Please use"
                + " AWS4-HMAC-SHA256.")
        .explained(WHAT_IS_TAKEN);
  }

  /**
   * In a header as other mechanisms; in a query S3 names what it takes, of which pushsim has one.
   */
  @Override
  public SimulatorException unsupportedAlgorithm(String algorithm) {
    return form == Form.HEADER
        ? otherMechanism()
        : inQuery("X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256\"").explained(WHAT_IS_TAKEN);
  }

  /** [catalyst/moodle-tool_objectfs#303]. */
  @Override
  public SimulatorException signedTwice(String authorization) {
    return S3Errors.invalidArgument(
        "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query"
            + " string parameter or the Authorization header should be specified",
        "Authorization",
        authorization);
  }

  /** [zendesk/apt-s3#10]. */
  @Override
  public SimulatorException malformedComponent(String component, String authorization) {
    return malformed("the authorization component \"" + component + "\" is malformed.");
  }

  /** [ex-aws/ex_aws#537]; without a date [hubrick/vertx-s3-client#5]. */
  @Override
  public SimulatorException wrongComponents(
      int count, List<String> missing, boolean dated, String authorization) {
    if (count != 3) {
      return malformed(
          "the authorization header requires three components: Credential, SignedHeaders, and"
              + " Signature.");
    }
    return missing.isEmpty() ? noDate() : malformed("missing " + missing.get(0) + ".");
  }

  @Override
  public SimulatorException wrongParameters(List<String> missing) {
    return inQuery(
        "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential,"
            + " X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.");
  }

  @Override
  public SimulatorException malformedDate(String date) {
    return form == Form.HEADER
        ? noDate()
        : inQuery("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
  }

  @Override
  public SimulatorException malformedExpires(String expires) {
    boolean negative = expires.startsWith("-");
    String digits = negative ? expires.substring(1) : expires;
    if (digits.isEmpty() || !Ascii.areDigits(digits)) {
      return inQuery("X-Amz-Expires should be a number");
    }
    return inQuery(
        negative
            ? "X-Amz-Expires must be non-negative"
            : "X-Amz-Expires must be less than a week (in seconds); that is, the given"
                + " X-Amz-Expires must be less than 604800 seconds");
  }

  /** [krobertson/deb-s3#157]. */
  @Override
  public SimulatorException malformedCredential(String credential) {
    return malformed(
        "the Credential is mal-formed; expecting"
            + " \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".");
  }

  /** The region's words and element [JuliaServices/CloudStore.jl#52]. */
  @Override
  public SimulatorException wrongScope(
      CredentialScope credential, Timestamp time, String expectedRegion) {
    if (!credential.hasDate()) {
      return malformed(
          "incorrect date format \""
              + credential.date()
              + "\". This date in the credential must be in the format \"yyyyMMdd\".");
    }
    if (!credential.hasRegion()) {
      return malformed(
          "the region '" + credential.region() + "' is wrong; expecting '" + expectedRegion + "'",
          Map.of("Region", expectedRegion));
    }
    if (!credential.endsRightly()) {
      return malformed(
          "incorrect terminal \""
              + credential.terminator()
              + "\". This endpoint uses \"aws4_request\".");
    }
    return otherDay(credential, time);
  }

  /** [arqbackup/arq_restore#48]. */
  private SimulatorException otherDay(CredentialScope credential, Timestamp time) {
    return form == Form.HEADER
        ? malformed("Invalid credential date. Date is not the same as X-Amz-Date.")
        : inQuery(
            "Invalid credential date \"%s\". This date is not the same as X-Amz-Date: \"%s\"."
                .formatted(credential.date(), time.date()));
  }

  /** [versity/versitygw#2042]. */
  @Override
  public SimulatorException unknownAccessKey(String accessKeyId) {
    return new SimulatorException(
        ErrorCode.S3_INVALID_ACCESS_KEY_ID,
        "The AWS Access Key Id you provided does not exist in our records.",
        Map.of("AWSAccessKeyId", accessKeyId));
  }

  /** [s3tools/s3cmd#297]; a temporary key without its token is one that S3 does not know. */
  @Override
  public SimulatorException wrongSessionToken(Authorization.Signed signed) {
    return signed.sessionToken().isEmpty()
        ? unknownAccessKey(signed.credential().accessKeyId())
        : new SimulatorException(
            ErrorCode.S3_INVALID_TOKEN, "The provided token is malformed or otherwise invalid.");
  }

  /** [versity/versitygw#1514]; a presigned URL of the future is denied, in MinIO's words. */
  @Override
  public SimulatorException skewed(Authorization.Signed signed, Instant now) {
    if (form == Form.QUERY) {
      return new SimulatorException(ErrorCode.S3_ACCESS_DENIED, "Request is not valid yet");
    }
    Map<String, String> details = new LinkedHashMap<>();
    details.put("RequestTime", signed.time().text());
    details.put("ServerTime", seconds(now));
    details.put(
        "MaxAllowedSkewMilliseconds", String.valueOf(ServiceKind.S3.clockSkew().toMillis()));
    return new SimulatorException(
        ErrorCode.S3_REQUEST_TIME_TOO_SKEWED,
        "The difference between the request time and the current time is too large.",
        details);
  }

  /** [aws/aws-sdk-js#3493, versity/versitygw#2116]. */
  @Override
  public SimulatorException expired(Authorization.Signed signed, Instant expiry, Instant now) {
    Map<String, String> details = new LinkedHashMap<>();
    Duration validity = Duration.between(signed.time().instant(), expiry);
    details.put("X-Amz-Expires", String.valueOf(validity.toSeconds()));
    details.put("Expires", seconds(expiry));
    details.put("ServerTime", seconds(now));
    return new SimulatorException(ErrorCode.S3_ACCESS_DENIED, "Request has expired", details);
  }

  /** [apache/arrow-rs-object-store#484, coda/packs-sdk#3093]. */
  @Override
  public SimulatorException headersNotSigned(List<String> names) {
    return new SimulatorException(
        ErrorCode.S3_ACCESS_DENIED,
        "There were headers present in the request which were not signed",
        Map.of("HeadersNotSigned", String.join(", ", names)));
  }

  /** [minio/minio#2986]. */
  @Override
  public SimulatorException wrongSignature(
      Authorization.Signed signed, CanonicalRequest canonical) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("AWSAccessKeyId", signed.credential().accessKeyId());
    details.put("StringToSign", canonical.stringToSign());
    details.put("SignatureProvided", signed.signature());
    details.put("StringToSignBytes", bytes(canonical.stringToSign()));
    details.put("CanonicalRequest", canonical.text());
    details.put("CanonicalRequestBytes", bytes(canonical.text()));
    return new SimulatorException(ErrorCode.S3_SIGNATURE_DOES_NOT_MATCH, WRONG_SIGNATURE, details);
  }

  /** [SheikSena in aws/aws-cli#2138]. */
  static SimulatorException noContentHash() {
    return new SimulatorException(
        ErrorCode.S3_INVALID_REQUEST,
        "Missing required header for this request: x-amz-content-sha256");
  }

  /** [arnemolland/sigv4#8], with what S3 takes today. */
  static SimulatorException malformedContentHash(String hash) {
    return S3Errors.invalidArgument(
        "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER,"
            + " STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER,"
            + " STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD,"
            + " STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER or a valid sha256 value.",
        "x-amz-content-sha256",
        hash);
  }

  /** [grosskur/lua-resty-aws#2]. */
  static SimulatorException wrongContentHash(String given, String computed) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("ClientComputedContentSHA256", given);
    details.put("S3ComputedContentSHA256", computed);
    return new SimulatorException(
        ErrorCode.S3_CONTENT_SHA256_MISMATCH,
        "The provided 'x-amz-content-sha256' header does not match what was computed.",
        details);
  }

  private SimulatorException noDate() {
    return new SimulatorException(
        ErrorCode.S3_ACCESS_DENIED,
        "AWS authentication requires a valid Date or x-amz-date header");
  }

  private SimulatorException malformed(String fault) {
    return malformed(fault, Map.of());
  }

  private SimulatorException malformed(String fault, Map<String, String> details) {
    return form == Form.HEADER
        ? new SimulatorException(
            ErrorCode.S3_AUTHORIZATION_HEADER_MALFORMED,
            "The authorization header is malformed; " + fault,
            details)
        : new SimulatorException(
            ErrorCode.S3_AUTHORIZATION_QUERY_PARAMETERS,
            "Error parsing the X-Amz-Credential parameter; " + fault,
            details);
  }

  private static SimulatorException inQuery(String message) {
    return new SimulatorException(ErrorCode.S3_AUTHORIZATION_QUERY_PARAMETERS, message);
  }

  private static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String bytes(String text) {
    return BYTES.formatHex(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
