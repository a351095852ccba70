package io.pushsim.api.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.pushsim.arn.Scope;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A request and its one answer. The answer may be given on any thread; a second one is ignored, as
 * is one to a client who has gone.
 */
public final class Exchange {
  private final HttpServerRequest request;
  private final Context context;
  private final String requestId;
  private final Scope caller;
  private @Nullable Map<String, List<String>> query;
  private Consumer<Answer> observer = answer -> {};

  /**
   * @param caller in whose account and region the request is made
   */
  public Exchange(HttpServerRequest request, Context context, String requestId, Scope caller) {
    this.request = request;
    this.context = context;
    this.requestId = requestId;
    this.caller = caller;
  }

  public HttpServerRequest request() {
    return request;
  }

  public HttpMethod method() {
    return request.method();
  }

  /** The id that answers carry where the operation has none of its own. */
  public String requestId() {
    return requestId;
  }

  public Scope caller() {
    return caller;
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeader(name));
  }

  /** The host and port that the client called, as it wrote them. */
  public String authority() {
    return header("Host").orElse("localhost");
  }

  /**
   * The path's segments, each decoded, without an empty one at the end.
   *
   * @throws IllegalArgumentException for a path that is not well encoded
   */
  public List<String> segments() {
    String path = Objects.requireNonNullElse(request.path(), "");
    List<String> segments = new ArrayList<>(8);
    int start = 1;
    while (start < path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      segments.add(decoded(path.substring(start, end)));
      start = end + 1;
    }
    return segments;
  }

  private static String decoded(String segment) {
    return segment.indexOf('%') < 0
        ? segment
        : URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /**
   * The query's parameters in their order, decoded.
   *
   * @throws IllegalArgumentException for a query that is not well encoded
   */
  public Map<String, List<String>> query() {
    Map<String, List<String>> known = query;
    if (known == null) {
      known = parameters(request.query());
      query = known;
    }
    return known;
  }

  private static Map<String, List<String>> parameters(@Nullable String query) {
    return query == null || query.isEmpty()
        ? Map.of()
        : Collections.unmodifiableMap(
            new LinkedHashMap<>(
                new QueryStringDecoder(query, StandardCharsets.UTF_8, false, 1000, true)
                    .parameters()));
  }

  /** Sets who gets told what was answered. */
  void whenAnswered(Consumer<Answer> told) {
    observer = told;
  }

  /** Answers with a body, which may be empty. */
  @SuppressWarnings("ReferenceEquality") // contexts are what they are, not what they are worth
  public void answer(Answer answer) {
    if (Vertx.currentContext() == context) {
      write(answer);
    } else {
      context.runOnContext(onLoop -> write(answer));
    }
  }

  private void write(Answer answer) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    response.setStatusCode(answer.status());
    answer.headers().forEach(response::putHeader);
    if (answer.body().length == 0) {
      response.end();
    } else {
      response.end(Buffer.buffer(answer.body()));
    }
    observer.accept(answer);
  }

  /**
   * An answer.
   *
   * @param headers in their order
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  public record Answer(int status, Map<String, String> headers, byte[] body) {

    /** The same with one more header. */
    public Answer with(String header, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(header, value);
      return new Answer(status, more, body);
    }
  }
}
