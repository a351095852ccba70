package io.pushsim.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the keys of objects are made, such as {@code in/{n}.jpg}. */
public final class KeyTemplate {
  /** The keys as the scenario has them. */
  public static final KeyTemplate OWN = new KeyTemplate("{key}", List.of("{key}"));

  /** What may stand in one, for messages. */
  public static final String PLACEHOLDERS =
      "{n} (the push's number) and {key} (the key of the scenario's step)";

  private static final Pattern PIECE = Pattern.compile("\\{[^{}]*}|[^{]+|\\{");

  private final String text;
  private final List<String> pieces;

  private KeyTemplate(String text, List<String> pieces) {
    this.text = text;
    this.pieces = List.copyOf(pieces);
  }

  /** The template that the text is; empty where it has a placeholder that there is not. */
  public static Optional<KeyTemplate> parse(String text) {
    List<String> pieces = new ArrayList<>();
    Matcher piece = PIECE.matcher(text);
    while (piece.find()) {
      String found = piece.group();
      boolean isPlaceholder = found.startsWith("{");
      if (isPlaceholder && !found.equals("{n}") && !found.equals("{key}")) {
        return Optional.empty();
      }
      pieces.add(found);
    }
    return pieces.isEmpty() ? Optional.empty() : Optional.of(new KeyTemplate(text, pieces));
  }

  /** The key of a push. */
  String key(long number, String own) {
    if (pieces.size() == 1 && pieces.get(0).equals("{key}")) {
      return own;
    }
    StringBuilder key = new StringBuilder();
    for (String piece : pieces) {
      switch (piece) {
        case "{n}" -> key.append(number);
        case "{key}" -> key.append(own);
        default -> key.append(piece);
      }
    }
    return key.toString();
  }

  @Override
  public String toString() {
    return text;
  }
}
