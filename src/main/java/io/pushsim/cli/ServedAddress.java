package io.pushsim.cli;

import io.vertx.core.net.SocketAddress;
import java.util.Set;

/**
 * Where pushsim listens, as others write it.
 *
 * @param host as {@code --host} has it, an IPv6 address with brackets or without
 */
record ServedAddress(String host, int port) {
  private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "[::]");

  /** For clients on this machine. */
  String endpoint() {
    boolean isBare = host.contains(":") && !host.startsWith("[");
    return "http://%s:%d".formatted(isBare ? "[" + host + "]" : host, port);
  }

  /** For pushsim itself. */
  SocketAddress socket() {
    return SocketAddress.inetSocketAddress(
        port, EVERY_ADDRESS.contains(host) ? "localhost" : host.replaceAll("^\\[|]$", ""));
  }

  /** For an S3 server, which may be on another machine where pushsim listens on all addresses. */
  String webhook() {
    String reached =
        EVERY_ADDRESS.contains(host)
            ? "http://<this machine's name>:%d".formatted(port)
            : endpoint();
    return reached + "/_pushsim/events";
  }
}
