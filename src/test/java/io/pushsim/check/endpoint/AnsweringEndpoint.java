package io.pushsim.check.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An endpoint on loopback that answers by paths what a test wrote down. */
final class AnsweringEndpoint implements AutoCloseable {
  private static final Answer UNKNOWN = new Answer(404, "{}", "ResourceNotFoundException");

  private final Map<String, Deque<Answer>> answers = new LinkedHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  /**
   * What is answered.
   *
   * @param error the code in the header in which Lambda gives it; empty for none
   */
  private record Answer(int status, String body, String error) {}

  AnsweringEndpoint() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
    at("POST /")
        .with(
            200,
            "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>111111111111</Account>"
                + "</GetCallerIdentityResult></GetCallerIdentityResponse>");
    at("GET /2015-03-31/functions").with(200, "{\"Functions\": []}");
    at("GET /").with(200, "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>");
  }

  /** A request and its answers, given one after another; the last one stays. */
  final class Question {
    private final Deque<Answer> given = new ArrayDeque<>();

    private Question(String request) {
      answers.put(request, given);
    }

    Question with(int status, String body) {
      return with(status, body, "");
    }

    Question with(int status, String body, String error) {
      given.add(new Answer(status, body, error));
      return this;
    }
  }

  /**
   * Writes down answers.
   *
   * @param request method and path, such as {@code GET /2015-03-31/functions}, with the query where
   *     it has one
   */
  Question at(String request) {
    return new Question(request);
  }

  /** The requests that came, as {@link #at} names them. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String request = exchange.getRequestMethod() + " " + withoutSlash(uri.getRawPath()) + query;
    requests.add(request);
    Answer answer = next(request);
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    if (!answer.error().isEmpty()) {
      exchange.getResponseHeaders().add("x-amzn-ErrorType", answer.error());
    }
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private synchronized Answer next(String request) {
    Deque<Answer> given = answers.getOrDefault(request, new ArrayDeque<>(List.of(UNKNOWN)));
    return given.size() > 1 ? given.remove() : given.element();
  }

  private static String withoutSlash(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
