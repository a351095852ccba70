package io.pushsim.api.access;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request without its body, as it came over the wire.
 *
 * @param method such as {@code GET}
 * @param path as sent, percent-encoded, without the query
 * @param query as sent, without the question mark; empty where there is none
 * @param headers in their order, with duplicates
 */
public record RequestHead(String method, String path, String query, List<Header> headers) {
  public RequestHead {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(query, "query");
    headers = List.copyOf(headers);
  }

  /** The header's value; where it was sent several times, the values joined by commas. */
  public Optional<String> header(String name) {
    @Nullable String value = null;
    for (Header header : headers) {
      if (header.name().equalsIgnoreCase(name)) {
        value = value == null ? header.value() : value + ',' + header.value();
      }
    }
    return Optional.ofNullable(value);
  }

  /** How many lines of the header were sent. */
  int count(String name) {
    int found = 0;
    for (Header header : headers) {
      if (header.name().equalsIgnoreCase(name)) {
        found++;
      }
    }
    return found;
  }
}
