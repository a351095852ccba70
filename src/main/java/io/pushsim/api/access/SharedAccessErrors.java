package io.pushsim.api.access;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What all services but S3 say. The words, and in which order they find fault, are as observed on
 * DynamoDB [mhart/dynalite, comments of index.js] and as quoted from Lambda, STS and others where
 * an issue is named.
 */
final class SharedAccessErrors implements AccessErrors {
  private final Codes codes;
  private final ServiceKind kind;

  SharedAccessErrors(ServiceKind kind) {
    this.kind = kind;
    codes = Codes.of(kind);
  }

  /** The same mistakes have other names, or other statuses, from family to family. */
  private record Codes(
      ErrorCode incomplete, ErrorCode missing, ErrorCode unrecognized, ErrorCode invalid) {
    static Codes of(ServiceKind kind) {
      return switch (kind) {
        case REST_JSON, S3 ->
            new Codes(
                ErrorCode.INCOMPLETE_SIGNATURE,
                ErrorCode.MISSING_AUTHENTICATION_TOKEN,
                ErrorCode.UNRECOGNIZED_CLIENT,
                ErrorCode.INVALID_SIGNATURE);
        case JSON ->
            new Codes(
                ErrorCode.JSON_INCOMPLETE_SIGNATURE,
                ErrorCode.JSON_MISSING_AUTHENTICATION_TOKEN,
                ErrorCode.JSON_UNRECOGNIZED_CLIENT,
                ErrorCode.JSON_INVALID_SIGNATURE);
        case QUERY ->
            new Codes(
                ErrorCode.QUERY_INCOMPLETE_SIGNATURE,
                ErrorCode.QUERY_MISSING_AUTHENTICATION_TOKEN,
                ErrorCode.QUERY_INVALID_CLIENT_TOKEN_ID,
                ErrorCode.QUERY_SIGNATURE_DOES_NOT_MATCH);
      };
    }
  }

  /** Lambda's words are quoted in brefphp/bref#1250. */
  @Override
  public SimulatorException unsigned() {
    return new SimulatorException(
        codes.missing,
        kind == ServiceKind.REST_JSON
            ? "Missing Authentication Token"
            : "Request is missing Authentication Token");
  }

  @Override
  public SimulatorException otherMechanism() {
    return unsigned().explained(WHAT_IS_TAKEN);
  }

  @Override
  public SimulatorException unsupportedAlgorithm(String algorithm) {
    return incomplete("Unsupported AWS 'algorithm': '" + algorithm + "'.").explained(WHAT_IS_TAKEN);
  }

  @Override
  public SimulatorException signedTwice(String authorization) {
    return new SimulatorException(
        codes.invalid,
        "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");
  }

  /** [awslabs/fhir-works-on-aws-deployment#379]. */
  @Override
  public SimulatorException malformedComponent(String component, String authorization) {
    return incomplete(
        "'"
            + component
            + "' not a valid key=value pair (missing equal-sign) in Authorization header: '"
            + authorization
            + "'.");
  }

  /**
   * [aws-samples/amazon-elasticsearch-service-with-authentication#4]; that nothing else may stand
   * in the header is said in our own words.
   */
  @Override
  public SimulatorException wrongComponents(
      int count, List<String> missing, boolean dated, String authorization) {
    StringBuilder message = new StringBuilder();
    for (String name : missing) {
      message.append("Authorization header requires '").append(name).append("' parameter. ");
    }
    if (!dated) {
      message.append(
          "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ");
    }
    if (message.isEmpty()) {
      message.append(
          "Authorization header takes 'Credential', 'SignedHeaders' and 'Signature', each once. ");
    }
    return incomplete(message.append("Authorization=").append(authorization).toString());
  }

  @Override
  public SimulatorException wrongParameters(List<String> missing) {
    StringBuilder message = new StringBuilder();
    for (String name : missing) {
      message.append("AWS query-string parameters must include '").append(name).append("'. ");
    }
    return incomplete(message.append("Re-examine the query-string parameters.").toString());
  }

  /** [brendanhay/amazonka#5]. */
  @Override
  public SimulatorException malformedDate(String date) {
    return incomplete(
        "Date must be in ISO-8601 'basic format'. Got '"
            + date
            + "'. See http://en.wikipedia.org/wiki/ISO_8601");
  }

