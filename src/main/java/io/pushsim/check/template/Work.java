package io.pushsim.check.template;

import io.pushsim.check.setup.Text;
import io.pushsim.document.Place;
import io.pushsim.document.Problem;

/** Bounds what it may cost to work out a template, so that a hostile one ends. */
final class Work {
  // CloudFormation takes 500 resources and 1 MB; these bounds leave room for ten times as much.
  private static final int MAX_DEPTH = 256;
  private static final int MAX_STEPS = 2_000_000;
  private static final long MAX_CHARACTERS = 16_000_000;
  private static final int SYMBOL = 16;

  private int depth;
  private int steps;
  private long characters;

  /**
   * Begins to work out an expression.
   *
   * @throws TooMuchException where that is one too many
   */
  void enter(Place place) {
    if (++depth > MAX_DEPTH) {
      throw tooMuch(place, "expressions lead to each other more than " + MAX_DEPTH + " deep");
    }
    if (++steps > MAX_STEPS) {
      throw tooMuch(place, "it takes more than " + MAX_STEPS + " steps to work the template out");
    }
  }

  /** Ends what was begun last. */
  void leave() {
    depth--;
  }

  /**
   * Notes that a text is about to be made of the pieces.
   *
   * @throws TooMuchException where there are too many characters by now
   */
  void makes(Iterable<Text> pieces, Place place) {
    for (Text piece : pieces) {
      for (Text.Part part : piece.parts()) {
        characters += part instanceof Text.Part.Known known ? known.characters().length() : SYMBOL;
      }
    }
    if (characters > MAX_CHARACTERS) {
      throw tooMuch(place, "the template unfolds to more than " + MAX_CHARACTERS + " characters");
    }
  }

  private static TooMuchException tooMuch(Place place, String what) {
    return new TooMuchException(
        Problem.at(place, what + ": write it more plainly, or split the template"));
  }
}
