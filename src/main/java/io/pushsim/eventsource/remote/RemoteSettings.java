package io.pushsim.eventsource.remote;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Where the S3 server behind pushsim is.
 *
 * @param endpoint {@code http://HOST:PORT}, without a path
 * @param keys what pushsim itself signs with; without them it asks the server nothing of its own
 */
public record RemoteSettings(URI endpoint, Optional<Keys> keys) {
  private static final int USUAL_PORT = 80;

  /** A key of the server's. */
  public record Keys(String accessKey, String secretKey) {
    /** Without what is secret. */
    @Override
    public String toString() {
      return "Keys[" + accessKey + "]";
    }
  }

  /**
   * As the options say it.
   *
   * @param keys the access key and the secret key, both or none
   * @throws SimulatorException InvalidInput where it is no address of a server
   */
  public static RemoteSettings of(String address, Optional<Keys> keys) {
    try {
      URI endpoint = new URI(address);
      if (isServer(endpoint)) {
        int port = endpoint.getPort() < 0 ? USUAL_PORT : endpoint.getPort();
        return new RemoteSettings(
            new URI("http", null, endpoint.getHost(), port, null, null, null), keys);
      }
    } catch (URISyntaxException e) {
      // Told below.
    }
    throw new SimulatorException(
        ErrorCode.INVALID_INPUT,
        "'%s' is no address of an S3 server; write http://HOST:PORT, without a path (https is not spoken to it)"
            .formatted(address));
  }

  private static boolean isServer(URI endpoint) {
    return "http".equals(endpoint.getScheme())
        && endpoint.getHost() != null
        && (endpoint.getRawPath().isEmpty() || endpoint.getRawPath().equals("/"))
        && endpoint.getRawQuery() == null
        && endpoint.getRawUserInfo() == null;
  }

  /** The server's host, without the brackets of an IPv6 address. */
  public String host() {
    return endpoint.getHost().replaceAll("^\\[|]$", "");
  }

  public int port() {
    return endpoint.getPort();
  }
}
