package io.pushsim.api;

import io.pushsim.api.http.ConnectionGuard;
import io.pushsim.api.http.Gateway;
import io.pushsim.api.http.HeadRules;
import io.pushsim.api.http.HostGate;
import io.pushsim.api.http.RequestHeads;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The one port: pushsim's own paths under {@code /_pushsim/}, and everything else for AWS's
 * services.
 */
public final class ApiServer {
  private static final long GRACE_MILLIS = 300;
  private static final String OWN_PATHS = "/_pushsim/";
  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");
  private static final int LONGEST_FIRST_LINE = 16 * 1024;
  private static final int LARGEST_HEADERS = 32 * 1024;

  /** Of a body, how much comes at once. */
  private static final int LARGEST_PART = 64 * 1024;

  private final HttpServer server;
  private final ConnectionGuard guard;

  private ApiServer(HttpServer server, ConnectionGuard guard) {
    this.server = server;
    this.guard = guard;
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for one that is free
   * @param gate keeps out what is not meant for this server
   * @param pushsim serves what is under {@code /_pushsim/}
   */
  public static Future<ApiServer> start(
      Vertx vertx,
      String host,
      int port,
      HostGate gate,
      Router pushsim,
      Gateway aws,
      ConnectionGuard guard) {
    Router own = Router.router(vertx);
    own.route(OWN_PATHS + "*").subRouter(pushsim);
    own.route().handler(routed -> aws.handle(routed.request()));
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(host)
            .setPort(port)
            .setHttp2ClearTextEnabled(false)
            // What unpacks WebSockets would stand in every connection's way, and ends those on
            // which 128 requests wait.
            .setPerFrameWebSocketCompressionSupported(false)
            .setPerMessageWebSocketCompressionSupported(false)
            .setMaxInitialLineLength(LONGEST_FIRST_LINE)
            .setMaxHeaderSize(LARGEST_HEADERS)
            .setMaxChunkSize(LARGEST_PART);
    return vertx
        .createHttpServer(options)
        .connectionHandler(guard::admit)
        .invalidRequestHandler(aws::refuseMalformed)
        .requestHandler(
            gate.before(request -> (isOwn(request) ? own : aws).handle(request), aws::refuse))
        .listen()
        .map(server -> new ApiServer(server, guard));
  }

  /** What Vert.x's router cannot take apart, the gateway refuses. */
  private static boolean isOwn(HttpServerRequest request) {
    String path = RequestHeads.path(request);
    return path.startsWith(OWN_PATHS)
        && !BROKEN_ESCAPE.matcher(path).find()
        && HeadRules.areKept(request);
  }

  public int port() {
    return server.actualPort();
  }

  /** How many connections are open. */
  public int connections() {
    return guard.connections();
  }

  /** Stops to listen, gives what is being answered a moment to end, and closes. */
  public Future<Void> close() {
    guard.stop();
    return server.shutdown(GRACE_MILLIS, TimeUnit.MILLISECONDS);
  }
}
