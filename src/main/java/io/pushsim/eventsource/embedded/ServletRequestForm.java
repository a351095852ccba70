package io.pushsim.eventsource.embedded;

import io.pushsim.eventsource.embedded.ObjectCall.Header;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request as s3proxy asks for its parts: addressed by its path, whatever its host was.
 *
 * @param headers those that s3proxy is to see
 */
record ServletRequestForm(ObjectCall call, List<Header> headers) implements InvocationHandler {

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "getMethod" -> call.method();
      case "getRequestURI" -> path();
      case "getHeader" -> header(text(arguments)).orElse(null);
      case "getContentType" -> header("content-type").orElse(null);
      case "getHeaders" -> all(text(arguments));
      case "getHeaderNames" -> names();
      case "getDateHeader" -> date(text(arguments));
      case "getParameter" -> call.parameter(text(arguments)).orElse(null);
      case "getParameterNames" -> Collections.enumeration(call.parameters().keySet());
      case "getContentLengthLong" -> length();
      case "toString" -> call.method() + " " + path();
      default -> throw ServletForm.missing("a request's " + method.getName());
    };
  }

  private static String text(Object @Nullable [] arguments) {
    if (arguments == null) {
      throw new IllegalArgumentException("a name is to be given");
    }
    return (String) arguments[0];
  }

  /**
   * Always with a slash behind the bucket, or a bucket named healthz would be s3proxy's own path. A
   * plus sign is itself in S3's paths; s3proxy reads it as a space.
   */
  private String path() {
    return "/%s/%s".formatted(call.bucket(), call.key().replace("+", "%2B"));
  }

  private Optional<String> header(String name) {
    return Header.first(headers, name);
  }

  private Enumeration<String> all(String name) {
    return Collections.enumeration(
        headers.stream()
            .filter(header -> header.name().equalsIgnoreCase(name))
            .map(Header::value)
            .toList());
  }

  private Enumeration<String> names() {
    Set<String> names = new LinkedHashSet<>();
    headers.forEach(header -> names.add(ObjectCall.lower(header.name())));
    return Collections.enumeration(names);
  }

  private long date(String name) {
    return header(name).map(ServletForm::millis).orElse(-1L);
  }

  private long length() {
    return header("content-length").map(Long::parseLong).orElse(-1L);
  }
}
