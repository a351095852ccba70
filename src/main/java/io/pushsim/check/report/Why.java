package io.pushsim.check.report;

import io.pushsim.check.decision.Inventory;
import io.pushsim.check.decision.PlacedStatement;
import io.pushsim.check.decision.Reading;
import io.pushsim.check.decision.Verdict;
import io.pushsim.check.setup.Symbol;
import io.pushsim.policy.Decision;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in a sentence, without a full stop, why a verdict is as it is. Used by one thread. */
final class Why {
  private final Reading reading;
  private final IdentityHashMap<PlacedStatement, String> statements = new IdentityHashMap<>();

  Why(Inventory inventory) {
    this.reading = inventory.reading();
  }

  /** {@code allowed by statement 'allow-s3' (stack.yaml:31:7)}. */
  String of(Verdict verdict) {
    return switch (verdict.kind()) {
      case ALLOWED -> "allowed" + by(verdict.statement());
      case DENIED -> "denied" + denied(verdict);
      case UNKNOWN -> "not known: " + unknown(verdict);
    };
  }

  private String by(Optional<PlacedStatement> statement) {
    return statement.map(found -> " by " + name(found)).orElse("");
  }

  /** {@code statement 'allow-s3' (stack.yaml:31:7)}. */
  String name(PlacedStatement statement) {
    return statements.computeIfAbsent(
        statement, s -> reading.shown(s.title()) + " (" + s.origin().place() + ")");
  }

  private String denied(Verdict verdict) {
    if (verdict.decision() instanceof Decision.ImplicitDeny none) {
      return none.policy().isEmpty()
          ? ": there is no resource policy on exactly this target"
          : ": " + nothingMatches(none);
    }
    return by(verdict.statement());
  }

  private String nothingMatches(Decision.ImplicitDeny denied) {
    return denied
        .nearest()
        .map(nearest -> reading.shown(nearest.sentence()) + more(denied))
        .orElse("no statement of its policy allows anything");
  }

  private static String more(Decision.ImplicitDeny denied) {
    int others = denied.elements().size() - 1;
    return others < 1
        ? ""
        : others == 1 ? "; one more does not match" : "; " + others + " more do not match";
  }

  private String unknown(Verdict verdict) {
    String remedies =
        verdict.dependsOn().stream()
            .map(Symbol::remedy)
            .distinct()
            .map(Why::withoutFullStop)
            .collect(Collectors.joining(". "));
    String reason = verdict.unknown().orElse("the inputs do not tell");
    return remedies.isEmpty() ? reason : reason + ". " + remedies;
  }

  static String withoutFullStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
