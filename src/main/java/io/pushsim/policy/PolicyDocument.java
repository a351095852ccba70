package io.pushsim.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A resource policy's text as values.
 *
 * @param version of the policy language; absent means {@code 2008-10-17}
 */
public record PolicyDocument(
    Optional<String> version, Optional<String> id, List<Statement> statements) {
  private static final String VERSION_WITH_VARIABLES = "2012-10-17";

  public PolicyDocument {
    statements = SharedElements.share(statements);
  }

  /** A document as Lambda keeps it: of version 2012-10-17 with the id {@code default}. */
  public static PolicyDocument of(List<Statement> statements) {
    return new PolicyDocument(
        Optional.of(VERSION_WITH_VARIABLES), Optional.of("default"), statements);
  }

  /**
   * Reads what a JSON or YAML reader gives for a whole policy document.
   *
   * @throws IllegalArgumentException where it is no policy; the message names the statement, the
   *     element and what would be right
   */
  public static PolicyDocument fromPlain(Map<?, ?> plain) {
    return PolicyReader.document(plain);
  }

  /** Version, Id and Statement as plain values; Statement is a list always. */
  public Map<String, Object> toPlain() {
    Map<String, Object> plain = new LinkedHashMap<>();
    version.ifPresent(text -> plain.put("Version", text));
    id.ifPresent(text -> plain.put("Id", text));
    plain.put("Statement", statements.stream().map(Statement::toPlain).toList());
    return plain;
  }

  /** The statement of that Sid, or empty. */
  public Optional<Statement> statement(String sid) {
    return statements.stream().filter(statement -> hasSid(statement, sid)).findFirst();
  }

  PolicyDocument with(Statement statement) {
    return new PolicyDocument(
        version, id, Stream.concat(statements.stream(), Stream.of(statement)).toList());
  }

  PolicyDocument without(String sid) {
    return new PolicyDocument(
        version, id, statements.stream().filter(statement -> !hasSid(statement, sid)).toList());
  }

  /** Whether it depends on a request's time what this says to it. */
  boolean propagates() {
    for (Statement statement : statements) {
      if (statement.propagation().isPresent()) {
        return true;
      }
    }
    return false;
  }

  boolean knowsVariables() {
    return version.isPresent() && version.get().equals(VERSION_WITH_VARIABLES);
  }

  private static boolean hasSid(Statement statement, String sid) {
    return statement.sid().filter(sid::equals).isPresent();
  }
}
