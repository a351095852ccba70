package io.pushsim.benchmark;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;

/**
 * What the served simulator is measured against: a Vert.x server that reads a request and answers
 * it with 200 and a short JSON text, whatever it was.
 */
public final class BareServer {
  private static final Buffer ANSWER = Buffer.buffer("\"message\"");

  private BareServer() {}

  /**
   * Listens until the process is ended.
   *
   * @param arguments the port
   */
  public static void main(String... arguments) {
    Vertx.vertx()
        .createHttpServer(
            new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(Integer.parseInt(arguments[0]))
                .setHttp2ClearTextEnabled(false))
        .requestHandler(
            request ->
                request
                    .body()
                    .onSuccess(
                        body ->
                            request
                                .response()
                                .putHeader("Content-Type", "application/json")
                                .end(ANSWER)))
        .listen();
  }
}
