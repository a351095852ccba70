package io.pushsim.api.access;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of an Authorization header: {@code AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…,
 * Signature=…}, with commas, spaces or both between them.
 *
 * @param count of components, known or not
 */
record AuthorizationHeader(
    String text,
    String algorithm,
    String credential,
    String signedHeaders,
    String signature,
    int count) {
  private static final String CREDENTIAL = "Credential";
  private static final String SIGNED_HEADERS = "SignedHeaders";
  private static final String SIGNATURE = "Signature";

  /** One pass, no look back: this stands in the way of every request. */
  static AuthorizationHeader parse(String text, AccessErrors errors) {
    int at = endOfPart(text, 0);
    String algorithm = text.substring(0, at);
    String credential = "";
    String signedHeaders = "";
    String signature = "";
    int count = 0;
    for (at = startOfPart(text, at); at < text.length(); at = startOfPart(text, at)) {
      int end = endOfPart(text, at);
      String part = text.substring(at, end);
      int equals = part.indexOf('=');
      if (equals <= 0) {
        throw errors.malformedComponent(part, text);
      }
      String value = part.substring(equals + 1);
      switch (part.substring(0, equals)) {
        case CREDENTIAL -> credential = value;
        case SIGNED_HEADERS -> signedHeaders = value;
        case SIGNATURE -> signature = value;
        default -> {
          // Counted, so that check() finds one too many or one missing.
        }
      }
      count++;
      at = end;
    }
    return new AuthorizationHeader(text, algorithm, credential, signedHeaders, signature, count);
  }

  /** That all that must be there is there, once, and nothing else. */
  void check(boolean dated, AccessErrors errors) {
    List<String> missing = new ArrayList<>(3);
    if (credential.isEmpty()) {
      missing.add(CREDENTIAL);
    }
    if (signature.isEmpty()) {
      missing.add(SIGNATURE);
    }
    if (signedHeaders.isEmpty()) {
      missing.add(SIGNED_HEADERS);
    }
    if (count != 3 || !missing.isEmpty() || !dated) {
      throw errors.wrongComponents(count, missing, dated, text);
    }
  }

  private static int startOfPart(String text, int from) {
    int at = from;
    while (at < text.length() && isBetweenParts(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int endOfPart(String text, int from) {
    int at = from;
    while (at < text.length() && !isBetweenParts(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isBetweenParts(char c) {
    return c == ' ' || c == ',' || c == '\t';
  }
}
