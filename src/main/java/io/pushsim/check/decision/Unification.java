package io.pushsim.check.decision;

import io.pushsim.check.setup.Symbol;
import io.pushsim.check.setup.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds values of symbols with which two texts that differ would be equal. */
final class Unification {
  private Unification() {}

  /**
   * The values with which one text would be the other; none where they are the same already or
   * nothing unknown could make them so.
   */
  static Map<Symbol, String> of(Text one, Text other, Reading reading) {
    if (one.equals(other)) {
      return Map.of();
    }
    return bind(one, reading.of(other)).or(() -> bind(other, reading.of(one))).orElse(Map.of());
  }

  private static Optional<Map<Symbol, String>> bind(Text text, String value) {
    if (text.isKnown()) {
      return Optional.empty();
    }
    StringBuilder form = new StringBuilder();
    for (Text.Part part : text.parts()) {
      form.append(
          part instanceof Text.Part.Unknown unknown
              ? form(unknown.symbol())
              : Pattern.quote(part.toString()));
    }
    Matcher match = Pattern.compile(form.toString(), Pattern.DOTALL).matcher(value);
    if (!match.matches()) {
      return Optional.empty();
    }
    Map<Symbol, String> values = new HashMap<>();
    int group = 1;
    for (Symbol symbol : (Iterable<Symbol>) text.symbols()::iterator) {
      // A pattern's wildcards stand for some characters: any will do.
      String bound = match.group(group++).replace("*", "x").replace('?', 'x');
      String before = values.put(symbol, bound);
      if (before != null && !before.equals(bound)) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  private static String form(Symbol symbol) {
    return switch (symbol.kind()) {
      case ACCOUNT -> "(\\d{12})";
      case REGION -> "([a-z0-9-]+)";
      case PARTITION -> "(aws[a-z-]*)";
      case ANY -> "(.+)";
    };
  }
}
