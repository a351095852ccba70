package io.pushsim.check.template;

import io.pushsim.check.input.Gathering;
import io.pushsim.document.NearestWord;
import io.pushsim.document.Place;
import io.pushsim.document.Problem;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Tells what is wrong with a template, each thing once, however often it is come upon. */
final class TemplateProblems {
  /** A search costs as much as there are names: a file with thousands of slips gets no more. */
  private static final int MAX_SEARCHES = 200;

  private final Gathering gathering;
  private final Set<Problem> told = new HashSet<>();
  private int searches;

  TemplateProblems(Gathering gathering) {
    this.gathering = gathering;
  }

  void at(Place place, String message) {
    tell(Problem.at(place, message));
  }

  void tell(Problem problem) {
    if (told.add(problem)) {
      gathering.problem(problem);
    }
  }

  /** What a word was probably meant to be, as the end of a message. */
  String meant(String word, Collection<String> words, String otherwise) {
    if (++searches > MAX_SEARCHES) {
      return "; " + otherwise;
    }
    return NearestWord.to(word, words)
        .map(nearest -> "; did you mean " + nearest + "?")
        .orElse("; " + otherwise);
  }
}
