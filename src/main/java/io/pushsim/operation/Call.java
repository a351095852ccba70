package io.pushsim.operation;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.FunctionReference;
import io.pushsim.arn.Qualifier;
import io.pushsim.arn.Scope;
import io.pushsim.function.AccountConcurrency;
import io.pushsim.function.LambdaFunction;
import io.pushsim.invocation.ProvisionedStatus;
import io.pushsim.journal.Lineage;
import io.pushsim.journal.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * One call of an operation, with the state against which it is decided.
 *
 * @param operation its AWS name
 * @param caller whose account and region it is made in
 * @param contents what is in the buckets
 * @param now when it is decided
 * @param settle how long a created or updated function takes to settle; zero means until the next
 *     call
 * @param concurrency how many invocations an account may run at once in a Region
 * @param provisioned how far the environments are that a function has for a qualifier
 * @param lineage the chain of events in which a function makes it
 * @param propagation how long a new grant takes to count; asked once for each
 */
record Call(
    String operation,
    Scope caller,
    State state,
    BucketContents contents,
    Instant now,
    Duration settle,
    int concurrency,
    BiFunction<LambdaFunction, Qualifier, ProvisionedStatus> provisioned,
    Lineage lineage,
    Supplier<Duration> propagation,
    Supplier<UUID> ids) {

  Instant settled() {
    return now.plus(settle);
  }

  String newRevisionId() {
    return ids.get().toString();
  }

  /**
   * The function that a FunctionName means, with the qualifier that the name itself may have.
   *
   * @throws io.pushsim.error.SimulatorException for another region's or another account's
   */
  FunctionArn arn(String functionName) {
    return arn(functionName, Optional.empty());
  }

  /** The exact ARN that FunctionName and Qualifier mean. */
  FunctionArn arn(String functionName, Optional<String> qualifier) {
    FunctionArn arn = arnOfAnyAccount(functionName, qualifier);
    Access.checkSameAccount(caller, operation, arn);
    return arn;
  }

  FunctionArn arnOfAnyAccount(String functionName, Optional<String> qualifier) {
    return FunctionReference.parse(functionName)
        .orElseThrow(() -> new IllegalArgumentException("'" + functionName + "' was let pass"))
        .resolve(caller, qualifier.map(Qualifier::parse).orElse(Qualifier.UNQUALIFIED));
  }

  /** The caller's concurrency, and what of it is kept for functions: a walk through them all. */
  AccountConcurrency accountConcurrency() {
    return new AccountConcurrency(concurrency, state.functions().list(caller));
  }

  Optional<LambdaFunction> function(FunctionArn arn) {
    return state.functions().find(arn);
  }
}
