package io.pushsim.api.http;

import io.pushsim.api.access.Header;
import io.pushsim.api.access.RequestHead;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Requests' heads as {@link io.pushsim.api.access} reads them. */
final class RequestHeads {
  private static final int USUAL = 12;

  private RequestHeads() {}

  static RequestHead of(HttpServerRequest request) {
    List<Header> headers = new ArrayList<>(USUAL);
    request.headers().forEach((name, value) -> headers.add(new Header(name, value)));
    return new RequestHead(
        request.method().name(),
        request.path(),
        Objects.requireNonNullElse(request.query(), ""),
        headers);
  }
}
