package io.pushsim.policy;

import java.util.function.Function;
import java.util.function.Predicate;

/** An operand that is text, with or without wildcards, in which policy variables may stand. */
final class PatternOperand implements Operand {
  private final String text;
  private final int variablesFrom;
  private final boolean wildcards;
  private final Function<int[], Predicate<String>> compiler;
  private final Predicate<String> asWritten;
  private final boolean hasVariable;

  private PatternOperand(
      String text,
      int variablesFrom,
      boolean wildcards,
      Function<int[], Predicate<String>> compiler) {
    this.text = text;
    this.variablesFrom = variablesFrom;
    this.wildcards = wildcards;
    this.compiler = compiler;
    this.asWritten = compiler.apply(PatternTokens.of(text, wildcards));
    this.hasVariable = PatternTokens.hasVariable(text.substring(variablesFrom));
  }

  static Operand equalTo(String text) {
    return new PatternOperand(text, 0, false, tokens -> Glob.of(tokens)::matches);
  }

  static Operand equalIgnoringCase(String text) {
    return new PatternOperand(text, 0, false, tokens -> Glob.ignoringCase(tokens)::matches);
  }

  static Operand like(String text) {
    return new PatternOperand(text, 0, true, tokens -> Glob.of(tokens)::matches);
  }

  static Operand arnLike(String text) {
    return new PatternOperand(text, 0, true, ArnGlob::condition);
  }

  /** A resource's pattern: variables may stand behind the fifth colon only. */
  static Operand resource(String text) {
    int from = 0;
    for (int i = 0; i < 5; i++) {
      int colon = text.indexOf(':', from);
      from = colon < 0 ? text.length() : colon + 1;
    }
    return new PatternOperand(text, from, true, ArnGlob::resource);
  }

  /** {@code true} or {@code false}, in any case of letters. */
  static Operand bool(String text) {
    return new PatternOperand(
        text,
        0,
        false,
        tokens -> {
          Glob expected = Glob.ignoringCase(tokens);
          boolean isBoolean = expected.matches("true") || expected.matches("false");
          return actual -> isBoolean && expected.matches(actual);
        });
  }

  @Override
  public boolean accepts(String actual, AccessRequest request, boolean variables) {
    if (!hasVariable || !variables) {
      return asWritten.test(actual);
    }
    return PatternTokens.resolve(text, variablesFrom, wildcards, request)
        .map(compiler)
        .filter(pattern -> pattern.test(actual))
        .isPresent();
  }
}
