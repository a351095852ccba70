package io.pushsim.scenario.report;

import java.util.ArrayList;
import java.util.List;

/** A text for the terminal in pieces that each have a tone; made visible when it is laid out. */
record StyledText(List<Span> spans) {
  record Span(String text, Tone tone) {}

  static final StyledText EMPTY = new StyledText(List.of());

  StyledText {
    spans = List.copyOf(spans);
  }

  static StyledText of(String text) {
    return EMPTY.and(text);
  }

  static StyledText of(Tone tone, String text) {
    return EMPTY.and(tone, text);
  }

  StyledText and(String text) {
    return and(Tone.PLAIN, text);
  }

  StyledText and(Tone tone, String text) {
    List<Span> longer = new ArrayList<>(spans);
    longer.add(new Span(text, tone));
    return new StyledText(longer);
  }

  StyledText and(StyledText other) {
    List<Span> longer = new ArrayList<>(spans);
    longer.addAll(other.spans);
    return new StyledText(longer);
  }
}
