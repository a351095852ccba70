package io.pushsim.api.access;

import io.pushsim.api.access.Authorization.Form;
import io.pushsim.api.access.Authorization.Signed;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Signs requests for S3 anew, in pushsim's own name (AWS Signature Version 4, in the header). */
public final class RequestSigner {
  private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
  private static final String DATE = "x-amz-date";
  private static final String AUTHORIZATION = "authorization";

  /** What a former signature has brought. */
  private static final Set<String> FORMER = Set.of(AUTHORIZATION, DATE, "x-amz-security-token");

  private static final Set<String> SIGNED_TOO = Set.of("host", "content-md5", "content-type");

  private final AccessKey key;
  private final String region;
  private final InstantSource clock;

  /**
   * @param region the server's
   */
  public RequestSigner(String accessKey, String secretKey, String region, InstantSource clock) {
    this.key = new AccessKey(accessKey, secretKey, Optional.empty(), "");
    this.region = region;
    this.clock = clock;
  }

  /**
   * The head with a signature, in place of the one that it has.
   *
   * @param head as it will be sent, Host included; what it says of its body's hash is signed as it
   *     stands, and a body of which it says nothing is not
   */
  public RequestHead sign(RequestHead head) {
    Instant now = clock.instant();
    List<Header> headers = new ArrayList<>();
    head.headers().stream().filter(header -> !FORMER.contains(lower(header))).forEach(headers::add);
    String content = head.header(ContentHash.HEADER).orElse(UNSIGNED);
    if (head.header(ContentHash.HEADER).isEmpty()) {
      headers.add(new Header(ContentHash.HEADER, content));
    }
    headers.add(new Header(DATE, Timestamp.iso(now)));
    String query = PresignedQuery.without(head.query());
    RequestHead unsigned = new RequestHead(head.method(), head.path(), query, headers);
    Signed unfinished = unfinished(unsigned, now);
    CanonicalRequest canonical = CanonicalRequest.of(unsigned, unfinished, content);
    byte[] signingKey = SignatureVerifier.signingKey(key, unfinished.credential());
    String signature = Hashes.hex(Hashes.hmac(signingKey, canonical.stringToSign()));
    headers.add(
        new Header(
            AUTHORIZATION,
            "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                .formatted(
                    AuthorizationReader.ALGORITHM,
                    key.id(),
                    unfinished.credential().text(),
                    unfinished.signedHeaderList(),
                    signature)));
    return new RequestHead(head.method(), head.path(), query, headers);
  }

  private Signed unfinished(RequestHead head, Instant now) {
    Set<String> names = new TreeSet<>();
    head.headers().stream()
        .map(RequestSigner::lower)
        .filter(name -> name.startsWith("x-amz-") || SIGNED_TOO.contains(name))
        .forEach(names::add);
    Timestamp time = new Timestamp(Timestamp.iso(now), now);
    return new Signed(
        Form.HEADER,
        new CredentialScope(key.id(), time.date(), region, "s3", CredentialScope.TERMINATOR),
        String.join(";", names),
        "",
        time,
        Optional.empty(),
        Optional.empty());
  }

  private static String lower(Header header) {
    return header.name().toLowerCase(Locale.ROOT);
  }
}
