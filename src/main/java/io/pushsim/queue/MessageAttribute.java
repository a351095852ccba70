package io.pushsim.queue;

import java.util.Optional;

/**
 * An attribute that its sender gave to a message.
 *
 * @param dataType {@code String}, {@code Number} or {@code Binary}, perhaps with a label as in
 *     {@code Number.int}
 * @param stringValue the value of all but binary ones
 * @param binaryValue the value of a binary one, in Base64
 */
public record MessageAttribute(
    String dataType, Optional<String> stringValue, Optional<String> binaryValue) {
  private static final String BINARY = "Binary";

  /** One of the type String. */
  public static MessageAttribute ofString(String value) {
    return new MessageAttribute("String", Optional.of(value), Optional.empty());
  }

  /** One of the type Number. */
  public static MessageAttribute ofNumber(long value) {
    return new MessageAttribute("Number", Optional.of(Long.toString(value)), Optional.empty());
  }

  /** Whether its value is bytes. */
  public boolean holdsBytes() {
    return isBinary(dataType);
  }

  /** Whether values of a type are bytes. */
  public static boolean isBinary(String dataType) {
    return dataType.startsWith(BINARY);
  }
}
