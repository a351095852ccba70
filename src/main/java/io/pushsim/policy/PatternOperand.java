package io.pushsim.policy;

import java.util.function.Function;

/**
 * An operand that is text in which policy variables stand. Text without them becomes the plain
 * operand that it compiles to.
 */
final class PatternOperand implements Operand {
  private final String text;
  private final int variablesFrom;
  private final boolean wildcards;
  private final Function<int[], Operand> compiler;
  private final Operand asWritten;

  private PatternOperand(
      String text, int variablesFrom, boolean wildcards, Function<int[], Operand> compiler) {
    this.text = text;
    this.variablesFrom = variablesFrom;
    this.wildcards = wildcards;
    this.compiler = compiler;
    this.asWritten = compiler.apply(PatternTokens.of(text, wildcards));
  }

  static Operand equalTo(String text) {
    return of(text, 0, false, Glob::of);
  }

  static Operand equalIgnoringCase(String text) {
    return of(text, 0, false, Glob::ignoringCase);
  }

  static Operand like(String text) {
    return of(text, 0, true, Glob::of);
  }

  static Operand arnLike(String text) {
    return of(text, 0, true, ArnGlob::condition);
  }

  /** A resource's pattern: variables may stand behind the fifth colon only. */
  static Operand resource(String text) {
    int from = 0;
    for (int i = 0; i < 5; i++) {
      int colon = text.indexOf(':', from);
      from = colon < 0 ? text.length() : colon + 1;
    }
    return of(text, from, true, ArnGlob::resource);
  }

  /** {@code true} or {@code false}, in any case of letters. */
  static Operand bool(String text) {
    return of(text, 0, false, PatternOperand::compileBoolean);
  }

  private static Operand compileBoolean(int[] tokens) {
    Glob expected = Glob.ignoringCase(tokens);
    return expected.matches("true") || expected.matches("false") ? expected : NOTHING;
  }

  private static Operand of(
      String text, int variablesFrom, boolean wildcards, Function<int[], Operand> compiler) {
    PatternOperand pattern = new PatternOperand(text, variablesFrom, wildcards, compiler);
    return PatternTokens.hasVariable(text.substring(variablesFrom)) ? pattern : pattern.asWritten;
  }

  @Override
  public boolean accepts(String actual, AccessRequest request, boolean variables) {
    if (!variables) {
      return asWritten.accepts(actual, request, false);
    }
    return PatternTokens.resolve(text, variablesFrom, wildcards, request)
        .map(compiler)
        .filter(pattern -> pattern.accepts(actual, request, true))
        .isPresent();
  }
}
