package io.pushsim.api.http;

import io.pushsim.api.access.RequestHead;
import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;

/** Requests' heads as {@link io.pushsim.api.access} reads them. */
public final class RequestHeads {
  private RequestHeads() {}

  /** The path as sent; empty where the request's target has none. */
  public static String path(HttpServerRequest request) {
    return Objects.requireNonNullElse(request.path(), "");
  }

  public static RequestHead of(HttpServerRequest request) {
    return WireHead.of(request).forAccess();
  }
}
