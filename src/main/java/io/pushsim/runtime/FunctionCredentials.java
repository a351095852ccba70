package io.pushsim.runtime;

import io.pushsim.time.Draws;
import java.util.Optional;

/**
 * The credentials that processes find in their variables, as of their function's role, and whose
 * they are. Drawn from the seed by the log stream, so an environment has the same ones always. Safe
 * for many threads.
 */
public final class FunctionCredentials {
  /** So many are remembered: far more than there are environments at once. */
  private static final int MOST = 16_384;

  /** How the ids of temporary credentials begin (IAM user guide, "IAM identifiers"). */
  private static final String PREFIX = "ASIA";

  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private final Draws draws;
  private final Remembered<Credentials> issued = new Remembered<>(MOST);

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
      return "AWS:" + roleSession(functionName);
    }

    /** Without what is secret. */
    @Override
    public String toString() {
      return "Credentials[" + accessKeyId + " of " + functionName + "]";
    }
  }

  /**
   * The session of a function's role: the role's id and the session's name, which Lambda's function
   * has.
   */
  public static String roleSession(String functionName) {
    return "AROAPUSHSIMSIMULATED:" + functionName;
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
            PREFIX + drawn(logStream, "key id", BASE32, 16),
            drawn(logStream, "secret key", BASE64, 40),
            drawn(logStream, "session token", BASE64, 356),
            account,
            functionName);
    issued.put(credentials.accessKeyId(), credentials);
    return credentials;
  }

  /** Those of this access key id, if they were issued here, and not too long ago. */
  public Optional<Credentials> find(String accessKeyId) {
    // Most callers are none of ours, and are not to wait for each other here.
    return accessKeyId.startsWith(PREFIX) ? issued.find(accessKeyId) : Optional.empty();
  }

  private String drawn(String id, String purpose, String alphabet, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      int index = (int) (draws.unit(id, i, purpose) * alphabet.length());
      text.append(alphabet.charAt(index));
    }
    return text.toString();
  }
}
