package io.pushsim.check.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text that an input gives, of which parts may not be known. */
public final class Text {
  private static final Text EMPTY = new Text(List.of());

  private final List<Part> parts;

  /** A part of a text. */
  public sealed interface Part {

    /** Characters that are known. */
    record Known(String characters) implements Part {
      @Override
      public String toString() {
        return characters;
      }
    }

    /** Characters that are not. */
    record Unknown(Symbol symbol) implements Part {
      @Override
      public String toString() {
        return symbol.toString();
      }
    }
  }

  private Text(List<Part> parts) {
    this.parts = parts;
  }

  /** A text that is wholly known. */
  public static Text of(String characters) {
    return characters.isEmpty() ? EMPTY : new Text(List.of(new Part.Known(characters)));
  }

  /** A text of which nothing is known but what would make it known. */
  public static Text unknown(Symbol symbol) {
    return new Text(List.of(new Part.Unknown(symbol)));
  }

  /** The texts one behind the other. */
  public static Text join(Text... texts) {
    return join(List.of(texts));
  }

  /** The texts one behind the other. */
  public static Text join(List<Text> texts) {
    List<Part> joined = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    for (Text text : texts) {
      for (Part part : text.parts) {
        if (part instanceof Part.Known known) {
          run.append(known.characters());
        } else {
          flush(run, joined);
          joined.add(part);
        }
      }
    }
    flush(run, joined);
    return joined.isEmpty() ? EMPTY : new Text(List.copyOf(joined));
  }

  private static void flush(StringBuilder run, List<Part> parts) {
    if (run.length() > 0) {
      parts.add(new Part.Known(run.toString()));
      run.setLength(0);
    }
  }

  /** This text and more behind it. */
  public Text plus(String characters) {
    return join(this, of(characters));
  }

  public List<Part> parts() {
    return parts;
  }

  /** What is not known in it, in order. */
  public Stream<Symbol> symbols() {
    return parts.stream()
        .filter(Part.Unknown.class::isInstance)
        .map(part -> ((Part.Unknown) part).symbol());
  }

  public boolean isKnown() {
    return symbols().findAny().isEmpty();
  }

  /** The text, where it is wholly known. */
  public Optional<String> known() {
    return isKnown() ? Optional.of(toString()) : Optional.empty();
  }

  /** The text with its unknown parts replaced. */
  public String with(Function<Symbol, String> values) {
    return parts.stream()
        .map(
            part ->
                part instanceof Part.Unknown unknown
                    ? values.apply(unknown.symbol())
                    : part.toString())
        .collect(Collectors.joining());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Text text && parts.equals(text.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  /** As a person reads it, unknown parts as <code>${…}</code>. */
  @Override
  public String toString() {
    return parts.stream().map(Part::toString).collect(Collectors.joining());
  }
}
