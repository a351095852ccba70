package io.pushsim.eventsource.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of objects at a server that answers each request for an object with one status. */
class RemoteObjectsTest {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private RemoteObjects objects;
  private volatile int status = 200;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    objects =
        new RemoteObjects(
            RemoteSettings.of(
                "http://127.0.0.1:" + server.getAddress().getPort(), Optional.empty()),
            new RemoteSettings.Keys("key", "secret"));
  }

  @AfterEach
  void stop() {
    objects.close();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    boolean ofBucket = path.equals("/bucket") || path.equals("/bucket/");
    String body =
        ofBucket
            ? "<LocationConstraint xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">us-west-2</LocationConstraint>"
            : status == 200 ? "" : "<Error><Code>SlowDown</Code><Message>slow</Message></Error>";
    if (!ofBucket) {
      asked.add(exchange.getRequestMethod() + " " + path);
      exchange.getResponseHeaders().add("x-amz-request-id", "ID" + asked.size());
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/xml");
    exchange.getResponseHeaders().add("ETag", "\"e\"");
    exchange.sendResponseHeaders(ofBucket ? 200 : status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Test
  void tellsTheIdOfTheRequest() {
    assertThat(objects.put("bucket", "a", new byte[3]).toCompletableFuture().join())
        .contains("ID1");
    assertThat(objects.delete("bucket", "a").toCompletableFuture().join()).isEmpty();
    assertThat(asked).containsExactly("PUT /bucket/a", "DELETE /bucket/a");
  }

  /** What is tried again by itself would be told as slow, and not as refused. */
  @Test
  void asksOnce_whenTheServerRefuses() {
    status = 503;

    Optional<String> code =
        objects
            .put("bucket", "a", new byte[3])
            .thenApply(id -> Optional.<String>empty())
            .exceptionally(RemoteObjects::errorCode)
            .toCompletableFuture()
            .join();

    assertThat(code).contains("SlowDown");
    assertThat(asked).containsExactly("PUT /bucket/a");
  }

  @Test
  void knowsNoCode_whenNobodyAnswers() {
    server.stop(0);

    assertThat(objects.put("bucket", "a", new byte[3]).toCompletableFuture())
        .failsWithin(Duration.ofSeconds(30))
        .withThrowableOfType(ExecutionException.class)
        .satisfies(
            failure ->
                assertThat(RemoteObjects.errorCode(new CompletionException(failure.getCause())))
                    .isEmpty());
  }
}
