package io.pushsim.check.template;

import io.pushsim.check.template.Value.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a value as often as conditions that are not known give it another form. */
final class Worlds {
  private static final int MAX = 16;

  private Worlds() {}

  /**
   * A value of one form.
   *
   * @param guard the conditions under which it has it
   */
  record Branch(Value value, Guard guard) {}

  /** The forms that the value can have, at least one. */
  static List<Branch> of(Value value, Guard guard, TemplateProblems problems) {
    List<Branch> done = new ArrayList<>();
    split(value, guard, problems, done);
    return done;
  }

  private static void split(
      Value value, Guard guard, TemplateProblems problems, List<Branch> done) {
    Optional<Choice> choice = value.choiceOfForm();
    if (choice.isEmpty()) {
      done.add(new Branch(value, guard));
      return;
    }
    if (done.size() >= MAX) {
      problems.at(
          choice.get().place(),
          "too much depends here on conditions that are not known: "
              + choice.get().reason().remedy());
      return;
    }
    String condition = choice.get().condition();
    for (boolean holds : List.of(true, false)) {
      split(
          value.assuming(condition, holds),
          guard.and(condition, holds, choice.get().reason()),
          problems,
          done);
    }
  }
}
