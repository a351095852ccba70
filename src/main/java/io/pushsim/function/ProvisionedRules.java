package io.pushsim.function;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.time.Instant;
import java.util.Optional;

/**
 * Lambda's rules for provisioned concurrency: each computes the outcome of a request, or refuses it
 * with AWS's words (recorded: TestLambdaProvisionedConcurrency, test_reserved_provisioned_overlap,
 * test_lambda_provisioned_concurrency_moves_with_alias).
 */
public final class ProvisionedRules {
  private static final String UNPUBLISHED =
      "Provisioned Concurrency Configs cannot be applied to unpublished function versions.";

  private ProvisionedRules() {}

  /**
   * PutProvisionedConcurrencyConfig.
   *
   * @param arn with the version or the alias
   * @param settled when the environments are ready
   */
  public static FunctionChange.ProvisionedConcurrencyPut put(
      Optional<LambdaFunction> existing,
      FunctionArn arn,
      int requested,
      AccountConcurrency account,
      Instant now,
      Instant settled) {
    checkQualified(arn, UNPUBLISHED);
    LambdaFunction function = requireTarget(existing, arn);
    checkTarget(function, arn.qualifier());
    checkRoom(function, arn.qualifier(), requested, account);
    return new FunctionChange.ProvisionedConcurrencyPut(
        function.arn(),
        arn.qualifier().toString(),
        new ProvisionedConcurrency(requested, now, settled));
  }

  /**
   * GetProvisionedConcurrencyConfig.
   *
   * @throws SimulatorException ProvisionedConcurrencyConfigNotFoundException where nothing is
   *     provisioned
   */
  public static ProvisionedConcurrency require(Optional<LambdaFunction> existing, FunctionArn arn) {
    return find(existing, arn)
        .orElseThrow(
            () ->
                new SimulatorException(
                    ErrorCode.PROVISIONED_CONCURRENCY_CONFIG_NOT_FOUND,
                    "No Provisioned Concurrency Config found for this function"));
  }

  /** DeleteProvisionedConcurrencyConfig, which succeeds where nothing is provisioned. */
  public static Optional<FunctionChange.ProvisionedConcurrencyDeleted> delete(
      Optional<LambdaFunction> existing, FunctionArn arn) {
    return find(existing, arn)
        .map(
            provisioned ->
                new FunctionChange.ProvisionedConcurrencyDeleted(
                    arn.unqualified(), arn.qualifier().toString()));
  }

  /**
   * What UpdateAlias does to the environments that are provisioned for the alias: they move with it
   * to another version, and are made anew there.
   *
   * @throws SimulatorException InvalidParameterValueException where that is {@code $LATEST}
   */
  public static Optional<FunctionChange.ProvisionedConcurrencyPut> move(
      LambdaFunction function, Alias updated, Instant settled) {
    ProvisionedConcurrency current = function.settings().provisioned().get(updated.name());
    Alias before = function.aliases().get(updated.name());
    if (current == null
        || before == null
        || before.functionVersion().equals(updated.functionVersion())) {
      return Optional.empty();
    }
    checkPublished(updated);
    return Optional.of(
        new FunctionChange.ProvisionedConcurrencyPut(
            function.arn(),
            updated.name(),
            new ProvisionedConcurrency(current.requested(), current.lastModified(), settled)));
  }

  private static Optional<ProvisionedConcurrency> find(
      Optional<LambdaFunction> existing, FunctionArn arn) {
    checkQualified(arn, "The function resource provided must be an alias or a published version.");
    return requireTarget(existing, arn).settings().provisioned(arn.qualifier());
  }

  private static void checkQualified(FunctionArn arn, String message) {
    if (arn.qualifier().equals(Qualifier.LATEST) || arn.qualifier().equals(Qualifier.UNQUALIFIED)) {
      throw invalid(message);
    }
  }

  private static LambdaFunction requireTarget(Optional<LambdaFunction> existing, FunctionArn arn) {
    if (arn.qualifier() instanceof Qualifier.Alias alias) {
      AliasRules.require(existing, arn.unqualified(), alias.name());
    }
    return existing
        .filter(function -> function.has(arn.qualifier()))
        .orElseThrow(() -> FunctionRegistry.notFound(arn));
  }

  private static void checkTarget(LambdaFunction function, Qualifier qualifier) {
    Optional<Alias> alias = function.alias(qualifier.toString());
    if (alias.isEmpty()) {
      checkNotProvisionedByAlias(function, qualifier.toString());
      return;
    }
    checkPublished(alias.get());
    if (alias.get().additional().isPresent()) {
      // Seen in hashicorp/terraform#24957.
      throw invalid("Alias with weights can not be used with Provisioned Concurrency");
    }
    if (function.settings().provisioned().containsKey(alias.get().functionVersion())) {
      throw conflict(
          "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version");
    }
  }

  private static void checkPublished(Alias alias) {
    if (alias.functionVersion().equals(Version.LATEST)) {
      throw invalid(UNPUBLISHED);
    }
  }

  private static void checkNotProvisionedByAlias(LambdaFunction function, String number) {
    boolean provisioned =
        function.aliases().values().stream()
            .filter(alias -> function.settings().provisioned().containsKey(alias.name()))
            .anyMatch(alias -> alias.refersTo(number));
    if (provisioned) {
      throw conflict("Version is pointed by a Provisioned Concurrency alias");
    }
  }

  private static void checkRoom(
      LambdaFunction function, Qualifier qualifier, int requested, AccountConcurrency account) {
    int others = function.settings().without(qualifier.toString()).totalProvisioned();
    Optional<Integer> reserved = function.settings().reservedConcurrency();
    if (reserved.isPresent()) {
      if (others + (long) requested > reserved.get()) {
        throw invalid(
            "Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for function");
      }
      return;
    }
    int unreserved = account.unreservedBeside(function.arn()) - others;
    if (requested > unreserved) {
      throw ReservedRules.untyped(
          "Specified ConcurrentExecutions for function is greater than account's unreserved concurrency [%d]."
              .formatted(unreserved));
    }
    if (unreserved - requested < account.minimumUnreserved()) {
      throw ReservedRules.untyped(
          "Specified ConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [%d]."
              .formatted(account.minimumUnreserved()));
    }
  }

  private static SimulatorException invalid(String message) {
    return new SimulatorException(ErrorCode.INVALID_PARAMETER_VALUE, message);
  }

  private static SimulatorException conflict(String message) {
    return new SimulatorException(ErrorCode.RESOURCE_CONFLICT, message);
  }
}
