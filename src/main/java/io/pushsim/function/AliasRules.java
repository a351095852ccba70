package io.pushsim.function;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lambda's rules for aliases: each computes the outcome of a request, or refuses it with AWS's
 * words. In which order AWS tests what is wrong about one request is recorded in part only; see the
 * decision "order of an alias's checks".
 */
public final class AliasRules {
  private AliasRules() {}

  /**
   * CreateAlias.
   *
   * @param existing the function, if there is one
   * @param function its unqualified ARN
   */
  public static FunctionChange.AliasPut create(
      Optional<LambdaFunction> existing, FunctionArn function, Alias alias) {
    checkTargets(existing, function, alias);
    if (existing.orElseThrow().alias(alias.name()).isPresent()) {
      throw new SimulatorException(
          ErrorCode.RESOURCE_CONFLICT, "Alias already exists: " + arn(function, alias.name()));
    }
    return new FunctionChange.AliasPut(function, alias);
  }

  /**
   * UpdateAlias. What is not given stays; an empty routing clears the weights.
   *
   * @param routing absent: keep the weights; present and empty: clear them
   */
  public static FunctionChange.AliasPut update(
      Optional<LambdaFunction> existing,
      FunctionArn function,
      String name,
      Optional<String> functionVersion,
      Optional<Optional<Alias.AdditionalVersion>> routing,
      Optional<String> description,
      Optional<String> revisionId,
      Supplier<String> revisionIds) {
    Alias current =
        existing
            .flatMap(found -> found.alias(name))
            .orElseThrow(
                () ->
                    new SimulatorException(
                        ErrorCode.RESOURCE_NOT_FOUND, "Alias not found: " + arn(function, name)));
    VersionRules.checkRevision(revisionId, current.revisionId());
    Alias updated =
        new Alias(
            name,
            functionVersion.orElse(current.functionVersion()),
            routing.orElse(current.additional()),
            description.orElse(current.description()),
            revisionIds.get());
    checkTargets(existing, function, updated);
    return new FunctionChange.AliasPut(function, updated);
  }

  /** GetAlias. */
  public static Alias require(
      Optional<LambdaFunction> existing, FunctionArn function, String name) {
    return existing
        .flatMap(found -> found.alias(name))
        .orElseThrow(() -> cannotFind(arn(function, name)));
  }

  /** DeleteAlias, which succeeds where there is no such alias. */
  public static Optional<FunctionChange.AliasDeleted> delete(
      Optional<LambdaFunction> existing, FunctionArn function, String name) {
    return existing
        .flatMap(found -> found.alias(name))
        .map(alias -> new FunctionChange.AliasDeleted(function, name));
  }

  /** The answer of GetAlias, AddPermission and RemovePermission for an alias that is not there. */
  public static SimulatorException cannotFind(FunctionArn aliasArn) {
    return new SimulatorException(
        ErrorCode.RESOURCE_NOT_FOUND, "Cannot find alias arn: " + aliasArn);
  }

  public static FunctionArn arn(FunctionArn function, String aliasName) {
    return function.withQualifier(new Qualifier.Alias(aliasName));
  }

  private static void checkTargets(
      Optional<LambdaFunction> existing, FunctionArn function, Alias alias) {
    String primary = alias.functionVersion();
    if (alias.additional().isPresent()) {
      if (primary.equals(Version.LATEST)) {
        throw new SimulatorException(
            ErrorCode.UNTYPED_INVALID_PARAMETER_VALUE,
            "$LATEST is not supported for an alias pointing to more than 1 version");
      }
      if (alias.additional().get().version().equals(primary)) {
        throw new SimulatorException(
            ErrorCode.INVALID_PARAMETER_VALUE,
            "Invalid function version %1$s. Function version %1$s is already included in routing configuration."
                .formatted(primary));
      }
    }
    Version first = requireVersion(existing, function, primary);
    if (alias.additional().isPresent()) {
      Version second = requireVersion(existing, function, alias.additional().get().version());
      if (!first.configuration().role().equals(second.configuration().role())) {
        throw new SimulatorException(
            ErrorCode.INVALID_PARAMETER_VALUE,
            "Specified versions must be associated with the same execution role");
      }
      if (!first
          .configuration()
          .deadLetterTarget()
          .equals(second.configuration().deadLetterTarget())) {
        throw new SimulatorException(
            ErrorCode.INVALID_PARAMETER_VALUE,
            "Specified versions must be associated with the same dead-letter queue");
      }
    }
  }

  private static Version requireVersion(
      Optional<LambdaFunction> existing, FunctionArn function, String number) {
    return existing
        .flatMap(found -> found.version(number))
        .orElseThrow(
            () -> FunctionRegistry.notFound(function.withQualifier(Qualifier.parse(number))));
  }
}
