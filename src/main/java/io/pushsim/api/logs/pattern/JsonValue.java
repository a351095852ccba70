package io.pushsim.api.logs.pattern;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What values are compared with.
 *
 * @param text an asterisk at its start or its end stands for any text; one within is itself
 * @param number where the text, without quotes, is one
 */
record JsonValue(String text, Optional<BigDecimal> number) {
  private static final String ANY = "*";

  /** User guide, "Numeric comparisons"; of exponents, so many digits as make sense. */
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,9})?");

  static JsonValue quoted(String text) {
    return new JsonValue(text, Optional.empty());
  }

  static JsonValue bare(String text) {
    return new JsonValue(
        text,
        NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty());
  }

  boolean equalTo(JsonNode found) {
    if (found.isNumber() && number.isPresent()) {
      return found.decimalValue().compareTo(number.get()) == 0;
    }
    return isLike(found.asText());
  }

  private boolean isLike(String found) {
    boolean open = text.startsWith(ANY);
    boolean openEnd = text.length() > 1 && text.endsWith(ANY);
    String part = text.substring(open ? 1 : 0, text.length() - (openEnd ? 1 : 0));
    if (open) {
      return openEnd ? found.contains(part) : found.endsWith(part);
    }
    return openEnd ? found.startsWith(part) : found.equals(part);
  }
}
