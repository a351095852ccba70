package io.pushsim.document;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** The numbers of JSON and of YAML 1.2's core schema. */
final class Numbers {
  private static final int MAX_DIGITS = 100;
  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+|0x[0-9a-fA-F]+|0o[0-7]+");
  private static final Pattern REAL =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

  private Numbers() {}

  /** The number as narrow as it can be; empty where JSON has no such number. */
  static Optional<Number> value(String text) {
    if (text.length() > MAX_DIGITS) {
      return Optional.empty();
    }
    if (INTEGER.matcher(text).matches()) {
      return Optional.of(integer(text));
    }
    if (!REAL.matcher(text).matches()) {
      return Optional.empty();
    }
    double value = Double.parseDouble(text);
    return Double.isInfinite(value) ? Optional.empty() : Optional.of(value);
  }

  /** What is said of a number that has no value. */
  static String refusal(String text) {
    return "the value " + Problem.shortened(text) + " has no form in JSON; put it in quotes";
  }

  private static Number integer(String text) {
    int radix = text.startsWith("0x") ? 16 : text.startsWith("0o") ? 8 : 10;
    BigInteger value = new BigInteger(radix == 10 ? text : text.substring(2), radix);
    if (value.bitLength() < Integer.SIZE) {
      return value.intValue();
    }
    return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
  }
}
