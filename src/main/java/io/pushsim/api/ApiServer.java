package io.pushsim.api;

import io.pushsim.api.http.Gateway;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;

/**
 * The one port: pushsim's own paths under {@code /_pushsim/}, and everything else for AWS's
 * services.
 */
public final class ApiServer {
  private static final long GRACE_MILLIS = 500;

  private final HttpServer server;

  private ApiServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for one that is free
   * @param pushsim serves what is under {@code /_pushsim/}
   */
  public static Future<ApiServer> start(
      Vertx vertx, String host, int port, Router pushsim, Gateway aws) {
    Router router = Router.router(vertx);
    router.route("/_pushsim/*").subRouter(pushsim);
    router.route().handler(aws);
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(host)
            .setPort(port)
            .setHttp2ClearTextEnabled(false)
            .setPerFrameWebSocketCompressionSupported(false)
            .setPerMessageWebSocketCompressionSupported(false)
            .setMaxInitialLineLength(16 * 1024)
            .setMaxHeaderSize(32 * 1024);
    return vertx.createHttpServer(options).requestHandler(router).listen().map(ApiServer::new);
  }

  public int port() {
    return server.actualPort();
  }

  /** Stops to listen, gives what is being answered half a second to end, and closes. */
  public Future<Void> close() {
    return server.shutdown(GRACE_MILLIS, TimeUnit.MILLISECONDS);
  }
}
