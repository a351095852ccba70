package io.pushsim.check.endpoint;

import io.pushsim.check.setup.DeclaredAlias;
import io.pushsim.check.setup.DeclaredFunction;
import io.pushsim.check.setup.DeclaredVersion;
import io.pushsim.check.setup.Symbol;
import io.pushsim.check.setup.Text;
import io.pushsim.function.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/** Asks about the functions of the caller's account in its region. */
final class FunctionSurvey {
  private final LambdaClient lambda;
  private final Calls calls;
  private final Workers workers;
  private final PolicySurvey policies;

  FunctionSurvey(LambdaClient lambda, Calls calls, Workers workers) {
    this.lambda = lambda;
    this.calls = calls;
    this.workers = workers;
    this.policies = new PolicySurvey(lambda, calls);
  }

  /** What is told of each, in the order of the list. */
  List<Findings> survey() {
    Findings about = new Findings();
    List<CompletableFuture<Findings>> begun = new ArrayList<>();
    calls.ask(
        Call.LIST_FUNCTIONS,
        "",
        about,
        () -> {
          lambda
              .listFunctionsPaginator()
              .functions()
              .forEach(function -> begun.add(workers.begin(() -> findings(function))));
          return begun;
        });
    List<Findings> all = new ArrayList<>(List.of(about));
    all.addAll(Workers.await(begun));
    return all;
  }

  private Findings findings(FunctionConfiguration function) {
    Findings findings = new Findings();
    String name = function.functionName();
    Text arn = Text.of(function.functionArn());
    findings.declare(
        setUp ->
            setUp.add(
                new DeclaredFunction(
                    arn,
                    role(function),
                    deadLetterTarget(function),
                    calls.origin(Call.LIST_FUNCTIONS, name))));
    policies.survey(function.functionArn(), name, Optional.empty(), findings);
    for (String number : versions(name, arn, findings)) {
      policies.survey(function.functionArn(), name, Optional.of(number), findings);
    }
    for (String alias : aliases(name, arn, findings)) {
      policies.survey(function.functionArn(), name, Optional.of(alias), findings);
    }
    return findings;
  }

  private List<String> versions(String function, Text arn, Findings findings) {
    Optional<List<FunctionConfiguration>> answered =
        calls.ask(
            Call.LIST_VERSIONS,
            function,
            findings,
            () ->
                lambda
                    .listVersionsByFunctionPaginator(request -> request.functionName(function))
                    .versions()
                    .stream()
                    .filter(version -> !version.version().equals(Version.LATEST))
                    .toList());
    if (answered.isEmpty()) {
      Text any = some(function, "versions", Call.LIST_VERSIONS);
      findings.declare(
          setUp ->
              setUp.add(
                  new DeclaredVersion(
                      arn,
                      any,
                      Optional.empty(),
                      Optional.empty(),
                      calls.origin(Call.LIST_VERSIONS, function))));
    }
    List<FunctionConfiguration> versions = answered.orElse(List.of());
    for (FunctionConfiguration version : versions) {
      findings.declare(
          setUp ->
              setUp.add(
                  new DeclaredVersion(
                      arn,
                      Text.of(version.version()),
                      role(version),
                      deadLetterTarget(version),
                      calls.origin(Call.LIST_VERSIONS, thing(function, version.version())))));
    }
    return versions.stream().map(FunctionConfiguration::version).toList();
  }

  private List<String> aliases(String function, Text arn, Findings findings) {
    Optional<List<AliasConfiguration>> answered =
        calls.ask(
            Call.LIST_ALIASES,
            function,
            findings,
            () ->
                lambda
                    .listAliasesPaginator(request -> request.functionName(function))
                    .aliases()
                    .stream()
                    .toList());
    if (answered.isEmpty()) {
      Text any = some(function, "aliases", Call.LIST_ALIASES);
      findings.declare(
          setUp ->
              setUp.add(
                  new DeclaredAlias(
                      arn, any, any, Map.of(), calls.origin(Call.LIST_ALIASES, function))));
    }
    List<AliasConfiguration> aliases = answered.orElse(List.of());
    for (AliasConfiguration alias : aliases) {
      findings.declare(
          setUp ->
              setUp.add(
                  new DeclaredAlias(
                      arn,
                      Text.of(alias.name()),
                      Text.of(alias.functionVersion()),
                      weights(alias),
                      calls.origin(Call.LIST_ALIASES, thing(function, alias.name())))));
    }
    return aliases.stream().map(AliasConfiguration::name).toList();
  }

  // There may be any: what was not answered must not look as if there were none.
  private static Text some(String function, String what, Call call) {
    return Text.unknown(
        new Symbol(
            what + " of " + function,
            Symbol.Kind.ANY,
            "Allow the caller %s.".formatted(call.action())));
  }

  /** Such as {@code PROD of helloworld}. */
  static String thing(String function, String qualifier) {
    return qualifier + " of " + function;
  }

  private static Map<Text, Double> weights(AliasConfiguration alias) {
    Map<Text, Double> weights = new LinkedHashMap<>();
    if (alias.routingConfig() != null) {
      alias
          .routingConfig()
          .additionalVersionWeights()
          .forEach((version, weight) -> weights.put(Text.of(version), weight));
    }
    return weights;
  }

  private static Optional<Text> role(FunctionConfiguration version) {
    return Optional.ofNullable(version.role()).map(Text::of);
  }

  private static Optional<Text> deadLetterTarget(FunctionConfiguration version) {
    return Optional.ofNullable(version.deadLetterConfig())
        .flatMap(config -> Optional.ofNullable(config.targetArn()))
        .map(Text::of);
  }
}
