package io.pushsim.display;

/**
 * The signs that stand beside texts on a terminal.
 *
 * @param passed before what came as expected
 * @param failed before what did not; as wide as {@code passed}
 * @param arrow from what was asked to what came of it
 * @param bullet before what others hang on
 * @param separator between things on one line
 * @param rule what a line across the terminal is made of
 * @param bar a filled cell of a bar
 * @param barRest an empty one
 * @param ellipsis where a text was cut
 */
public record Glyphs(
    String passed,
    String failed,
    String arrow,
    String bullet,
    String separator,
    String rule,
    String bar,
    String barRest,
    String ellipsis) {

  static final Glyphs UNICODE = new Glyphs("✓", "✗", "→", "●", "·", "━", "█", "░", "…");
  static final Glyphs ASCII = new Glyphs("ok  ", "FAIL", "->", "*", "-", "=", "#", ".", "...");

  /** All the signs, to ask a character set whether it has them. */
  String all() {
    return String.join("", passed, failed, arrow, bullet, separator, rule, bar, barRest, ellipsis);
  }
}
