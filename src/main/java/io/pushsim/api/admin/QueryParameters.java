package io.pushsim.api.admin;

import io.pushsim.api.http.Exchange;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.time.DurationText;
import io.pushsim.time.IsoTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A request's query, read with errors that name parameter, value and remedy. */
final class QueryParameters {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private final Map<String, List<String>> given;

  private QueryParameters(Map<String, List<String>> given) {
    this.given = given;
  }

  /**
   * The parameters of a request.
   *
   * @param known those that there are
   * @throws SimulatorException InvalidInput where others are given, or one twice
   */
  static QueryParameters of(Exchange exchange, Set<String> known) {
    Map<String, List<String>> given = exchange.query();
    given.forEach((name, values) -> check(name, values, known));
    return new QueryParameters(given);
  }

  private static void check(String name, List<String> values, Set<String> known) {
    if (!known.contains(name)) {
      throw new SimulatorException(
          ErrorCode.INVALID_INPUT,
          "There is no parameter '%s' here: %s."
              .formatted(
                  name,
                  known.isEmpty()
                      ? "leave it out"
                      : "write one of " + String.join(", ", new TreeSet<>(known))),
          Map.of("parameter", name));
    }
    if (values.size() > 1) {
      throw refused(name, String.join("', '", values), "give it once");
    }
  }

  static SimulatorException refused(String name, String value, String remedy) {
    Map<String, String> details = new TreeMap<>(Map.of("parameter", name, "value", value));
    return new SimulatorException(
        ErrorCode.INVALID_INPUT,
        "The parameter %s is '%s': %s.".formatted(name, value, remedy),
        details);
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(given.get(name)).map(values -> values.get(0));
  }

  /** A text that must not be empty where it is given. */
  Optional<String> name(String name) {
    Optional<String> text = text(name);
    if (text.filter(String::isEmpty).isPresent()) {
      throw refused(name, "", "write something, or leave the parameter out");
    }
    return text;
  }

  <T> Optional<T> oneOf(String name, Map<String, T> meanings) {
    Optional<String> text = text(name);
    if (text.isPresent() && !meanings.containsKey(text.get())) {
      throw refused(
          name, text.get(), "write one of " + String.join(", ", new TreeSet<>(meanings.keySet())));
    }
    return text.flatMap(written -> Optional.ofNullable(meanings.get(written)));
  }

  boolean flag(String name) {
    return oneOf(name, Map.of("true", true, "false", false)).orElse(false);
  }

  int count(String name, int otherwise, int most) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    return text.filter(NUMBER.asMatchPredicate())
        .map(Long::parseLong)
        .filter(number -> number >= 1 && number <= most)
        .map(Long::intValue)
        .orElseThrow(() -> refused(name, text.get(), "write a whole number from 1 to " + most));
  }

  /** Where a page begins: what the page before it gave as {@code next}. */
  OptionalLong next() {
    Optional<String> text = text("next");
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!NUMBER.matcher(text.get()).matches()) {
      throw refused("next", text.get(), "write what the page before gave as next");
    }
    return OptionalLong.of(Long.parseLong(text.get()));
  }

  Optional<Instant> time(String name) {
    return text(name).map(text -> time(name, text));
  }

  private static Instant time(String name, String text) {
    try {
      return IsoTime.instant(text);
    } catch (DateTimeException e) {
      throw refused(name, text, "write a time such as 2026-11-23T01:56:19.355Z");
    }
  }

  Duration duration(String name, Duration otherwise, Duration most) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    return DurationText.parse(text.get())
        .filter(duration -> duration.compareTo(most) <= 0)
        .orElseThrow(
            () ->
                refused(
                    name,
                    text.get(),
                    "write a length of time of at most %s, such as %s"
                        .formatted(most, DurationText.FORMS)));
  }
}
