package io.pushsim.operation;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * An operation on the messages of a queue, or on what can be said of these alone. It is carried out
 * in the background, since messages may have to be read from a disk.
 */
record MessageOperation<Q extends Record>(String name, Class<Q> request, Rule<Q> rule)
    implements Operation {

  /** What it does: what is answered, or nothing where there is no body. */
  interface Rule<Q> {
    CompletionStage<Optional<Object>> carryOut(Q request, Call call, PostOffice post);
  }

  /** An answer that is there already. */
  static CompletionStage<Optional<Object>> answer(Object response) {
    return CompletableFuture.completedFuture(Optional.of(response));
  }
}
