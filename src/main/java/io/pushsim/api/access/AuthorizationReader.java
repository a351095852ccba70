package io.pushsim.api.access;

import io.pushsim.api.access.Authorization.Form;
import io.pushsim.api.access.Authorization.Signed;
import io.pushsim.api.access.Authorization.Unsigned;
import io.pushsim.error.SimulatorException;
import java.util.Optional;

/** Reads what a request says of who signed it, and refuses what is not well-formed. */
final class AuthorizationReader {
  static final String ALGORITHM = "AWS4-HMAC-SHA256";

  private static final String ANY_VERSION_4 = "AWS4-";

  private final String expectedRegion;

  /**
   * @param expectedRegion named in errors, as S3 names it
   */
  AuthorizationReader(String expectedRegion) {
    this.expectedRegion = expectedRegion;
  }

  /**
   * @param expected the service that the request seems to be for, whose words are used as long as
   *     its signature does not say better
   * @throws SimulatorException as AWS answers a signature that is not well-formed, of another
   *     version, or not alone
   */
  Authorization read(RequestHead head, ServiceKind expected) {
    Optional<String> authorization = head.header("authorization");
    boolean inQuery = isInQuery(head.query());
    if (authorization.isEmpty()) {
      return inQuery ? fromQuery(head, expected) : new Unsigned();
    }
    if (inQuery || head.count("authorization") > 1) {
      throw AccessErrors.of(expected, Form.HEADER).signedTwice(authorization.get());
    }
    return fromHeader(head, authorization.get().strip(), expected);
  }

  /** Whether a query is signed, in whatever version; quick, since hardly any is. */
  private static boolean isInQuery(String query) {
    return !query.isEmpty()
        && (query.contains("X-Amz-") || query.contains("AWSAccessKeyId"))
        && isSigned(QueryParameters.of(query));
  }

  private static boolean isSigned(QueryParameters query) {
    return query.has(PresignedQuery.ALGORITHM)
        || query.has(PresignedQuery.CREDENTIAL)
        || query.has(PresignedQuery.SIGNATURE)
        || isVersion2(query);
  }

  private static boolean isVersion2(QueryParameters query) {
    return query.has("AWSAccessKeyId");
  }

  private Signed fromHeader(RequestHead head, String authorization, ServiceKind expected) {
    AccessErrors errors = AccessErrors.of(expected, Form.HEADER);
    if (!authorization.startsWith(ANY_VERSION_4)) {
      throw errors.otherMechanism();
    }
    AuthorizationHeader header = AuthorizationHeader.parse(authorization, errors);
    Optional<String> date = head.header("x-amz-date").or(() -> head.header("date"));
    header.check(date.isPresent(), errors);
    if (!header.algorithm().equals(ALGORITHM)) {
      throw errors.unsupportedAlgorithm(header.algorithm());
    }
    CredentialScope credential = credential(header.credential(), errors);
    AccessErrors own = AccessErrors.of(ServiceKind.of(credential.service()), Form.HEADER);
    Timestamp time = time(head, credential).orElseThrow(() -> own.malformedDate(date.orElse("")));
    checkScope(credential, time, own);
    return new Signed(
        Form.HEADER,
        credential,
        header.signedHeaders(),
        header.signature(),
        time,
        Optional.empty(),
        head.header("x-amz-security-token"));
  }

  /** S3 takes HTTP's own form of a date in the header {@code Date} [ceph/s3-tests#346]. */
  private static Optional<Timestamp> time(RequestHead head, CredentialScope credential) {
    Optional<String> amazon = head.header("x-amz-date");
    if (amazon.isPresent()) {
      return Timestamp.ofIso(amazon.get());
    }
    boolean s3 = ServiceKind.of(credential.service()) == ServiceKind.S3;
    return head.header("date").flatMap(s3 ? Timestamp::ofDateHeader : Timestamp::ofIso);
  }

  private Signed fromQuery(RequestHead head, ServiceKind expected) {
    QueryParameters query = QueryParameters.of(head.query());
    AccessErrors errors = AccessErrors.of(expected, Form.QUERY);
    if (isVersion2(query)) {
      throw errors.otherMechanism();
    }
    PresignedQuery presigned = PresignedQuery.of(query);
    Optional<CredentialScope> scope =
        query.single(PresignedQuery.CREDENTIAL).flatMap(CredentialScope::parse);
    ServiceKind kind = scope.map(known -> ServiceKind.of(known.service())).orElse(expected);
    AccessErrors own = AccessErrors.of(kind, Form.QUERY);
    presigned.check(kind, own);
    CredentialScope credential = credential(presigned.credential(), own);
    Timestamp time = presigned.time(own);
    checkScope(credential, time, own);
    return presigned.signed(credential, time, own);
  }

  private static CredentialScope credential(String text, AccessErrors errors) {
    return CredentialScope.parse(text).orElseThrow(() -> errors.malformedCredential(text));
  }

  private void checkScope(CredentialScope credential, Timestamp time, AccessErrors errors) {
    if (!credential.isOfDay(time)
        || !credential.endsRightly()
        || !(credential.region().equals(expectedRegion) || credential.hasRegion())) {
      throw errors.wrongScope(credential, time, expectedRegion);
    }
  }
}
