package io.pushsim.runtime;

import io.pushsim.time.Draws;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The credentials that processes find in their variables, as of their function's role, and whose
 * they are. Drawn from the seed by the log stream, so an environment has the same ones always. Safe
 * for many threads.
 */
public final class FunctionCredentials {
  /** So many are remembered: far more than there are environments at once. */
  private static final int MOST = 16_384;

  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private final Draws draws;
  private final Map<String, Credentials> issued = Collections.synchronizedMap(new Latest());

  /**
   * What a process signs its requests with.
   *
   * @param account the function's
   */
  public record Credentials(
      String accessKeyId,
      String secretAccessKey,
      String sessionToken,
      String account,
      String functionName) {

    /** Who signs, as event records name it: the session of the function's role. */
    public String principalId() {
      return "AWS:AROAPUSHSIMSIMULATED:" + functionName;
    }

    /** Without what is secret. */
    @Override
    public String toString() {
      return "Credentials[" + accessKeyId + " of " + functionName + "]";
    }
  }

  /** Credentials to be issued from these draws. */
  public FunctionCredentials(Draws draws) {
    this.draws = draws;
  }

  /**
   * Those of an environment, the same each time.
   *
   * @param account the function's
   * @param logStream the environment's
   */
  public Credentials issue(String account, String functionName, String logStream) {
    Credentials credentials =
        new Credentials(
            "ASIA" + drawn(logStream, "key id", BASE32, 16),
            drawn(logStream, "secret key", BASE64, 40),
            drawn(logStream, "session token", BASE64, 356),
            account,
            functionName);
    issued.put(credentials.accessKeyId(), credentials);
    return credentials;
  }

  /** Those of this access key id, if they were issued here, and not too long ago. */
  public Optional<Credentials> find(String accessKeyId) {
    return Optional.ofNullable(issued.get(accessKeyId));
  }

  private String drawn(String id, String purpose, String alphabet, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      int index = (int) (draws.unit(id, i, purpose) * alphabet.length());
      text.append(alphabet.charAt(index));
    }
    return text.toString();
  }

  /** Forgets those that were used longest ago. */
  private static final class Latest extends LinkedHashMap<String, Credentials> {
    private static final long serialVersionUID = 1;

    Latest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Credentials> eldest) {
      return size() > MOST;
    }
  }
}
