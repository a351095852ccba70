package io.pushsim.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.pushsim.error.SimulatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Requests made of others. */
final class Requests {
  private Requests() {}

  static RequestHead of(String method, String target, String... headers) {
    String[] parts = target.split("\\?", 2);
    List<Header> lines =
        Stream.of(headers)
            .map(
                line -> {
                  String[] header = line.split(": ", 2);
                  return new Header(header[0], header[1]);
                })
            .toList();
    return new RequestHead(method, parts[0], parts.length == 1 ? "" : parts[1], lines);
  }

  static RequestHead withMethod(RequestHead head, String method) {
    return new RequestHead(method, head.path(), head.query(), head.headers());
  }

  static RequestHead withPath(RequestHead head, String path) {
    return new RequestHead(head.method(), path, head.query(), head.headers());
  }

  static RequestHead withQuery(RequestHead head, String query) {
    return new RequestHead(head.method(), head.path(), query, head.headers());
  }

  /** With that header alone of its name. */
  static RequestHead with(RequestHead head, String name, String value) {
    List<Header> headers = new ArrayList<>(without(head, name).headers());
    headers.add(new Header(name, value));
    return withHeaders(head, headers);
  }

  static RequestHead without(RequestHead head, String name) {
    return withHeaders(
        head, head.headers().stream().filter(h -> !h.name().equalsIgnoreCase(name)).toList());
  }

  static RequestHead changing(RequestHead head, String name, UnaryOperator<String> change) {
    return withHeaders(
        head,
        head.headers().stream()
            .map(
                h ->
                    h.name().equalsIgnoreCase(name)
                        ? new Header(h.name(), change.apply(h.value()))
                        : h)
            .toList());
  }

  static RequestHead replacing(RequestHead head, String name, String text, String other) {
    return changing(head, name, value -> value.replace(text, other));
  }

  /** With a header in the place of another, named so in the signature too. */
  static RequestHead renaming(RequestHead head, String name, String other, String value) {
    return with(
        replacing(without(head, name), "authorization", name, other.toLowerCase(Locale.ROOT)),
        other,
        value);
  }

  /** With one more name among the signed headers. */
  static RequestHead signing(RequestHead head, String name) {
    return replacing(head, "authorization", "host;", "host;" + name + ";");
  }

  /** A body that nobody may read. */
  static Payload unreadable() {
    return () -> {
      throw new AssertionError("the body was read");
    };
  }

  /** What a request is refused with. */
  static SimulatorException refusal(Runnable request) {
    SimulatorException refusal = catchThrowableOfType(SimulatorException.class, request::run);
    assertThat(refusal).isNotNull();
    return refusal;
  }

  private static RequestHead withHeaders(RequestHead head, List<Header> headers) {
    return new RequestHead(head.method(), head.path(), head.query(), headers);
  }
}
