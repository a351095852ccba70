package io.pushsim.api.front;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Copies the headers that are for the far end, in their order, as they were written: all but those
 * that are about one connection (RFC 9110, section 7.6.1).
 */
final class PassedHeaders {
  private static final Set<String> OF_ONE_CONNECTION =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private PassedHeaders() {}

  static void copy(MultiMap from, MultiMap to) {
    Set<String> kept = ofThisConnection(from.getAll(HttpHeaders.CONNECTION));
    from.forEach(
        (name, value) -> {
          if (!kept.contains(name.toLowerCase(Locale.ROOT))) {
            to.add(name, value);
          }
        });
  }

  /** Those that always are, and those that the header Connection names. */
  private static Set<String> ofThisConnection(List<String> named) {
    if (named.isEmpty()) {
      return OF_ONE_CONNECTION;
    }
    Set<String> all = new HashSet<>(OF_ONE_CONNECTION);
    for (String line : named) {
      for (String name : line.split(",")) {
        all.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    return all;
  }
}
