package io.pushsim.eventsource.embedded;

import io.pushsim.time.HttpDate;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * Gives requests and answers the form in which s3proxy takes them. Only what s3proxy asks for is
 * there; anything else fails by its name.
 */
final class ServletForm {
  private ServletForm() {}

  static HttpServletRequest of(ServletRequestForm request) {
    return proxy(HttpServletRequest.class, request);
  }

  static HttpServletResponse of(ServletAnswerForm answer) {
    return proxy(HttpServletResponse.class, answer);
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(ServletForm.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  static IllegalStateException missing(String method) {
    return new IllegalStateException(
        "s3proxy asks for %s, which pushsim does not give it".formatted(method));
  }

  /**
   * The time of a header, in milliseconds since 1970.
   *
   * @throws IllegalArgumentException where it is none
   */
  static long millis(String date) {
    return HttpDate.parse(date)
        .orElseThrow(
            () -> new IllegalArgumentException("'%s' is no date of a header".formatted(date)))
        .toEpochMilli();
  }
}
