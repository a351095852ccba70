package io.pushsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** The values of YAML 1.2's core schema as JSON. */
final class Scalars {
  private static final int MAX_DIGITS = 100;
  private static final String PREFIX = "tag:yaml.org,2002:";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Scalars() {}

  /** The value; empty where JSON has no such value. */
  static Optional<JsonNode> value(String tag, String text) {
    return switch (tag) {
      case PREFIX + "str" -> Optional.of(JSON.textNode(text));
      case PREFIX + "null" -> Optional.of(JSON.nullNode());
      case PREFIX + "bool" -> Optional.of(JSON.booleanNode(text.equalsIgnoreCase("true")));
      case PREFIX + "int" -> integer(text);
      case PREFIX + "float" -> real(text);
      default -> Optional.empty();
    };
  }

  /** Whether the tag is a number's. */
  static boolean isNumber(String tag) {
    return tag.equals(PREFIX + "int") || tag.equals(PREFIX + "float");
  }

  private static Optional<JsonNode> integer(String text) {
    if (text.length() > MAX_DIGITS) {
      return Optional.empty();
    }
    BigInteger value;
    try {
      if (text.startsWith("0x")) {
        value = new BigInteger(text.substring(2), 16);
      } else {
        value = text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
      }
    } catch (NumberFormatException forcedTag) {
      return Optional.empty();
    }
    if (value.bitLength() < Integer.SIZE) {
      return Optional.of(JSON.numberNode(value.intValue()));
    }
    return Optional.of(
        value.bitLength() < Long.SIZE
            ? JSON.numberNode(value.longValue())
            : JSON.numberNode(value));
  }

  private static Optional<JsonNode> real(String text) {
    if (text.length() > MAX_DIGITS || text.toLowerCase(Locale.ROOT).contains("n")) {
      return Optional.empty();
    }
    try {
      double value = Double.parseDouble(text);
      return Double.isInfinite(value) ? Optional.empty() : Optional.of(JSON.numberNode(value));
    } catch (NumberFormatException forcedTag) {
      return Optional.empty();
    }
  }

  /** Fits into a message of one line. */
  static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= 60 ? line : line.substring(0, line.offsetByCodePoints(0, 57)) + "…";
  }
}
