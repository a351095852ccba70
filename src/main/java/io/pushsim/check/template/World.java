package io.pushsim.check.template;

import io.pushsim.check.input.Deployment;
import io.pushsim.check.setup.Symbol;
import io.pushsim.document.Place;
import io.pushsim.document.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What all evaluators of one template share. */
final class World {
  private final Template template;
  private final Deployment deployment;
  private final TemplateProblems problems;
  private final Work work = new Work();
  private final Symbols symbols;
  private final Parameters parameters;
  private final Map<Guard, Evaluator> evaluators = new HashMap<>();
  private final List<String> resolving = new ArrayList<>();
  private final Set<String> cyclic = new HashSet<>();
  private final Set<Symbol> names = new HashSet<>();

  World(Template template, Deployment deployment, TemplateProblems problems) {
    this.template = template;
    this.deployment = deployment;
    this.problems = problems;
    this.symbols = new Symbols(template.file());
    this.parameters = new Parameters(this);
  }

  Template template() {
    return template;
  }

  Deployment deployment() {
    return deployment;
  }

  TemplateProblems problems() {
    return problems;
  }

  Work work() {
    return work;
  }

  Symbols symbols() {
    return symbols;
  }

  Parameters parameters() {
    return parameters;
  }

  /** Symbols that stand for a function's name, or the beginning of one. */
  Set<Symbol> names() {
    return names;
  }

  /** The evaluator that takes conditions to be as the guard says. */
  Evaluator under(Guard guard) {
    Evaluator known = evaluators.get(guard);
    if (known == null) {
      known = new Evaluator(this, guard);
      evaluators.put(guard, known);
    }
    return known;
  }

  /**
   * Begins to work out what a resource or a condition comes to.
   *
   * @return whether that is possible: not while the same is being worked out
   */
  boolean begin(String what, Place place) {
    int start = resolving.indexOf(what);
    if (start < 0) {
      resolving.add(what);
      return true;
    }
    cyclic.addAll(resolving.subList(start, resolving.size()));
    problems.at(
        place,
        "a cyclic reference: "
            + String.join(" → ", resolving.subList(start, resolving.size()))
            + " → "
            + what
            + "; let one of them name the other by its value");
    return false;
  }

  /** What was found to lead to itself. */
  Set<String> cyclic() {
    return cyclic;
  }

  /** Ends what was begun last. */
  void end() {
    resolving.remove(resolving.size() - 1);
  }

  /** Tells of digits that YAML takes for a number, of which it drops the zeros before. */
  void requireQuotes(ScalarNode number) {
    String text = number.text();
    if (text.length() > 1 && text.charAt(0) == '0' && Character.isDigit(text.charAt(1))) {
      problems.at(number.place(), text + " is a number without quotes: write '" + text + "'");
    }
  }
}
