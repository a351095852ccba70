package io.pushsim.check;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.check.setup.DeclaredAlias;
import io.pushsim.check.setup.DeclaredFunction;
import io.pushsim.check.setup.DeclaredVersion;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A set-up as it stands when a template or plan has been deployed for the first time. */
final class AsDeployed {
  private static final Text FIRST = Text.of("1");
  private static final Text ROLE = Text.of("arn:aws:iam::111111111111:role/made-by-the-stack");

  private AsDeployed() {}

  /** The same set-up; each version and role that is made on the way is the first one. */
  static SetUp of(SetUp setUp) {
    List<DeclaredVersion> versions = new ArrayList<>();
    Set<Text> made =
        setUp.versions().stream().map(DeclaredVersion::function).collect(Collectors.toSet());
    setUp.versions().forEach(version -> versions.add(numbered(version)));
    Set<FunctionArn> named = new LinkedHashSet<>();
    setUp.rules().forEach(rule -> named.addAll(versionIn(rule.target())));
    setUp.grants().forEach(grant -> named.addAll(versionIn(grant.target())));
    for (FunctionArn version : named) {
      versions.add(
          new DeclaredVersion(
              Text.of(version.unqualified().toString()),
              Text.of(version.qualifier().toString()),
              Optional.empty(),
              Optional.empty(),
              setUp.functions().get(0).origin()));
    }
    for (DeclaredAlias alias : setUp.aliases()) {
      if (!alias.functionVersion().isKnown() && made.add(alias.function())) {
        versions.add(
            new DeclaredVersion(
                alias.function(), FIRST, Optional.empty(), Optional.empty(), alias.origin()));
      }
    }
    return new SetUp(
        setUp.buckets(),
        setUp.rules(),
        setUp.functions().stream().map(AsDeployed::withRole).toList(),
        versions,
        setUp.aliases().stream().map(AsDeployed::numbered).toList(),
        setUp.grants(),
        setUp.policies(),
        setUp.events(),
        setUp.configured());
  }

  // A version that is named by its number is of a deployment before.
  private static Set<FunctionArn> versionIn(Text target) {
    return target
        .known()
        .flatMap(FunctionArn::parse)
        .filter(arn -> arn.qualifier() instanceof Qualifier.Version)
        .map(Set::of)
        .orElse(Set.of());
  }

  private static DeclaredFunction withRole(DeclaredFunction function) {
    return new DeclaredFunction(
        function.arn(),
        function.role().map(role -> role.isKnown() ? role : ROLE),
        function.deadLetterTarget(),
        function.origin());
  }

  private static DeclaredVersion numbered(DeclaredVersion version) {
    return version.number().isKnown()
        ? version
        : new DeclaredVersion(
            version.function(),
            FIRST,
            version.role().filter(Text::isKnown),
            version.deadLetterTarget(),
            version.origin());
  }

  private static DeclaredAlias numbered(DeclaredAlias alias) {
    return alias.functionVersion().isKnown()
        ? alias
        : new DeclaredAlias(alias.function(), alias.name(), FIRST, Map.of(), alias.origin());
  }
}
