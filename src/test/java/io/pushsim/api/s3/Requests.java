package io.pushsim.api.s3;

import io.pushsim.api.http.Exchange;
import io.pushsim.arn.Scope;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests' heads, without a server. */
final class Requests {
  private Requests() {}

  static Exchange of(String method, String uri, Map<String, String> headers) {
    MultiMap given = MultiMap.caseInsensitiveMultiMap().addAll(headers);
    int question = uri.indexOf('?');
    String path = question < 0 ? uri : uri.substring(0, question);
    HttpServerRequest request =
        proxy(
            HttpServerRequest.class,
            (name, argument) ->
                switch (name) {
                  case "method" -> HttpMethod.valueOf(method);
                  case "uri" -> uri;
                  case "path" -> path;
                  case "query" -> question < 0 ? null : uri.substring(question + 1);
                  case "headers" -> given;
                  case "getHeader" -> given.get(String.valueOf(argument));
                  default -> throw new UnsupportedOperationException(name);
                });
    return new Exchange(
        request,
        answer -> {
          throw new UnsupportedOperationException("answer");
        },
        "id",
        "s3",
        new Scope("111111111111", "us-west-2"));
  }

  /** What a call of a method answers. */
  private interface Answer {
    @Nullable Object to(String method, Object argument);
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            Requests.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                answer.to(method.getName(), arguments == null ? "" : arguments[0])));
  }
}
