package io.pushsim.check.decision;

import io.pushsim.arn.FunctionArn;
import io.pushsim.check.setup.DeclaredAlias;
import io.pushsim.check.setup.DeclaredFunction;
import io.pushsim.check.setup.DeclaredVersion;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Text;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The functions of a set-up by their unqualified ARN. */
public final class Functions {
  private final Map<FunctionArn, KnownFunction> functions;

  private Functions(Map<FunctionArn, KnownFunction> functions) {
    this.functions = functions;
  }

  static Functions of(SetUp setUp, Reading reading) {
    Map<FunctionArn, DeclaredFunction> declared = new LinkedHashMap<>();
    Map<FunctionArn, Map<String, DeclaredVersion>> versions = new LinkedHashMap<>();
    Map<FunctionArn, Map<String, DeclaredAlias>> aliases = new LinkedHashMap<>();
    setUp
        .functions()
        .forEach(
            function ->
                arn(function.arn(), reading).ifPresent(arn -> declared.putIfAbsent(arn, function)));
    setUp
        .versions()
        .forEach(
            version ->
                arn(version.function(), reading)
                    .ifPresent(
                        arn ->
                            versions
                                .computeIfAbsent(arn, key -> new LinkedHashMap<>())
                                .putIfAbsent(reading.of(version.number()), version)));
    setUp
        .aliases()
        .forEach(
            alias ->
                arn(alias.function(), reading)
                    .ifPresent(
                        arn ->
                            aliases
                                .computeIfAbsent(arn, key -> new LinkedHashMap<>())
                                .putIfAbsent(reading.of(alias.name()), alias)));
    Set<FunctionArn> all = new LinkedHashSet<>(declared.keySet());
    all.addAll(versions.keySet());
    all.addAll(aliases.keySet());
    Map<FunctionArn, KnownFunction> functions = new LinkedHashMap<>();
    for (FunctionArn arn : all) {
      functions.put(
          arn,
          new KnownFunction(
              arn,
              Optional.ofNullable(declared.get(arn)),
              Collections.unmodifiableMap(versions.getOrDefault(arn, Map.of())),
              Collections.unmodifiableMap(aliases.getOrDefault(arn, Map.of()))));
    }
    return new Functions(functions);
  }

  private static Optional<FunctionArn> arn(Text text, Reading reading) {
    return FunctionArn.parse(reading.of(text)).map(FunctionArn::unqualified);
  }

  /** The function that the ARN belongs to, whatever its qualifier. */
  public Optional<KnownFunction> find(FunctionArn arn) {
    return Optional.ofNullable(functions.get(arn.unqualified()));
  }

  /** In the inputs' order. */
  public Collection<KnownFunction> all() {
    return functions.values();
  }
}
