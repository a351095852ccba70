package io.pushsim.api.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.pushsim.api.access.Caller;
import io.pushsim.arn.Scope;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request and its one answer. The answer may be given on any thread; a second one is ignored, as
 * is one to a client who has gone.
 */
public final class Exchange {
  private static final int MOST_PARAMETERS = 1000;

  private static final char REPLACEMENT = '\uFFFD';
  private static final Pattern ENCODED_REPLACEMENT =
      Pattern.compile("%EF%BF%BD|\uFFFD", Pattern.CASE_INSENSITIVE);

  private final WireHead head;
  private final Optional<HttpServerRequest> request;
  private final Consumer<Answer> reply;
  private final String requestId;
  private final String service;
  private final Scope caller;
  private final Optional<String> function;
  private @Nullable Map<String, List<String>> query;

  /**
   * @param reply gets the answer; only the first one counts
   * @param service the service that is meant, by the name of its credential scope
   * @param caller in whose account and region the request is made
   */
  public Exchange(
      HttpServerRequest request,
      Consumer<Answer> reply,
      String requestId,
      String service,
      Scope caller) {
    this(
        WireHead.of(request),
        Optional.of(request),
        reply,
        requestId,
        service,
        new Caller(caller, Optional.empty()));
  }

  /** Of a request that came over no connection. */
  Exchange(WireHead head, Consumer<Answer> reply, String requestId, String service, Caller caller) {
    this(head, Optional.empty(), reply, requestId, service, caller);
  }

  private Exchange(
      WireHead head,
      Optional<HttpServerRequest> request,
      Consumer<Answer> reply,
      String requestId,
      String service,
      Caller caller) {
    this.head = head;
    this.request = request;
    this.reply = reply;
    this.requestId = requestId;
    this.service = service;
    this.caller = caller.scope();
    this.function = caller.function();
  }

  public WireHead head() {
    return head;
  }

  /**
   * The request as it comes over its connection.
   *
   * @throws java.util.NoSuchElementException where it came over none
   */
  public HttpServerRequest request() {
    return request.orElseThrow();
  }

  public HttpMethod method() {
    return head.method();
  }

  /** The id that answers carry where the operation has none of its own. */
  public String requestId() {
    return requestId;
  }

  public String service() {
    return service;
  }

  public Scope caller() {
    return caller;
  }

  /**
   * The session of a function's role, as event records name it, where a function in the same
   * process asks.
   */
  public Optional<String> function() {
    return function;
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(head.headers().get(name));
  }

  /** The host and port that the client called, as it wrote them. */
  public String authority() {
    return header("Host").orElse("localhost");
  }

  /**
   * The path's segments, each decoded, without an empty one at the end.
   *
   * @throws SimulatorException for a path that is not well encoded
   */
  public List<String> segments() {
    String path = head.path();
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
        : checked(
            segment, () -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
  }

  /** What the text decodes to, if it is percent-encoded UTF-8. */
  private static <T> T checked(String text, Supplier<T> decoding) {
    try {
      T decoded = decoding.get();
      if (decoded.toString().indexOf(REPLACEMENT) < 0 || ENCODED_REPLACEMENT.matcher(text).find()) {
        return decoded;
      }
    } catch (IllegalArgumentException e) {
      // Answered below.
    }
    throw new SimulatorException(
        ErrorCode.BAD_REQUEST,
        "'%s' is not well-formed percent-encoded UTF-8".formatted(HttpRefusals.shortened(text)));
  }

  /**
   * The query's parameters in their order, decoded.
   *
   * @throws SimulatorException for a query that is not well encoded, or has too many parameters
   */
  public Map<String, List<String>> query() {
    Map<String, List<String>> known = query;
    if (known == null) {
      known = parameters(head.query());
      query = known;
    }
    return known;
  }

  /**
   * The parameters of a query, or of a form that is like one, in their order, decoded.
   *
   * @throws SimulatorException for one that is not well encoded, or has too many parameters
   */
  public static Map<String, List<String>> parameters(@Nullable String query) {
    if (query == null || query.isEmpty()) {
      return Map.of();
    }
    if (query.chars().filter(c -> c == '&').count() >= MOST_PARAMETERS) {
      throw new SimulatorException(
          ErrorCode.BAD_REQUEST,
          "the query has more than %d parameters".formatted(MOST_PARAMETERS));
    }
    return Collections.unmodifiableMap(
        checked(
            query,
            () ->
                new LinkedHashMap<>(
                    new QueryStringDecoder(
                            query, StandardCharsets.UTF_8, false, MOST_PARAMETERS, true)
                        .parameters())));
  }

  /** Answers with a body, which may be empty. The first answer counts. */
  public void answer(Answer answer) {
    reply.accept(answer);
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
