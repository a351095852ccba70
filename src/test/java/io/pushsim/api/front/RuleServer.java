package io.pushsim.api.front;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * As much of an S3 server as answers what pushsim itself asks: which buckets there are, and by
 * which rules it tells of events. Its refusals are MinIO's (RELEASE.2025-10-15, seen), and
 * versitygw's (1.8.0, seen).
 */
final class RuleServer implements AutoCloseable {
  static final String NO_RULES = "<NotificationConfiguration></NotificationConfiguration>";

  private final HttpServer server;
  private final Map<String, String> rules = new ConcurrentHashMap<>();
  private final List<String> changes = new CopyOnWriteArrayList<>();
  private final AtomicReference<Manner> manner = new AtomicReference<>(Manner.TAKING_RULES);

  /** How it takes rules. */
  enum Manner {
    TAKING_RULES,
    WITHOUT_THE_TARGET,
    WITHOUT_RULES,
    REFUSING_KEYS
  }

  RuleServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  RuleServer with(String bucket) {
    rules.put(bucket, NO_RULES);
    return this;
  }

  void is(Manner how) {
    manner.set(how);
  }

  /** A bucket's rules. */
  String rules(String bucket) {
    return rules.getOrDefault(bucket, "no bucket");
  }

  void setRules(String bucket, String document) {
    rules.put(bucket, document);
  }

  /** The buckets whose rules were replaced, in that order. */
  List<String> changes() {
    return List.copyOf(changes);
  }

  private void answer(HttpExchange exchange) {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String bucket = exchange.getRequestURI().getPath().replaceAll("^/|/.*$|/$", "");
      String query = String.valueOf(exchange.getRequestURI().getQuery());
      if (manner.get() == Manner.REFUSING_KEYS) {
        refuse(
            exchange, 403, "InvalidAccessKeyId", "The Access Key Id you provided does not exist");
      } else if (query.startsWith("location")) {
        send(exchange, 200, "<LocationConstraint></LocationConstraint>");
      } else if (bucket.isEmpty()) {
        send(exchange, 200, "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>");
      } else if (exchange.getRequestMethod().equals("PUT") && query.equals("null")) {
        rules.put(bucket, NO_RULES);
        send(exchange, 200, "");
      } else if (!rules.containsKey(bucket)) {
        refuse(exchange, 404, "NoSuchBucket", "The specified bucket does not exist");
      } else if (query.startsWith("notification")) {
        notification(exchange, bucket, new String(body, StandardCharsets.UTF_8));
      } else if (exchange.getRequestMethod().equals("DELETE")) {
        rules.remove(bucket);
        exchange.sendResponseHeaders(204, -1);
      } else {
        send(exchange, 200, "");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void notification(HttpExchange exchange, String bucket, String document)
      throws IOException {
    if (manner.get() == Manner.WITHOUT_RULES) {
      refuse(
          exchange,
          501,
          "NotImplemented",
          "A header you provided implies functionality that is not implemented.");
    } else if (exchange.getRequestMethod().equals("GET")) {
      send(exchange, 200, rules(bucket));
    } else if (manner.get() == Manner.WITHOUT_THE_TARGET && document.contains(":PUSHSIM:")) {
      refuse(
          exchange,
          400,
          "InvalidArgument",
          "A specified destination ARN does not exist or is not well-formed. Verify the destination ARN.");
    } else {
      rules.put(bucket, document);
      changes.add(bucket);
      send(exchange, 200, "");
    }
  }

  private static void refuse(HttpExchange exchange, int status, String code, String message)
      throws IOException {
    send(
        exchange,
        status,
        "<Error><Code>%s</Code><Message>%s</Message></Error>".formatted(code, message));
  }

  private static void send(HttpExchange exchange, int status, String document) throws IOException {
    boolean bodiless = exchange.getRequestMethod().equals("HEAD") || document.isEmpty();
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/xml");
    exchange.sendResponseHeaders(status, bodiless ? -1 : bytes.length);
    if (!bodiless) {
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
