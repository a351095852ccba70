package io.pushsim.policy;

import java.util.Optional;

/**
 * Why one statement does not match a request: its first element that the request does not satisfy.
 *
 * @param number the statement's place in the document, from 1
 * @param element such as {@code Principal} or {@code Condition ArnLike AWS:SourceArn}
 */
public record Mismatch(
    int number,
    Optional<String> statementId,
    Effect effect,
    String element,
    String expected,
    String actual) {

  static Mismatch of(
      int number, Statement statement, StatementElement element, AccessRequest request) {
    return new Mismatch(
        number,
        statement.sid(),
        statement.effect(),
        element.name(),
        element.expected(),
        element.actual(request));
  }

  /** The statement as people call it: by its Sid, or by its place where it has none. */
  static String nameOf(Optional<String> statementId, int number) {
    return statementId.map(sid -> "statement '" + sid + "'").orElse("statement number " + number);
  }

  /** The mismatch in words, without a full stop. */
  public String sentence() {
    if (element.equals(Propagation.NAME)) {
      return "%s is not in effect yet: it counts at %s, the request has %s"
          .formatted(nameOf(statementId, number), expected, actual);
    }
    return "%s: %s expects %s, the request has %s"
        .formatted(nameOf(statementId, number), element, expected, actual);
  }
}
