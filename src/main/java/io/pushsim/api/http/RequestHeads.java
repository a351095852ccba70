package io.pushsim.api.http;

import io.pushsim.api.access.Header;
import io.pushsim.api.access.RequestHead;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Requests' heads as {@link io.pushsim.api.access} reads them. */
public final class RequestHeads {
  private static final int USUAL = 12;

  private RequestHeads() {}

  /** The path as sent; empty where the request's target has none. */
  public static String path(HttpServerRequest request) {
    return Objects.requireNonNullElse(request.path(), "");
  }

  public static RequestHead of(HttpServerRequest request) {
    List<Header> headers = new ArrayList<>(USUAL);
    request.headers().forEach((name, value) -> headers.add(new Header(name, value)));
    return new RequestHead(
        request.method().name(),
        path(request),
        Objects.requireNonNullElse(request.query(), ""),
        headers);
  }
}
