package io.pushsim.api.access;

import io.pushsim.error.SimulatorException;
import java.time.Instant;
import java.util.List;

/**
 * AWS's answers to those who may not come in: S3 has words of its own, all other services share
 * theirs.
 */
interface AccessErrors {
  /** What AWS answers does not always say what to do; this does. */
  List<String> WHAT_IS_TAKEN =
      List.of(
          "pushsim takes signatures of version 4 with AWS4-HMAC-SHA256, in the Authorization header"
              + " or in the query: make the client sign with it (signature version s3v4 or v4).");

  static AccessErrors of(ServiceKind kind, Authorization.Form form) {
    return kind == ServiceKind.S3 ? new S3AccessErrors(form) : new SharedAccessErrors(kind);
  }

  /** Credentials are demanded and none were given. */
  SimulatorException unsigned();

  /** Something else than a signature of version 4, such as version 2's or a bearer token. */
  SimulatorException otherMechanism();

  /** A signature of version 4 in another algorithm, such as 4A's. */
  SimulatorException unsupportedAlgorithm(String algorithm);

  /** Signed twice: in the header and in the query, or in two headers. */
  SimulatorException signedTwice(String authorization);

  /**
   * A part of the Authorization header is not of its form.
   *
   * @param component a part of the Authorization header, which is no {@code key=value}
   */
  SimulatorException malformedComponent(String component, String authorization);

  /**
   * Components of the Authorization header, or its date, are missing, unknown or repeated.
   *
   * @param count how many components there are
   * @param missing the names of those that must be there and are not
   * @param dated whether the request has a date
   */
  SimulatorException wrongComponents(
      int count, List<String> missing, boolean dated, String authorization);

  /**
   * A presigned URL lacks parameters, or repeats them.
   *
   * @param missing parameters of a presigned URL that must be there, once, and are not
   */
  SimulatorException wrongParameters(List<String> missing);

  SimulatorException malformedDate(String date);

  /**
   * A presigned URL's validity is none.
   *
   * @param expires X-Amz-Expires as sent, which is no number of seconds from 0 to a week
   */
  SimulatorException malformedExpires(String expires);

  SimulatorException malformedCredential(String credential);

  /** A Credential whose date, region or terminator is wrong. */
  SimulatorException wrongScope(CredentialScope credential, Timestamp time, String expectedRegion);

  SimulatorException unknownAccessKey(String accessKeyId);

  /** The key goes with a session token, and another one, or none, was given. */
  SimulatorException wrongSessionToken(Authorization.Signed signed);

  /** Signed too long ago, or too far ahead. */
  SimulatorException skewed(Authorization.Signed signed, Instant now);

  /** A presigned URL whose time is over. */
  SimulatorException expired(Authorization.Signed signed, Instant expiry, Instant now);

  /**
   * Headers are there that must be signed and are not.
   *
   * @param names headers that must be signed, are there, and are not signed
   */
  SimulatorException headersNotSigned(List<String> names);

  SimulatorException wrongSignature(Authorization.Signed signed, CanonicalRequest canonical);
}
