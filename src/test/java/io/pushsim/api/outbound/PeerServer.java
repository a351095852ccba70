package io.pushsim.api.outbound;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;

/** An HTTP server that does what tests of clients need, by the path that is asked for. */
final class PeerServer implements AutoCloseable {
  private static final Buffer CHUNK = Buffer.buffer(new byte[65_536]);
  private final Vertx vertx;
  private final HttpServer server;
  private final AtomicInteger requests = new AtomicInteger();
  private final CopyOnWriteArraySet<HttpServerRequest> held = new CopyOnWriteArraySet<>();
  private final Semaphore closures = new Semaphore(0);

  PeerServer(Vertx vertx) {
    this.vertx = vertx;
    server =
        vertx
            .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setMaxHeaderSize(65_536))
            .requestHandler(this::answer);
    server.listen(0).toCompletionStage().toCompletableFuture().join();
  }

  int port() {
    return server.actualPort();
  }

  /** How many requests have come. */
  int requests() {
    return requests.get();
  }

  /** How many requests for {@code /hold} wait for {@link #release}. */
  int held() {
    return held.size();
  }

  /** Told of each connection that went while a request was held. */
  Semaphore closures() {
    return closures;
  }

  /** Answers what is held. */
  void release() {
    for (HttpServerRequest request : held) {
      held.remove(request);
      request.response().end("released");
    }
  }

  private void answer(HttpServerRequest request) {
    requests.incrementAndGet();
    HttpServerResponse response = request.response();
    request.exceptionHandler(failure -> {});
    switch (String.valueOf(request.path())) {
      case "/echo" -> echo(request);
      case "/sum" -> sum(request);
      case "/large" -> large(request, Integer.parseInt(request.getParam("chunks")));
      case "/abort" -> {
        response.putHeader("Content-Length", "100").write("part");
        vertx.setTimer(100, now -> request.connection().close());
      }
      case "/hangup" -> request.connection().close();
      case "/hold" -> {
        request.connection().closeHandler(gone -> closures.release());
        held.add(request);
      }
      case "/early" -> response.setStatusCode(413).putHeader("Connection", "close").end("too much");
      case "/continue" -> {
        response.writeContinue();
        request.body().onSuccess(body -> response.end("got " + body));
      }
      case "/status" -> status(request, Integer.parseInt(request.getParam("code")));
      case "/redirect" ->
          response
              .setStatusCode(Integer.parseInt(request.getParam("code")))
              .putHeader("Location", request.getParam("to"))
              .end("elsewhere");
      case "/loop" -> response.setStatusCode(302).putHeader("Location", "/loop").end();
      case "/headers" ->
          response
              .putHeader("X-Twice", twice("1", "2"))
              .putHeader("Set-Cookie", twice("a=1", "b=2"))
              .putHeader("Server", twice("one", "two"))
              .putHeader("ETag", "\"tag\"")
              .end();
      case "/chunks" -> {
        response.setChunked(true).write("one,");
        vertx.setTimer(50, now -> response.write("two,"));
        vertx.setTimer(100, now -> response.end("three"));
      }
      case "/gzip" ->
          response
              .putHeader("Content-Encoding", "gzip")
              .end(Buffer.buffer(gzip("zipped ".repeat(1000))));
      case "/form" ->
          response
              .putHeader("Content-Type", "multipart/form-data; boundary=b")
              .end(
                  "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x.txt\"\r\nContent-Type: text/plain\r\n\r\nfile\r\n--b--\r\n");
      default -> response.setStatusCode(404).end("nothing is at " + request.path());
    }
  }

  private static Iterable<String> twice(String first, String second) {
    return List.of(first, second);
  }

  private static void echo(HttpServerRequest request) {
    JsonArray headers = new JsonArray();
    // Vert.x' client writes this header itself, in lower case.
    request
        .headers()
        .forEach(
            (name, value) ->
                headers.add(
                    (name.equalsIgnoreCase("Transfer-Encoding") ? "Transfer-Encoding" : name)
                        + ": "
                        + value));
    request
        .body()
        .onSuccess(
            body ->
                request
                    .response()
                    .putHeader("Content-Type", "application/json")
                    .end(
                        new JsonObject()
                            .put("method", request.method().name())
                            .put("uri", request.uri())
                            .put("headers", headers)
                            .put("body", body.toString())
                            .encode()));
  }

  private static void sum(HttpServerRequest request) {
    CRC32 sum = new CRC32();
    long[] length = {0};
    request.handler(
        part -> {
          sum.update(part.getBytes());
          length[0] += part.length();
        });
    request.endHandler(
        end -> request.response().end("%d bytes, crc %08x".formatted(length[0], sum.getValue())));
  }

  private static void large(HttpServerRequest request, int chunks) {
    HttpServerResponse response = request.response().setChunked(true);
    AtomicInteger left = new AtomicInteger(chunks);
    writeLarge(response, left);
  }

  private static void writeLarge(HttpServerResponse response, AtomicInteger left) {
    while (left.get() > 0) {
      if (response.writeQueueFull()) {
        response.drainHandler(room -> writeLarge(response, left));
        return;
      }
      left.decrementAndGet();
      response.write(CHUNK);
    }
    response.end();
  }

  private static void status(HttpServerRequest request, int code) {
    HttpServerResponse response = request.response().setStatusCode(code);
    if (code == 200 && request.method().equals(HttpMethod.HEAD)) {
      response.putHeader("Content-Length", "42");
    }
    response.end();
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    try {
      server.close().toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the test's server does not close", e);
    }
  }
}
