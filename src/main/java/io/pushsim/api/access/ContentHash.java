package io.pushsim.api.access;

import io.pushsim.api.access.Authorization.Form;
import io.pushsim.api.access.Authorization.Signed;
import io.pushsim.error.SimulatorException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a signature says of the body. S3 takes the client's word for the hash and compares later, or
 * lets the body go unsigned; all other services hash the body themselves.
 *
 * @param signed as it stands in the canonical request
 * @param announced whether it is the client's word, and has to be compared
 */
record ContentHash(String signed, boolean announced) {
  static final String HEADER = "x-amz-content-sha256";

  private static final String UNSIGNED = "UNSIGNED-PAYLOAD";

  /** Bodies in chunks; their chunks' signatures are checked where the chunks are read. */
  private static final Set<String> NOT_HASHED =
      Set.of(
          UNSIGNED,
          "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
          "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
          "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER");

  static ContentHash of(RequestHead head, Signed signed, Payload payload) {
    if (signed.kind() != ServiceKind.S3) {
      return new ContentHash(payload.sha256(), false);
    }
    String given = signed.form() == Form.HEADER ? inHeader(head) : ofPresigned(head, signed);
    if (NOT_HASHED.contains(given)) {
      return new ContentHash(given, false);
    }
    if (!isHash(given)) {
      throw S3AccessErrors.malformedContentHash(given);
    }
    return new ContentHash(given, true);
  }

  /** Where the client announced a hash: that it is the body's. */
  void check(Payload payload) {
    if (announced) {
      payload.require(signed);
    }
  }

  /**
   * That a body is the one announced.
   *
   * @throws SimulatorException XAmzContentSHA256Mismatch
   */
  static void compare(String announced, String computed) {
    if (!computed.equals(announced.toLowerCase(Locale.ROOT))) {
      throw S3AccessErrors.wrongContentHash(announced, computed);
    }
  }

  private static String inHeader(RequestHead head) {
    return head.header(HEADER).orElseThrow(S3AccessErrors::noContentHash);
  }

  /** Presigned bodies are unsigned unless the URL, or a header that it signs, says otherwise. */
  private static String ofPresigned(RequestHead head, Signed signed) {
    Optional<String> header =
        signed.signedHeaders().contains(HEADER) ? head.header(HEADER) : Optional.empty();
    return header
        .or(() -> QueryParameters.of(head.query()).single(PresignedQuery.CONTENT_HASH))
        .orElse(UNSIGNED);
  }

  private static boolean isHash(String text) {
    return text.length() == 64 && text.chars().allMatch(Ascii::isHexDigit);
  }
}
