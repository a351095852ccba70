package io.pushsim.check.mending;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells mending steps one after the other as lines of one language. */
abstract class StepLines {
  private final String language;

  StepLines(String language) {
    this.language = language;
  }

  /** The lines of all the steps together. */
  Optional<Lines> of(List<MendingStep> steps) {
    Set<String> where = new LinkedHashSet<>();
    List<String> lines = new ArrayList<>();
    steps.forEach(step -> tell(step, where, lines));
    return Optional.of(new Lines(language, String.join("; ", where), String.join("\n", lines)));
  }

  /**
   * Tells one step.
   *
   * @param where what to do with the lines
   */
  abstract void tell(MendingStep step, Set<String> where, List<String> lines);
}
