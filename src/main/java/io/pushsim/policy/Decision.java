package io.pushsim.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The answer to a request, and why. Words are made when they are asked for. */
public sealed interface Decision {

  /** The kinds of a decision. */
  enum Kind {
    ALLOWED,
    EXPLICIT_DENY,
    IMPLICIT_DENY
  }

  AccessRequest request();

  Kind kind();

  default boolean isAllowed() {
    return kind() == Kind.ALLOWED;
  }

  /** The Sid of the statement that decided; empty where none did or where it has no Sid. */
  Optional<String> statementId();

  /** One or more sentences. */
  String reason();

  /** What would make the request pass, to be done in this order; none where it passes. */
  List<Remedy> remedies();

  /**
   * A statement allows it.
   *
   * @param index the place in the document, from 0, of the first statement that does
   */
  record Allowed(AccessRequest request, PolicyDocument policy, int index) implements Decision {

    public Statement statement() {
      return policy.statements().get(index);
    }

    @Override
    public Kind kind() {
      return Kind.ALLOWED;
    }

    @Override
    public Optional<String> statementId() {
      return statement().sid();
    }

    @Override
    public String reason() {
      return "The policy on %s allows %s to %s: %s matches."
          .formatted(
              request.resource(),
              request.action(),
              request.principal(),
              Mismatch.nameOf(statementId(), index + 1));
    }

    @Override
    public List<Remedy> remedies() {
      return List.of();
    }
  }

  /**
   * The principal belongs to the account of what it asks for, whose resource policies need not
   * allow it anything: what its own policies allow is not simulated.
   */
  record OfOwnAccount(AccessRequest request) implements Decision {
    @Override
    public Kind kind() {
      return Kind.ALLOWED;
    }

    @Override
    public Optional<String> statementId() {
      return Optional.empty();
    }

    @Override
    public String reason() {
      return "%s belongs to the account of %s, and needs no resource policy for %s."
          .formatted(request.principal(), request.resource(), request.action());
    }

    @Override
    public List<Remedy> remedies() {
      return List.of();
    }
  }

  /**
   * A statement denies it, whatever others allow.
   *
   * @param index the denying statement's place in the document, from 0
   */
  record ExplicitDeny(AccessRequest request, PolicyDocument policy, int index) implements Decision {

    public Statement statement() {
      return policy.statements().get(index);
    }

    @Override
    public Kind kind() {
      return Kind.EXPLICIT_DENY;
    }

    @Override
    public Optional<String> statementId() {
      return statement().sid();
    }

    @Override
    public String reason() {
      return "The policy on %s denies %s to %s: %s is a Deny, which outweighs every Allow."
          .formatted(
              request.resource(),
              request.action(),
              request.principal(),
              Mismatch.nameOf(statementId(), index + 1));
    }

    @Override
    public List<Remedy> remedies() {
      return Remedies.of(Optional.of(policy), request);
    }
  }

  /**
   * No statement allows it.
   *
   * @param policy empty where there is none on exactly the ARN asked for
   * @param elements the first element of every statement that the request does not satisfy
   */
  record ImplicitDeny(
      AccessRequest request, Optional<PolicyDocument> policy, List<StatementElement> elements)
      implements Decision {

    public ImplicitDeny {
      elements = List.copyOf(elements);
    }

    @Override
    public Kind kind() {
      return Kind.IMPLICIT_DENY;
    }

    @Override
    public Optional<String> statementId() {
      return Optional.empty();
    }

    /** Why each statement does not match, in the document's order. */
    public List<Mismatch> mismatches() {
      List<Statement> statements = policy.map(PolicyDocument::statements).orElse(List.of());
      return IntStream.range(0, statements.size())
          .mapToObj(i -> Mismatch.of(i + 1, statements.get(i), elements.get(i), request))
          .toList();
    }

    /**
     * Of the statements that allow something, the one that comes nearest to allowing this: most of
     * its elements match, and of those the first that does not is most like what the request has.
     */
    public Optional<Mismatch> nearest() {
      List<Mismatch> mismatches = mismatches();
      return policy.stream()
          .flatMap(document -> StatementWalk.of(document, request).stream())
          .filter(walk -> walk.statement().effect() == Effect.ALLOW)
          .max(
              Comparator.<StatementWalk>comparingInt(walk -> -walk.mismatches().size())
                  .thenComparingInt(walk -> likeness(mismatches.get(walk.number() - 1)))
                  .thenComparingInt(walk -> -walk.number()))
          .map(walk -> mismatches.get(walk.number() - 1));
    }

    // How many characters are the same from the start.
    private static int likeness(Mismatch mismatch) {
      String expected = mismatch.expected();
      String actual = mismatch.actual();
      int length = Math.min(expected.length(), actual.length());
      int same = 0;
      while (same < length && expected.charAt(same) == actual.charAt(same)) {
        same++;
      }
      return same;
    }

    @Override
    public String reason() {
      if (policy.isEmpty()) {
        return "There is no resource policy on exactly %s.".formatted(request.resource());
      }
      String nothing =
          "No statement of the policy on %s allows %s to %s"
              .formatted(request.resource(), request.action(), request.principal());
      String why =
          mismatches().stream()
              .filter(mismatch -> mismatch.effect() == Effect.ALLOW)
              .map(Mismatch::sentence)
              .collect(Collectors.joining("; "));
      return why.isEmpty() ? nothing + "." : nothing + ". In detail: " + why + ".";
    }

    @Override
    public List<Remedy> remedies() {
      return Remedies.of(policy, request);
    }
  }
}
