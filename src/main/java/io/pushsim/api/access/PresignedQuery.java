package io.pushsim.api.access;

import io.pushsim.api.access.Authorization.Form;
import io.pushsim.api.access.Authorization.Signed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parameters that make a URL a presigned one. */
final class PresignedQuery {
  static final String ALGORITHM = "X-Amz-Algorithm";
  static final String CREDENTIAL = "X-Amz-Credential";
  static final String SIGNATURE = "X-Amz-Signature";
  static final String CONTENT_HASH = "X-Amz-Content-Sha256";

  private static final String SIGNED_HEADERS = "X-Amz-SignedHeaders";
  private static final String DATE = "X-Amz-Date";
  private static final String EXPIRES = "X-Amz-Expires";
  private static final String TOKEN = "X-Amz-Security-Token";
  private static final List<String> REQUIRED =
      List.of(ALGORITHM, CREDENTIAL, SIGNATURE, SIGNED_HEADERS, DATE);
  private static final Set<String> SIGNING =
      Set.of(ALGORITHM, CREDENTIAL, SIGNATURE, CONTENT_HASH, SIGNED_HEADERS, DATE, EXPIRES, TOKEN);

  private static final int LONGEST_VALIDITY = 604_800;

  private final QueryParameters query;

  private PresignedQuery(QueryParameters query) {
    this.query = query;
  }

  /** The query without what makes a URL a presigned one, else as it was sent. */
  static String without(String query) {
    return Stream.of(query.split("&", -1))
        .filter(part -> !SIGNING.contains(part.split("=", 2)[0]))
        .collect(Collectors.joining("&"));
  }

  static PresignedQuery of(QueryParameters query) {
    return new PresignedQuery(query);
  }

  /** That all that must be there is there, once; S3 alone demands an expiry. */
  void check(ServiceKind kind, AccessErrors errors) {
    List<String> missing = new ArrayList<>();
    for (String name : REQUIRED) {
      if (query.single(name).isEmpty()) {
        missing.add(name);
      }
    }
    boolean expires = query.single(EXPIRES).isPresent();
    if (!expires && (kind == ServiceKind.S3 || query.has(EXPIRES))) {
      missing.add(EXPIRES);
    }
    if (!missing.isEmpty()) {
      throw errors.wrongParameters(missing);
    }
    if (!value(ALGORITHM).equals(AuthorizationReader.ALGORITHM)) {
      throw errors.unsupportedAlgorithm(value(ALGORITHM));
    }
  }

  String credential() {
    return value(CREDENTIAL);
  }

  Timestamp time(AccessErrors errors) {
    return Timestamp.ofIso(value(DATE)).orElseThrow(() -> errors.malformedDate(value(DATE)));
  }

  Signed signed(CredentialScope credential, Timestamp time, AccessErrors errors) {
    return new Signed(
        Form.QUERY,
        credential,
        value(SIGNED_HEADERS),
        value(SIGNATURE),
        time,
        query.single(EXPIRES).map(text -> validity(text, errors)),
        query.single(TOKEN));
  }

  private static Duration validity(String text, AccessErrors errors) {
    int seconds = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      seconds = Ascii.isDigit(c) ? seconds * 10 + c - '0' : LONGEST_VALIDITY + 1;
      if (seconds > LONGEST_VALIDITY) {
        throw errors.malformedExpires(text);
      }
    }
    return Duration.ofSeconds(seconds);
  }

  private String value(String name) {
    return query.single(name).orElse("");
  }
}
