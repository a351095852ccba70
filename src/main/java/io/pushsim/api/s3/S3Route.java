package io.pushsim.api.s3;

import io.pushsim.api.http.Exchange;
import io.pushsim.api.s3.S3Address.Level;
import java.util.List;
import java.util.Optional;

/**
 * How one of S3's operations is called over HTTP.
 *
 * @param requirements what a request has to have to be this operation's, beside method and level
 * @param bindings where the operation's parameters stand in the head
 */
record S3Route(
    String operation,
    String method,
    Level level,
    List<Requirement> requirements,
    List<Binding> bindings) {

  /** Where in a request's head something stands. */
  enum Place {
    QUERY {
      @Override
      Optional<String> read(Exchange exchange, String name) {
        return exchange.query().getOrDefault(name, List.of()).stream().findFirst();
      }
    },
    HEADER {
      @Override
      Optional<String> read(Exchange exchange, String name) {
        return exchange.header(name);
      }
    };

    abstract Optional<String> read(Exchange exchange, String name);
  }

  /**
   * Something that sets the operation's requests apart.
   *
   * @param value empty where any will do
   */
  record Requirement(Place place, String name, Optional<String> value) {
    private boolean isMetBy(Exchange exchange) {
      return place
          .read(exchange, name)
          .filter(given -> given.equals(value.orElse(given)))
          .isPresent();
    }
  }

  /** A parameter of the operation. */
  record Binding(Place place, String name, String member, Type type) {}

  /** What a parameter is that comes as text. */
  enum Type {
    STRING,
    INTEGER,
    BOOLEAN
  }

  boolean matches(Exchange exchange, Level addressed) {
    return method.equals(exchange.method().name())
        && level == addressed
        && requirements.stream().allMatch(requirement -> requirement.isMetBy(exchange));
  }
}
