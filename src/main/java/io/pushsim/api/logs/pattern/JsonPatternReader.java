package io.pushsim.api.logs.pattern;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Reads a pattern in braces: conditions, joined by {@code &&}, which binds more, and {@code ||},
 * and grouped by parentheses.
 */
final class JsonPatternReader {
  private static final String BEHIND_VALUES = "(){}&|\"=<>!";
  private static final int INDEX_DIGITS = 9;

  private final PatternText text;

  JsonPatternReader(String pattern) {
    this.text = new PatternText(pattern);
  }

  JsonPattern read() {
    demand("{");
    JsonCondition condition = any();
    demand("}");
    text.skipSpace();
    if (!text.isAtEnd()) {
      throw expected("nothing behind the brace");
    }
    return new JsonPattern(condition);
  }

  private JsonCondition any() {
    List<JsonCondition> conditions = new ArrayList<>();
    do {
      conditions.add(all());
    } while (text.take("||"));
    return conditions.size() == 1 ? conditions.get(0) : new JsonCondition.Any(conditions);
  }

  private JsonCondition all() {
    List<JsonCondition> conditions = new ArrayList<>();
    do {
      conditions.add(one());
    } while (text.take("&&"));
    return conditions.size() == 1 ? conditions.get(0) : new JsonCondition.All(conditions);
  }

  private JsonCondition one() {
    if (text.take("(")) {
      JsonCondition grouped = any();
      demand(")");
      return grouped;
    }
    JsonSelector selector = selector();
    if (text.take("IS")) {
      return is(selector);
    }
    if (text.take("NOT")) {
      demand("EXISTS");
      return new JsonCondition.Exists(selector, false);
    }
    if (text.take("EXISTS")) {
      return new JsonCondition.Exists(selector, true);
    }
    return compared(selector);
  }

  private JsonCondition is(JsonSelector selector) {
    if (text.take("NULL")) {
      return new JsonCondition.Is(selector, NullNode.getInstance());
    }
    if (text.take("TRUE")) {
      return new JsonCondition.Is(selector, BooleanNode.TRUE);
    }
    if (text.take("FALSE")) {
      return new JsonCondition.Is(selector, BooleanNode.FALSE);
    }
    throw expected("NULL, TRUE or FALSE");
  }

  private JsonCondition compared(JsonSelector selector) {
    if (text.take("!=")) {
      return new JsonCondition.Equal(selector, value(), false);
    }
    if (text.take("=")) {
      return new JsonCondition.Equal(selector, value(), true);
    }
    if (text.take("<=")) {
      return sized(selector, order -> order <= 0);
    }
    if (text.take(">=")) {
      return sized(selector, order -> order >= 0);
    }
    if (text.take("<")) {
      return sized(selector, order -> order < 0);
    }
    if (text.take(">")) {
      return sized(selector, order -> order > 0);
    }
    throw expected("=, !=, <, >, <=, >=, IS, EXISTS or NOT EXISTS");
  }

  private JsonCondition sized(JsonSelector selector, IntPredicate wanted) {
    text.skipSpace();
    int start = text.position();
    return new JsonCondition.Sized(
        selector,
        value().number().orElseThrow(() -> PatternErrors.invalid("a number", start)),
        wanted);
  }

  private JsonValue value() {
    text.skipSpace();
    if (text.peek() == '"') {
      return JsonValue.quoted(text.quoted('"'));
    }
    if (text.peek() == '%') {
      throw PatternErrors.regularExpression();
    }
    String value = text.run(c -> !Character.isWhitespace(c) && BEHIND_VALUES.indexOf(c) < 0);
    if (value.isEmpty()) {
      throw expected("a value");
    }
    return JsonValue.bare(value);
  }

  private JsonSelector selector() {
    demand("$");
    List<JsonSelector.Step> steps = new ArrayList<>();
    while (text.peek() == '.' || text.peek() == '[') {
      steps.add(text.next() == '.' ? property() : bracketed());
    }
    if (steps.isEmpty()) {
      throw expected("a property, such as $.level,");
    }
    return new JsonSelector(steps);
  }

  private JsonSelector.Step property() {
    String name = text.run(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_');
    if (name.isEmpty()) {
      throw text.isAtEnd() ? expected("a name") : PatternErrors.invalidCharacter(text.peek());
    }
    return new JsonSelector.Property(name);
  }

  private JsonSelector.Step bracketed() {
    JsonSelector.Step step;
    if (text.peek() == '\'') {
      step = new JsonSelector.Property(text.quoted('\''));
    } else {
      String digits = text.run(Character::isDigit);
      if (digits.isEmpty() || digits.length() > INDEX_DIGITS) {
        throw expected("the number of an element");
      }
      step = new JsonSelector.Element(Integer.parseInt(digits));
    }
    demand("]");
    return step;
  }

  private void demand(String wanted) {
    if (!text.take(wanted)) {
      throw expected(wanted);
    }
  }

  private RuntimeException expected(String what) {
    return PatternErrors.invalid(what, text.position());
  }
}
