package io.pushsim.operation;

import io.pushsim.arn.FunctionArn;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.function.Alias;
import io.pushsim.function.AliasRules;
import io.pushsim.function.FunctionChange;
import io.pushsim.function.ProvisionedRules;
import io.pushsim.journal.Outcome;
import io.pushsim.operation.StateOperation.Decided;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations on aliases. */
final class AliasOperations {
  private AliasOperations() {}

  /** An alias as AWS answers it. */
  record Response(
      String aliasArn,
      String name,
      String functionVersion,
      String description,
      Optional<RoutingConfig> routingConfig,
      String revisionId) {

    private static Response of(FunctionArn function, Alias alias) {
      return new Response(
          AliasRules.arn(function, alias.name()).toString(),
          alias.name(),
          alias.functionVersion(),
          alias.description(),
          alias
              .additional()
              .map(other -> new RoutingConfig(Map.of(other.version(), other.weight()))),
          alias.revisionId());
    }
  }

  /** The weights of an answer. */
  record RoutingConfig(Map<String, Double> additionalVersionWeights) {}

  /** ListAliases. */
  record Listed(List<Response> aliases, Optional<String> nextMarker) {}

  /**
   * Lambda counts the weights before it looks at them (recorded:
   * notfound_and_invalid_routingconfigs).
   */
  static void checkCount(Optional<AliasRequests.RoutingConfig> routing) {
    int weights =
        routing
            .flatMap(AliasRequests.RoutingConfig::additionalVersionWeights)
            .map(Map::size)
            .orElse(0);
    if (weights > 1) {
      throw new SimulatorException(
          ErrorCode.INVALID_PARAMETER_VALUE,
          "Number of items in AdditionalVersionWeights cannot be greater than 1");
    }
  }

  static Decided create(AliasRequests.Create request, Call call) {
    FunctionArn function = call.arn(request.functionName()).unqualified();
    Alias alias =
        new Alias(
            request.name(),
            request.functionVersion(),
            request.routingConfig().flatMap(AliasOperations::additional),
            request.description().orElse(""),
            call.newRevisionId());
    FunctionChange.AliasPut put = AliasRules.create(call.function(function), function, alias);
    return Decided.answer(Response.of(function, put.alias()), new Outcome.OfFunction(put));
  }

  // Absent weights and empty weights are told apart.
  @SuppressWarnings("OptionalMapToOptional")
  static Decided update(AliasRequests.Update request, Call call) {
    FunctionArn function = call.arn(request.functionName()).unqualified();
    FunctionChange.AliasPut put =
        AliasRules.update(
            call.function(function),
            function,
            request.name(),
            request.functionVersion(),
            request.routingConfig().map(AliasOperations::additional),
            request.description(),
            request.revisionId(),
            call::newRevisionId);
    List<Outcome> outcomes = new ArrayList<>();
    outcomes.add(new Outcome.OfFunction(put));
    call.function(function)
        .flatMap(before -> ProvisionedRules.move(before, put.alias(), call.settled()))
        .ifPresent(moved -> outcomes.add(new Outcome.OfFunction(moved)));
    return new Decided(Optional.of(Response.of(function, put.alias())), outcomes);
  }

  static Decided get(AliasRequests.Named request, Call call) {
    FunctionArn function = call.arn(request.functionName()).unqualified();
    return Decided.answer(
        Response.of(
            function, AliasRules.require(call.function(function), function, request.name())));
  }

  /** The alias goes, and its policy with it: a re-created alias starts with none. */
  static Decided delete(AliasRequests.Named request, Call call) {
    FunctionArn function = call.arn(request.functionName()).unqualified();
    List<Outcome> outcomes = new ArrayList<>();
    AliasRules.delete(call.function(function), function, request.name())
        .ifPresent(
            change -> {
              outcomes.add(new Outcome.OfFunction(change));
              call.state()
                  .policies()
                  .deletePolicyOf(AliasRules.arn(function, request.name()))
                  .forEach(policy -> outcomes.add(new Outcome.OfPolicy(policy)));
            });
    return Decided.done(outcomes);
  }

  static Decided list(AliasRequests.ListAll request, Call call) {
    FunctionArn function = call.arn(request.functionName()).unqualified();
    List<Response> all =
        call.state().functions().require(function).aliases().values().stream()
            .filter(
                alias ->
                    request.functionVersion().map(alias.functionVersion()::equals).orElse(true))
            .map(alias -> Response.of(function, alias))
            .toList();
    Page<Response> page = Page.of(all, request.marker(), request.maxItems());
    return Decided.answer(new Listed(page.items(), page.nextMarker()));
  }

  private static Optional<Alias.AdditionalVersion> additional(AliasRequests.RoutingConfig routing) {
    return routing.additionalVersionWeights().stream()
        .flatMap(weights -> weights.entrySet().stream())
        .map(weight -> new Alias.AdditionalVersion(weight.getKey(), weight.getValue()))
        .findFirst();
  }
}
