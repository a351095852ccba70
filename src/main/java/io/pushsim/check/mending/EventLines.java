package io.pushsim.check.mending;

import io.pushsim.check.setup.Dialect;
import io.pushsim.check.setup.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells how the event of a SAM function has to be, where a rule comes from one. */
final class EventLines {
  private static final String EVENTS = ".Events.";

  private final Expressions expressions;
  private final Origin origin;

  EventLines(Expressions expressions, Origin origin) {
    this.expressions = expressions;
    this.origin = origin;
  }

  /** The lines; empty where the fault is no event's, or is not mended in it. */
  Optional<Lines> of(List<MendingStep> steps) {
    int events = origin.reference().indexOf(EVENTS);
    if (origin.dialect() != Dialect.SAM || events < 0) {
      return Optional.empty();
    }
    String function = origin.reference().substring(0, events);
    for (MendingStep step : steps) {
      if (step instanceof MendingStep.CreateAlias create) {
        return lines(
            "in Properties of %s write".formatted(function),
            List.of(
                "      AutoPublishAlias: "
                    + Expressions.yaml(create.alias().qualifier().toString())));
      }
    }
    return steps.stream()
        .filter(MendingStep.PutRules.class::isInstance)
        .map(MendingStep.PutRules.class::cast)
        .findFirst()
        .flatMap(this::rule);
  }

  private Optional<Lines> rule(MendingStep.PutRules put) {
    String event = origin.reference().substring(origin.reference().lastIndexOf('.') + 1);
    return put.changed().isEmpty()
        ? lines("delete the event %s (%s)".formatted(event, origin.place()), List.of())
        : lines(
            "in Properties of the event %s (%s) write".formatted(event, origin.place()),
            properties(put.changed().get(0)));
  }

  private List<String> properties(RuleDraft rule) {
    String indent = "            ";
    List<String> lines = new ArrayList<>();
    lines.add(
        rule.events().stream()
            .map(expressions::template)
            .collect(Collectors.joining(", ", indent + "Events: [", "]")));
    lines.addAll(expressions.filter(indent, rule));
    return lines;
  }

  private static Optional<Lines> lines(String where, List<String> lines) {
    return Optional.of(new Lines("yaml", where, String.join("\n", lines)));
  }
}
