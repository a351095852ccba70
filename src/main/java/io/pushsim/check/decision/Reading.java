package io.pushsim.check.decision;

import io.pushsim.check.setup.Symbol;
import io.pushsim.check.setup.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way to read what is not known: a value for each symbol. In the plain reading each symbol has
 * a value of its own that nothing else has, so that what is the same is equal and all else differs.
 */
public final class Reading {
  private static final long BEFORE_FIRST_ACCOUNT = 999_999_000_000L;
  private static final Pattern STAND_IN =
      Pattern.compile("999999\\d{6}|zz-unknown[a-j]+-1|unknown-\\d+-zz");

  private final Map<Symbol, String> values = new HashMap<>();
  private final Map<String, Symbol> standIns = new HashMap<>();
  private final Map<Symbol, String> bound;

  private Reading(Map<Symbol, String> bound) {
    this.bound = bound;
  }

  /** The plain reading. */
  public static Reading plain() {
    return new Reading(Map.of());
  }

  /** The text in this reading. */
  public String of(Text text) {
    return text.with(this::value);
  }

  /** The same reading, but for these symbols. */
  Reading with(Map<Symbol, String> others) {
    Reading other = new Reading(others);
    other.values.putAll(values);
    other.standIns.putAll(standIns);
    return other;
  }

  private String value(Symbol symbol) {
    String fixed = bound.get(symbol);
    return fixed != null ? fixed : values.computeIfAbsent(symbol, this::standIn);
  }

  private String standIn(Symbol symbol) {
    int number = values.size() + 1;
    String value =
        switch (symbol.kind()) {
          case ACCOUNT -> String.valueOf(BEFORE_FIRST_ACCOUNT + number);
          case REGION -> "zz-unknown" + letters(number) + "-1";
          case PARTITION -> "aws";
          case ANY -> "unknown-" + number + "-zz";
        };
    if (symbol.kind() != Symbol.Kind.PARTITION) {
      standIns.put(value, symbol);
    }
    return value;
  }

  // A region's code has digits at its end only.
  private static String letters(int number) {
    return String.valueOf(number)
        .chars()
        .map(digit -> 'a' + digit - '0')
        .mapToObj(Character::toString)
        .reduce("", String::concat);
  }

  /** What a text of this reading says, with the symbols where their values stand. */
  public Text restored(String text) {
    if (standIns.isEmpty()) {
      return Text.of(text);
    }
    List<Text> pieces = new ArrayList<>();
    Matcher found = STAND_IN.matcher(text);
    int from = 0;
    while (found.find()) {
      Symbol symbol = standIns.get(found.group());
      if (symbol != null) {
        pieces.add(Text.of(text.substring(from, found.start())));
        pieces.add(Text.unknown(symbol));
        from = found.end();
      }
    }
    pieces.add(Text.of(text.substring(from)));
    return Text.join(pieces);
  }

  /** A text of this reading as a person reads it, symbols as <code>${…}</code>. */
  public String shown(String text) {
    return restored(text).toString();
  }
}
