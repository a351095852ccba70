package io.pushsim.api.outbound;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What functions may reach, as {@code --allow-net} names it.
 *
 * @param host a name or an address in lower case, an IPv6 one without brackets; after {@code *.}
 *     every name below it
 */
public record Peer(String host, int port) {
  private static final int LAST_PORT = 65_535;
  private static final Pattern FORM =
      Pattern.compile(
          "(\\[[0-9a-f:.]+]|(?:\\*\\.)?[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?):(\\d{1,5})");

  /**
   * Reads {@code HOST:PORT}.
   *
   * @throws SimulatorException InvalidInput where it is none
   */
  public static Peer parse(String text) {
    Matcher matcher = FORM.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > LAST_PORT) {
      throw new SimulatorException(
          ErrorCode.INVALID_INPUT,
          "'%s' is no host and port: give one like api.example.com:443, *.example.com:443 or [::1]:8080"
              .formatted(text));
    }
    return new Peer(bare(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** Whether a request to this host and port is for it. */
  boolean isAt(String name, int at) {
    return port == at
        && (host.startsWith("*.") ? name.endsWith(host.substring(1)) : name.equals(host));
  }
}
