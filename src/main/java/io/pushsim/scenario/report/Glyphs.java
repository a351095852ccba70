package io.pushsim.scenario.report;

/**
 * The signs of the terminal story.
 *
 * @param passed before a step that came as expected
 * @param failed before one that did not; as wide as {@code passed}
 * @param bar a filled cell of a bar
 * @param barRest an empty one
 */
record Glyphs(
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
