package io.pushsim.api.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.api.access.Hashes;
import io.pushsim.api.http.Exchange;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The links that GetFunction gives to download a package: like S3's presigned ones they need no
 * credentials and expire, after ten minutes.
 */
public final class CodeLinks {
  private static final String PATH = "/_pushsim/code/";
  private static final Duration VALID = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final byte[] secret = new byte[32];

  public CodeLinks(InstantSource clock) {
    this.clock = clock;
    new SecureRandom().nextBytes(secret);
  }

  /** GetFunction's answer with a whole link in the place of the path. */
  byte[] completed(JsonNode answer, Exchange exchange) {
    if (answer.path("Code") instanceof ObjectNode code) {
      code.put("Location", link(exchange.authority(), code.path("Location").asText()));
    }
    return answer.toString().getBytes(StandardCharsets.UTF_8);
  }

  private String link(String authority, String path) {
    long expires = clock.instant().plus(VALID).getEpochSecond();
    return "http://%s%s?Expires=%d&Signature=%s"
        .formatted(authority, path, expires, signature(path.substring(PATH.length()), expires));
  }

  /**
   * The CodeSha256 that a link's last segment stands for, where its signature is ours and it has
   * not expired.
   */
  public Optional<String> codeSha256(String name, String expires, String signature) {
    if (!expires.matches("[0-9]{1,12}")) {
      return Optional.empty();
    }
    long until = Long.parseLong(expires);
    boolean ours = Hashes.same(signature(name, until), signature);
    return ours && clock.instant().isBefore(Instant.ofEpochSecond(until))
        ? Optional.of(name.replace('_', '/'))
        : Optional.empty();
  }

  private String signature(String name, long expires) {
    return Hashes.hex(Hashes.hmac(secret, name + "\n" + expires));
  }
}
