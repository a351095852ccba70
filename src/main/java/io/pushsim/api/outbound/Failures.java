package io.pushsim.api.outbound;

import io.pushsim.runtime.Network.Failure;
import io.pushsim.runtime.Network.Request;
import io.vertx.core.http.HttpClosedException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import javax.net.ssl.SSLException;

/** What Node.js says of a request that got no answer. */
final class Failures {
  private Failures() {}

  static Failure of(Throwable cause, Request request) {
    String host = request.host();
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof UnknownHostException) {
        return new Failure("ENOTFOUND", "getaddrinfo ENOTFOUND " + host);
      }
      if (each instanceof SSLException) {
        return new Failure("EPROTO", "TLS with %s failed: %s".formatted(host, each.getMessage()));
      }
      if (each instanceof io.netty.channel.ConnectTimeoutException) {
        return new Failure("ETIMEDOUT", "connect ETIMEDOUT %s:%d".formatted(host, request.port()));
      }
      if (each instanceof ConnectException) {
        return new Failure(
            "ECONNREFUSED", "connect ECONNREFUSED %s:%d".formatted(host, request.port()));
      }
      if (each instanceof HttpClosedException || each instanceof ClosedChannelException) {
        return new Failure("ECONNRESET", "socket hang up");
      }
    }
    return new Failure("ECONNRESET", String.valueOf(cause.getMessage()));
  }
}
