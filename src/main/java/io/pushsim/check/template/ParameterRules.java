package io.pushsim.check.template;

import io.pushsim.document.MappingNode;
import io.pushsim.document.Place;
import io.pushsim.document.Problem;
import io.pushsim.document.ScalarNode;
import io.pushsim.document.SequenceNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Holds the value of a parameter against what its declaration allows. */
final class ParameterRules {
  /** CloudFormation's own bound, in bytes. */
  private static final int MAX_LENGTH = 4096;

  private final String name;
  private final MappingNode node;
  private final TemplateProblems problems;

  ParameterRules(String name, MappingNode node, TemplateProblems problems) {
    this.name = name;
    this.node = node;
    this.problems = problems;
  }

  /** Tells which rules the value breaks, at the rule's place. */
  void hold(String value, String type, boolean list) {
    if (value.length() > MAX_LENGTH) {
      refuse(node.place(), value, "longer than " + MAX_LENGTH + " characters");
      return;
    }
    List<String> values = list ? List.of(value.split(",", -1)) : List.of(value);
    values.forEach(each -> among(each.strip()));
    if (type.equals("Number") || type.equals("List<Number>")) {
      values.forEach(each -> number(each.strip()));
    }
    if (!list) {
      bound("MinLength", -1, BigDecimal.valueOf(value.length()), value);
      bound("MaxLength", 1, BigDecimal.valueOf(value.length()), value);
      pattern(value);
    }
  }

  private void refuse(Place place, String value, String why) {
    String secret = "the value of the parameter " + name;
    boolean shown = Parameters.scalar(node, "NoEcho").isEmpty();
    problems.at(
        place, (shown ? secret + ", '" + Problem.shortened(value) + "'," : secret) + " is " + why);
  }

  private void among(String value) {
    Optional<SequenceNode> allowed =
        node.get("AllowedValues")
            .filter(SequenceNode.class::isInstance)
            .map(SequenceNode.class::cast);
    if (allowed.isEmpty()) {
      return;
    }
    List<String> texts =
        allowed.get().items().stream()
            .filter(ScalarNode.class::isInstance)
            .map(item -> ((ScalarNode) item).text())
            .toList();
    if (!texts.contains(value)) {
      refuse(
          allowed.get().place(),
          value,
          "none of its AllowedValues: give one of "
              + texts.stream().limit(20).collect(Collectors.joining(", ")));
    }
  }

  private void number(String value) {
    Optional<BigDecimal> number = decimal(value);
    if (number.isEmpty()) {
      refuse(node.place(), value, "no number, as its Type demands");
      return;
    }
    bound("MinValue", -1, number.get(), value);
    bound("MaxValue", 1, number.get(), value);
  }

  private static Optional<BigDecimal> decimal(String text) {
    try {
      return text.length() > 40 ? Optional.empty() : Optional.of(new BigDecimal(text));
    } catch (NumberFormatException notDecimal) {
      return Optional.empty();
    }
  }

  private void bound(String rule, int beyond, BigDecimal measured, String value) {
    Parameters.scalar(node, rule)
        .flatMap(bound -> decimal(bound.text()).filter(b -> measured.compareTo(b) == beyond))
        .ifPresent(
            bound ->
                refuse(
                    node.get(rule).orElse(node).place(),
                    value,
                    "beyond its " + rule + ", " + bound));
  }

  private void pattern(String value) {
    Optional<ScalarNode> rule = Parameters.scalar(node, "AllowedPattern");
    if (rule.isEmpty()) {
      return;
    }
    try {
      if (!Pattern.compile(rule.get().text()).matcher(new BoundedText(value)).matches()) {
        refuse(rule.get().place(), value, "not of its AllowedPattern " + rule.get().text());
      }
    } catch (PatternSyntaxException malformed) {
      problems.at(
          rule.get().place(),
          "AllowedPattern of "
              + name
              + " is no regular expression: "
              + Problem.shortened(String.valueOf(malformed.getMessage())));
    } catch (BoundedText.ReadTooOftenException | StackOverflowError tooMuch) {
      // Java matches by recursion; a pattern that does so for a short text would for any.
      problems.at(
          rule.get().place(),
          "AllowedPattern of "
              + name
              + " takes too long to match: write it without nested repetitions");
    }
  }

  /** A text that may be read so often only: some patterns would read it for ever. */
  private static final class BoundedText implements CharSequence {
    private static final int MAX_READS = 2_000_000;

    private final String text;
    private int reads;

    BoundedText(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (++reads > MAX_READS) {
        throw new ReadTooOftenException();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }

    /** The text was read more often than it may be. */
    static final class ReadTooOftenException extends RuntimeException {
      private static final long serialVersionUID = 1L;
    }
  }
}
