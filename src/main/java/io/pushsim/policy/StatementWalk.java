package io.pushsim.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One statement held against a request element by element, those behind the first mismatch too.
 *
 * @param number the statement's place in the document, from 1
 */
public record StatementWalk(int number, Statement statement, List<Step> steps) {
  public StatementWalk {
    steps = List.copyOf(steps);
  }

  /**
   * One element.
   *
   * @param expected what it asks for, in words
   * @param actual what the request has, in words
   */
  public record Step(StatementElement element, String expected, String actual, boolean matches) {
    /** Such as {@code Principal} or {@code Condition ArnLike aws:SourceArn}. */
    public String name() {
      return element.name();
    }
  }

  /** All statements of the document, in its order. */
  public static List<StatementWalk> of(PolicyDocument document, AccessRequest request) {
    List<Statement> statements = document.statements();
    return IntStream.range(0, statements.size())
        .mapToObj(i -> of(i + 1, statements.get(i), document.knowsVariables(), request))
        .toList();
  }

  private static StatementWalk of(
      int number, Statement statement, boolean variables, AccessRequest request) {
    List<StatementElement> elements = new ArrayList<>();
    elements.add(statement.principal());
    elements.add(statement.action());
    elements.add(statement.resource());
    elements.addAll(statement.conditions());
    statement.propagation().ifPresent(elements::add);
    return new StatementWalk(
        number,
        statement,
        elements.stream()
            .map(
                element ->
                    new Step(
                        element,
                        element.expected(),
                        element.actual(request),
                        element.matches(request, variables)))
            .toList());
  }

  /** Whether the whole statement matches. */
  public boolean matches() {
    return steps.stream().allMatch(Step::matches);
  }

  /** The elements that the request does not satisfy. */
  public List<Step> mismatches() {
    return steps.stream().filter(step -> !step.matches()).toList();
  }

  /** The statement as people call it: by its Sid, or by its place where it has none. */
  public String title() {
    return Mismatch.nameOf(statement.sid(), number);
  }
}
