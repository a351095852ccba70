package io.pushsim.display;

import java.util.ArrayList;
import java.util.List;

/** A text for the terminal in pieces that each have a tone; made visible when it is laid out. */
public record StyledText(List<Span> spans) {
  /** A piece of it. */
  public record Span(String text, Tone tone) {}

  /** The text without a piece. */
  public static final StyledText EMPTY = new StyledText(List.of());

  public StyledText {
    spans = List.copyOf(spans);
  }

  /** A plain text. */
  public static StyledText of(String text) {
    return EMPTY.and(text);
  }

  /** A text in a tone. */
  public static StyledText of(Tone tone, String text) {
    return EMPTY.and(tone, text);
  }

  /** With a plain text behind it. */
  public StyledText and(String text) {
    return and(Tone.PLAIN, text);
  }

  /** With a text in a tone behind it. */
  public StyledText and(Tone tone, String text) {
    List<Span> longer = new ArrayList<>(spans);
    longer.add(new Span(text, tone));
    return new StyledText(longer);
  }

  /** With another text behind it. */
  public StyledText and(StyledText other) {
    List<Span> longer = new ArrayList<>(spans);
    longer.addAll(other.spans);
    return new StyledText(longer);
  }
}
