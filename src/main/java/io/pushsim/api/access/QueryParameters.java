package io.pushsim.api.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A query's parameters, in the order in which they were sent. */
final class QueryParameters {
  private final List<Parameter> parameters;

  private QueryParameters(List<Parameter> parameters) {
    this.parameters = parameters;
  }

  /**
   * @param name decoded, then encoded as signatures have it; so the value
   */
  private record Parameter(String name, String value) {
    static Parameter of(String text) {
      int equals = text.indexOf('=');
      return equals < 0
          ? new Parameter(normal(text), "")
          : new Parameter(normal(text.substring(0, equals)), normal(text.substring(equals + 1)));
    }

    private static String normal(String text) {
      return PercentEncoding.ofPart(PercentEncoding.decode(text, true));
    }
  }

  static QueryParameters of(String query) {
    List<Parameter> parameters = new ArrayList<>();
    int from = 0;
    while (from <= query.length()) {
      int ampersand = query.indexOf('&', from);
      int to = ampersand < 0 ? query.length() : ampersand;
      if (to > from) {
        parameters.add(Parameter.of(query.substring(from, to)));
      }
      from = to + 1;
    }
    return new QueryParameters(parameters);
  }

  /** The decoded value of a parameter that is there once, and not empty. */
  Optional<String> single(String name) {
    Parameter found = null;
    for (Parameter parameter : parameters) {
      if (parameter.name().equals(name)) {
        if (found != null) {
          return Optional.empty();
        }
        found = parameter;
      }
    }
    return Optional.ofNullable(found)
        .map(parameter -> decoded(parameter.value()))
        .filter(value -> !value.isEmpty());
  }

  boolean has(String name) {
    return parameters.stream().anyMatch(parameter -> parameter.name().equals(name));
  }

  /** The canonical query string: sorted by encoded name, then by encoded value. */
  String canonical(String without) {
    return parameters.stream()
        .filter(parameter -> !parameter.name().equals(without))
        .sorted(Comparator.comparing(Parameter::name).thenComparing(Parameter::value))
        .map(parameter -> parameter.name() + '=' + parameter.value())
        .collect(Collectors.joining("&"));
  }

  private static String decoded(String value) {
    return new String(PercentEncoding.decode(value, false), StandardCharsets.UTF_8);
  }
}
