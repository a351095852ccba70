package io.pushsim.api.front;

import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.remote.RemoteSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.impl.ConnectionBase;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The connections to the S3 server behind, and whether it could be reached lately. */
final class Upstream {
  private static final int CONNECT_MILLIS = 5000;

  /** Shorter than servers keep an idle connection, so that none is used that is about to close. */
  private static final int IDLE_SECONDS = 10;

  /** As many as clients may have: each waits for one answer at a time. */
  private static final int CONNECTIONS = 4096;

  private static final int LARGEST_HEADERS = 64 * 1024;
  private static final int LARGEST_PART = 512 * 1024;

  /**
   * How much of a passing body may wait for its slower end: less lets the faster one pause often.
   */
  private static final int MOST_WAITING = 1024 * 1024;

  private static final int LEAST_WAITING = 64 * 1024;

  /** The part of the heap, one in so many, that waits at the most, unless very many wait. */
  private static final int HEAP_SHARE = 16;

  private static final int SMALLEST_READ = 2 * 1024;
  private static final int USUAL_READ = 16 * 1024;

  private final URI endpoint;
  private final HttpClient client;
  private final RequestOptions address;
  private final Consumer<String> notice;
  private final AtomicInteger passages = new AtomicInteger();
  private final AtomicBoolean lost = new AtomicBoolean();

  /** How this process names itself in Via, by which it knows its own requests again. */
  private final String name = "pushsim-" + UUID.randomUUID().toString().substring(0, 8);

  /**
   * @param notice gets told when the server cannot be reached, and when it can be again
   */
  Upstream(Vertx vertx, RemoteSettings settings, Consumer<String> notice) {
    this.endpoint = settings.endpoint();
    this.notice = notice;
    address = new RequestOptions().setHost(settings.host()).setPort(settings.port());
    client =
        vertx
            .httpClientBuilder()
            .with(
                new HttpClientOptions()
                    .setConnectTimeout(CONNECT_MILLIS)
                    .setKeepAliveTimeout(IDLE_SECONDS)
                    .setTcpKeepAlive(true)
                    .setDecompressionSupported(false)
                    .setMaxHeaderSize(LARGEST_HEADERS)
                    .setMaxChunkSize(LARGEST_PART))
            .with(new PoolOptions().setHttp1MaxSize(CONNECTIONS))
            .withConnectHandler(Upstream::readMuchAtOnce)
            .build();
  }

  /** Netty's usual 64 KB at once cost a tenth of a download's rate, measured. */
  private static void readMuchAtOnce(HttpConnection connection) {
    ((ConnectionBase) connection)
        .channel()
        .config()
        .setRecvByteBufAllocator(
            new AdaptiveRecvByteBufAllocator(SMALLEST_READ, USUAL_READ, LARGEST_PART));
  }

  URI endpoint() {
    return endpoint;
  }

  void passageBegins() {
    passages.incrementAndGet();
  }

  void passageEnds() {
    passages.decrementAndGet();
  }

  /** How many bytes of one body may wait, as many pass just now. */
  int mostWaiting() {
    long share = Runtime.getRuntime().maxMemory() / HEAP_SHARE / Math.max(1, passages.get());
    return (int) Math.max(LEAST_WAITING, Math.min(MOST_WAITING, share));
  }

  /** What this front adds to the header Via of each request (RFC 9110, section 7.6.3). */
  String via() {
    return "1.1 " + name;
  }

  /** Whether a request with this Via has passed here before. */
  boolean isOwn(String via) {
    return via.contains(name);
  }

  /**
   * A request to the server, of which nothing is sent yet.
   *
   * @param target path and query as the client sent them
   */
  Future<HttpClientRequest> request(HttpMethod method, String target) {
    return client.request(new RequestOptions(address).setMethod(method).setURI(target));
  }

  /** The server answered. */
  void reached() {
    if (lost.compareAndSet(true, false)) {
      notice.accept("The S3 server at %s answers again.".formatted(endpoint));
    }
  }

  /** The server did not answer: what its client is told. */
  SimulatorException failed(Throwable cause) {
    String sentence =
        "The S3 server at %s behind pushsim does not answer (%s): see that it runs, and that --s3 names it."
            .formatted(endpoint, reason(cause));
    if (lost.compareAndSet(false, true)) {
      notice.accept(sentence);
    }
    return new SimulatorException(ErrorCode.S3_SERVICE_UNAVAILABLE, sentence);
  }

  private static String reason(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
