package io.pushsim.cli;

import io.pushsim.arn.Scope;
import io.pushsim.journal.CodeStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * What stands in a served simulator before the first call: what a scenario has set up, and buckets
 * with owners. It stands again after a reset.
 *
 * @param code of the simulator
 * @param background where work goes that takes its time
 */
record Beginning(
    Optional<StandingState> scenario,
    StandingBuckets buckets,
    Simulator simulator,
    CodeStore code,
    Executor background) {

  /**
   * Lets everything else go.
   *
   * @param caller in whose name it is written down
   * @return completes once that is durable
   */
  CompletionStage<Void> reset(Scope caller) {
    return CompletableFuture.runAsync(
            () -> scenario.ifPresent(standing -> standing.putCode(code)), background)
        .thenCompose(
            kept ->
                simulator
                    .operations()
                    .reset(
                        caller,
                        scenario.map(standing -> standing.snapshot().outcomes()).orElse(List.of())))
        .thenCompose(gone -> buckets.make());
  }
}
