package io.pushsim.api.http;

import io.pushsim.api.access.Header;
import io.pushsim.api.access.RequestHead;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A request's head, whether it came over a connection or a function in the same process asks.
 *
 * @param uri as it was sent
 * @param path as it was sent, percent-encoded; empty where the target has none
 * @param query as it was sent, without the question mark; empty where there is none
 */
public record WireHead(HttpMethod method, String uri, String path, String query, MultiMap headers) {
  private static final int USUAL = 12;

  /** Of a request that came over a connection. */
  public static WireHead of(HttpServerRequest request) {
    return new WireHead(
        request.method(),
        request.uri(),
        RequestHeads.path(request),
        Objects.requireNonNullElse(request.query(), ""),
        request.headers());
  }

  /**
   * Of one that did not.
   *
   * @param target path and query
   */
  public static WireHead of(String method, String target, MultiMap headers) {
    int question = target.indexOf('?');
    return new WireHead(
        HttpMethod.valueOf(method),
        target,
        question < 0 ? target : target.substring(0, question),
        question < 0 ? "" : target.substring(question + 1),
        headers);
  }

  /** A header's first value; empty where it was not sent. */
  String header(String name) {
    return Objects.requireNonNullElse(headers.get(name), "");
  }

  /** As {@link io.pushsim.api.access} reads it. */
  public RequestHead forAccess() {
    List<Header> lines = new ArrayList<>(USUAL);
    headers.forEach((name, value) -> lines.add(new Header(name, value)));
    return new RequestHead(method.name(), path, query, lines);
  }
}
