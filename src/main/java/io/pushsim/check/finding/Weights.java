package io.pushsim.check.finding;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.check.decision.KnownFunction;
import io.pushsim.check.mending.MendingStep;
import io.pushsim.check.setup.DeclaredAlias;
import io.pushsim.check.setup.DeclaredVersion;
import io.pushsim.check.setup.Text;
import java.util.List;
import java.util.Optional;

/** Weighted aliases whose two versions differ in what must be equal. */
final class Weights implements Inspection {

  @Override
  public void inspect(Case setUp) {
    for (KnownFunction function : setUp.inventory().functions().all()) {
      function.aliases().forEach((name, alias) -> inspect(setUp, function, name, alias));
    }
  }

  private static void inspect(
      Case setUp, KnownFunction function, String name, DeclaredAlias alias) {
    Optional<DeclaredVersion> primary = version(setUp, function, alias.functionVersion());
    for (Text number : alias.additionalVersionWeights().keySet()) {
      Optional<DeclaredVersion> additional = version(setUp, function, number);
      if (primary.isPresent() && additional.isPresent()) {
        difference(primary.get(), additional.get())
            .ifPresent(
                difference ->
                    report(
                        setUp,
                        function.arn().withQualifier(new Qualifier.Alias(name)),
                        alias,
                        difference));
      }
    }
  }

  private static Optional<DeclaredVersion> version(
      Case setUp, KnownFunction function, Text number) {
    return Optional.ofNullable(function.versions().get(setUp.inventory().reading().of(number)));
  }

  private static Optional<String> difference(DeclaredVersion one, DeclaredVersion other) {
    if (one.role().isPresent()
        && other.role().isPresent()
        && differ(one.role().get(), other.role().get())) {
      return Optional.of(
          "version %s has the role %s, version %s has %s"
              .formatted(one.number(), one.role().get(), other.number(), other.role().get()));
    }
    Text none = Text.of("none");
    Text first = one.deadLetterTarget().orElse(none);
    Text second = other.deadLetterTarget().orElse(none);
    return differ(first, second)
        ? Optional.of(
            "version %s has the dead-letter target %s, version %s has %s"
                .formatted(one.number(), first, other.number(), second))
        : Optional.empty();
  }

  private static boolean differ(Text one, Text other) {
    return one.isKnown() && other.isKnown() && !one.equals(other);
  }

  private static void report(Case setUp, FunctionArn arn, DeclaredAlias alias, String difference) {
    setUp.find(
        FindingKind.UNEVEN_WEIGHTS,
        new Case.Subject(alias.origin(), "weights of " + arn.shortName()),
        "The alias %s divides between versions that differ: %s."
            .formatted(arn.shortName(), difference),
        List.of(new MendingStep.ClearWeights(arn)));
  }
}
