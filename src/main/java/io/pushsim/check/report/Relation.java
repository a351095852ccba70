package io.pushsim.check.report;

import io.pushsim.check.decision.Verdict;
import io.pushsim.display.Style;
import io.pushsim.display.Tone;

/** How a rule and a target stand to each other: what a cell of the matrix tells. */
enum Relation {
  WORKS("works", "the rule names it, and S3 may invoke it", '✓', 'v', Tone.GOOD),
  DEAD("dead", "the rule names it, and S3 may not invoke it", '✗', 'X', Tone.BAD),
  UNKNOWN("not known", "the inputs do not tell whether S3 may invoke it", '?', '?', Tone.WARNING),
  OPEN("open", "S3 may invoke it, but no rule of the bucket names it", '!', '!', Tone.WARNING),
  ALLOWED("allowed", "S3 may invoke it: another rule of the bucket names it", '+', '+', Tone.PLAIN),
  DENIED("denied", "S3 may not invoke it, and the rule does not ask for it", '·', '.', Tone.FAINT);

  private final String word;
  private final String meaning;
  private final char sign;
  private final char asciiSign;
  private final Tone tone;

  Relation(String word, String meaning, char sign, char asciiSign, Tone tone) {
    this.word = word;
    this.meaning = meaning;
    this.sign = sign;
    this.asciiSign = asciiSign;
    this.tone = tone;
  }

  /**
   * What the verdict means to a rule.
   *
   * @param own whether the rule names the target
   * @param named whether any rule of the bucket does
   */
  static Relation of(Verdict.Kind verdict, boolean own, boolean named) {
    return switch (verdict) {
      case UNKNOWN -> UNKNOWN;
      case DENIED -> own ? DEAD : DENIED;
      case ALLOWED -> own ? WORKS : named ? ALLOWED : OPEN;
    };
  }

  /** A word or two. */
  String word() {
    return word;
  }

  /** Half a sentence. */
  String meaning() {
    return meaning;
  }

  /** The word, and what must be known to understand it. */
  String legend() {
    return switch (this) {
      case OPEN -> "open (no rule of the bucket names it)";
      case ALLOWED -> "allowed (another rule of the bucket names it)";
      default -> word;
    };
  }

  /** The sign, one column wide, that says so without a colour. */
  String sign() {
    return String.valueOf(sign);
  }

  /** The sign that this terminal can show. */
  String sign(Style style) {
    return style.unicode() ? sign() : String.valueOf(asciiSign);
  }

  Tone tone() {
    return tone;
  }
}
