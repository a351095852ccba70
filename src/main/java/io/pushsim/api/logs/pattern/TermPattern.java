package io.pushsim.api.logs.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * Terms that a message has, in their case, anywhere. What has other characters than letters, digits
 * and underscores is to stand in double quotes.
 *
 * @param required all are in it
 * @param optional one at least is in it; without effect beside others
 * @param excluded none is in it
 */
record TermPattern(List<String> required, List<String> optional, List<String> excluded)
    implements FilterPattern {

  TermPattern {
    required = List.copyOf(required);
    optional = List.copyOf(optional);
    excluded = List.copyOf(excluded);
  }

  static TermPattern parse(String pattern) {
    List<String> required = new ArrayList<>();
    List<String> optional = new ArrayList<>();
    List<String> excluded = new ArrayList<>();
    PatternText text = new PatternText(pattern);
    for (text.skipSpace(); !text.isAtEnd(); text.skipSpace()) {
      if (text.take("?")) {
        optional.add(term(text));
      } else if (text.take("-")) {
        excluded.add(term(text));
      } else {
        required.add(term(text));
      }
    }
    return new TermPattern(required, optional, excluded);
  }

  private static String term(PatternText text) {
    if (text.peek() == '%') {
      throw PatternErrors.regularExpression();
    }
    String term =
        text.peek() == '"'
            ? text.quoted('"')
            : text.run(c -> Character.isLetterOrDigit(c) || c == '_');
    boolean ends = text.isAtEnd() || Character.isWhitespace(text.peek());
    if (term.isEmpty() && ends) {
      throw PatternErrors.emptyTerm();
    }
    if (!ends) {
      throw PatternErrors.invalidCharacter(text.peek());
    }
    return term;
  }

  @Override
  public boolean matches(String message) {
    if (required.isEmpty() && excluded.isEmpty()) {
      return optional.isEmpty() || optional.stream().anyMatch(message::contains);
    }
    return required.stream().allMatch(message::contains)
        && excluded.stream().noneMatch(message::contains);
  }
}
