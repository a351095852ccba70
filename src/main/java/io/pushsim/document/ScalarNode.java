package io.pushsim.document;

import java.util.Optional;

/** A value without parts. */
public final class ScalarNode extends Located implements Node {

  /** What JSON would call it. YAML's {@code yes} and {@code 2012-10-17} are texts. */
  public enum Kind {
    /** A text; every scalar with a tag of the file's own is one. */
    STRING,
    /** A number that {@link ScalarNode#number} tells. */
    NUMBER,
    /** {@code true} or {@code false}, in YAML also {@code True} and the like. */
    BOOLEAN,
    /** {@code null}, in YAML also {@code ~} and nothing at all. */
    NULL
  }

  private final String text;
  private final Kind kind;
  private final boolean plain;

  ScalarNode(Place place, Optional<String> tag, String text, Kind kind, boolean plain) {
    super(place, tag);
    this.text = text;
    this.kind = kind;
    this.plain = plain;
  }

  /** The text without quotes and escapes; of what is no text, as it stands: {@code 012}. */
  public String text() {
    return text;
  }

  public Kind kind() {
    return kind;
  }

  /** Whether it stands in the file without quotes, and is no block of lines. */
  public boolean plain() {
    return plain;
  }

  /** A plain scalar as it stands in the file: {@code 012} where the value is 12. */
  public Optional<String> source() {
    return plain ? Optional.of(text) : Optional.empty();
  }

  /** The number, as narrow as it can be: Integer, Long, BigInteger, or Double. */
  public Optional<Number> number() {
    return kind == Kind.NUMBER ? Numbers.value(text) : Optional.empty();
  }
}
