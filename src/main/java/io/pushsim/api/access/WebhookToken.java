package io.pushsim.api.access;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an S3 server must send with its notifications. MinIO makes the Authorization header of its
 * auth_token: one word becomes {@code Bearer word}, two words are sent as they are, and with more
 * it sends no header at all (internal/event/target/webhook.go).
 */
public final class WebhookToken {
  private static final String BEARER = "Bearer";

  private final String scheme;
  private final String token;

  private WebhookToken(String scheme, String token) {
    this.scheme = scheme;
    this.token = token;
  }

  /**
   * Of the token as it is configured.
   *
   * @param configured one word, or a scheme and a word
   * @throws SimulatorException if no server could send it
   */
  public static WebhookToken of(String configured) {
    List<String> words = words(configured);
    boolean sendable =
        configured.chars().allMatch(c -> c == '\t' || c == ' ' || Ascii.isVisible(c));
    if (words.isEmpty() || words.size() > 2 || !sendable) {
      throw new SimulatorException(
          ErrorCode.INVALID_INPUT,
          "--webhook-token is one word, or a scheme and one word, in ASCII (MinIO sends nothing"
              + " else as a token): choose such a token");
    }
    return words.size() == 1
        ? new WebhookToken(BEARER, words.get(0))
        : new WebhookToken(words.get(0), words.get(1));
  }

  /**
   * Lets pass what carries the token.
   *
   * @throws SimulatorException if the request does not carry the token
   */
  public void check(RequestHead head) {
    Optional<String> sent =
        head.count("authorization") == 1 ? head.header("authorization") : Optional.empty();
    if (sent.filter(this::isSame).isEmpty()) {
      throw new SimulatorException(
          ErrorCode.ACCESS_DENIED,
          "the Authorization header does not carry the webhook token: give the S3 server what"
              + " --webhook-token says (MinIO: MINIO_NOTIFY_WEBHOOK_AUTH_TOKEN_<ID>)");
    }
  }

  /** The scheme in any case, as HTTP has it; a bearer token also alone. */
  private boolean isSame(String sent) {
    List<String> words = words(sent);
    boolean alone = words.size() == 1 && scheme.equalsIgnoreCase(BEARER);
    boolean withScheme = words.size() == 2 && scheme.equalsIgnoreCase(words.get(0));
    return (alone || withScheme) && Hashes.same(token, words.get(words.size() - 1));
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "WebhookToken[" + scheme + "]";
  }
}
