package io.pushsim.api.access;

import io.pushsim.api.access.Authorization.Signed;
import io.pushsim.error.SimulatorException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes a request's signature again with the secret, and compares. */
final class SignatureVerifier {
  private final InstantSource clock;

  /**
   * @param clock against which signatures expire
   */
  SignatureVerifier(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * What can be told before the body has come: the session token, the time, and that all headers
   * are signed that must be.
   *
   * @throws SimulatorException as AWS answers it
   */
  void checkHead(RequestHead head, Signed signed, AccessKey key) {
    checkToken(signed, key);
    checkTime(signed);
    checkSignedHeaders(head, signed);
  }

  /**
   * That the holder of the secret signed this very request.
   *
   * @throws SimulatorException as AWS answers it
   */
  void checkSignature(RequestHead head, Signed signed, AccessKey key, Payload payload) {
    ContentHash content = ContentHash.of(head, signed, payload);
    CanonicalRequest canonical = CanonicalRequest.of(head, signed, content.signed());
    boolean headersThere = signed.signedHeaders().stream().allMatch(name -> isThere(head, name));
    boolean same =
        Hashes.same(
            Hashes.hex(Hashes.hmac(signingKey(key, signed.credential()), canonical.stringToSign())),
            signed.signature());
    if (!headersThere || !same) {
      throw signed.errors().wrongSignature(signed, canonical);
    }
    content.check(payload);
  }

  private static void checkToken(Signed signed, AccessKey key) {
    if (!Hashes.same(key.sessionToken().orElse(""), signed.sessionToken().orElse(""))) {
      throw signed.errors().wrongSessionToken(signed);
    }
  }

  private void checkTime(Signed signed) {
    Instant now = clock.instant();
    Instant time = signed.time().instant();
    Duration skew = signed.kind().clockSkew();
    boolean early = time.isAfter(now.plus(skew));
    boolean late = signed.validity().isEmpty() && time.isBefore(now.minus(skew));
    if (early || late) {
      throw signed.errors().skewed(signed, now);
    }
    signed
        .validity()
        .map(time::plus)
        .filter(now::isAfter)
        .ifPresent(
            expiry -> {
              throw signed.errors().expired(signed, expiry, now);
            });
  }

  /** {@code host} everywhere; with S3 also each x-amz- header, but for the body's hash. */
  private static void checkSignedHeaders(RequestHead head, Signed signed) {
    List<String> names = signed.signedHeaders();
    List<String> missing = new ArrayList<>();
    if (!names.contains("host")) {
      missing.add("host");
    }
    if (signed.kind() == ServiceKind.S3) {
      head.headers().stream()
          .map(header -> header.name().toLowerCase(Locale.ROOT))
          .filter(name -> name.startsWith("x-amz-") && !name.equals(ContentHash.HEADER))
          .filter(name -> !names.contains(name))
          .distinct()
          .forEach(missing::add);
    }
    if (!missing.isEmpty()) {
      throw signed.errors().headersNotSigned(missing);
    }
  }

  private static boolean isThere(RequestHead head, String name) {
    return head.count(name) > 0;
  }

  static byte[] signingKey(AccessKey key, CredentialScope scope) {
    byte[] secret = ("AWS4" + key.secret()).getBytes(StandardCharsets.UTF_8);
    byte[] ofDay = Hashes.hmac(secret, scope.date());
    byte[] ofRegion = Hashes.hmac(ofDay, scope.region());
    byte[] ofService = Hashes.hmac(ofRegion, scope.service());
    return Hashes.hmac(ofService, CredentialScope.TERMINATOR);
  }
}