  /** In our own words. */
  @Override
  public SimulatorException malformedExpires(String expires) {
    return incomplete(
        "'X-Amz-Expires' must be a number of seconds from 0 to 604800. Got '" + expires + "'.");
  }

  /** [boto/boto3#1752]. */
  @Override
  public SimulatorException malformedCredential(String credential) {
    return incomplete(
        "Credential must have exactly 5 slash-delimited elements, e.g."
            + " keyid/date/region/service/term, got '"
            + credential
            + "'");
  }

  /** With the space behind each sentence [cognitect-labs/aws-api#27]. */
  @Override
  public SimulatorException wrongScope(
      CredentialScope credential, Timestamp time, String expectedRegion) {
    List<String> faults = new ArrayList<>();
    if (!credential.hasRegion()) {
      faults.add(
          "Credential should be scoped to a valid region, not '" + credential.region() + "'. ");
    }
    if (!credential.endsRightly()) {
      faults.add(
          "Credential should be scoped with a valid terminator: 'aws4_request', not '"
              + credential.terminator()
              + "'. ");
    }
    if (!credential.isOfDay(time)) {
      faults.add(
          "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from"
              + " HTTP: '%s' != '%s', from '%s'. "
                  .formatted(credential.date(), time.date(), Timestamp.iso(time.instant())));
    }
    return new SimulatorException(codes.invalid, String.join("", faults));
  }

  /** [iann0036/iamlive#58], Lambda's. */
  @Override
  public SimulatorException unknownAccessKey(String accessKeyId) {
    return new SimulatorException(
        codes.unrecognized, "The security token included in the request is invalid.");
  }

  @Override
  public SimulatorException wrongSessionToken(Authorization.Signed signed) {
    return unknownAccessKey(signed.credential().accessKeyId());
  }

  /** [pulumi/pulumi-aws#55, s12v/awsbeats#48]. */
  @Override
  public SimulatorException skewed(Authorization.Signed signed, Instant now) {
    Duration skew = kind.clockSkew();
    String time = Timestamp.iso(signed.time().instant());
    if (signed.time().instant().isBefore(now)) {
      return tooLate(time, now, skew);
    }
    return new SimulatorException(
        codes.invalid,
        "Signature not yet current: %s is still later than %s (%s + %d min.)"
            .formatted(time, Timestamp.iso(now.plus(skew)), Timestamp.iso(now), skew.toMinutes()));
  }

  @Override
  public SimulatorException expired(Authorization.Signed signed, Instant expiry, Instant now) {
    Duration validity = Duration.between(signed.time().instant(), expiry);
    return tooLate(Timestamp.iso(signed.time().instant()), now, validity);
  }

  /** Whole minutes as AWS writes them; seconds, which only presigned URLs have, in our own way. */
  private SimulatorException tooLate(String time, Instant now, Duration allowed) {
    String length =
        allowed.toSecondsPart() == 0
            ? allowed.toMinutes() + " min."
            : allowed.toSeconds() + " sec.";
    return new SimulatorException(
        codes.invalid,
        "Signature expired: %s is now earlier than %s (%s - %s)"
            .formatted(time, Timestamp.iso(now.minus(allowed)), Timestamp.iso(now), length));
  }

  /** [aws/aws-sdk-php#2469]; only {@code host} must be signed here. */
  @Override
  public SimulatorException headersNotSigned(List<String> names) {
    return new SimulatorException(
        codes.invalid, "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
  }

  /**
   * [aws/aws-sdk-js-v3#5811]; what was signed is told to people alone, as Lambda does not say it.
   */
  @Override
  public SimulatorException wrongSignature(
      Authorization.Signed signed, CanonicalRequest canonical) {
    return new SimulatorException(
            codes.invalid,
            "The request signature we calculated does not match the signature you provided. Check"
                + " your AWS Secret Access Key and signing method. Consult the service"
                + " documentation for details.")
        .explained(
            List.of(
                "The Canonical String for this request should have been\n'"
                    + canonical.text()
                    + "'",
                "The String-to-Sign should have been\n'" + canonical.stringToSign() + "'"));
  }

  private SimulatorException incomplete(String message) {
    return new SimulatorException(codes.incomplete, message);
  }
}
