package io.pushsim.invocation.destination;

import io.pushsim.error.Failures;
import io.pushsim.function.EventInvokeConfig;
import io.pushsim.function.FunctionConfiguration;
import io.pushsim.journal.Delivery;
import io.pushsim.journal.Entry;
import io.pushsim.journal.Sending;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Tells the end of an asynchronous invocation where its function wants that: a failure to the
 * version's dead-letter queue, and a record of it to the destination of the qualifier that was
 * called. Both may be set, and both are served then.
 */
public final class Dispatcher {
  private final DestinationTargets targets;

  public Dispatcher(DestinationTargets targets) {
    this.targets = targets;
  }

  /**
   * What was told, and what is to be written into the journal with the end itself.
   *
   * @param entries of messages, and of invocations that it causes
   * @param invoked those invocations
   */
  public record Told(List<Sending> sendings, List<Entry> entries, List<Delivery> invoked) {
    public static final Told NOTHING = new Told(List.of(), List.of(), List.of());

    public Told {
      sendings = List.copyOf(sendings);
      entries = List.copyOf(entries);
      invoked = List.copyOf(invoked);
    }

    /** It was sent. */
    static Told sent(Sending.Kind kind, String target, Entry... entries) {
      return new Told(
          List.of(new Sending(kind, target, Optional.empty())), List.of(entries), List.of());
    }

    /** It could not be sent. */
    static Told failure(Sending.Kind kind, String target, String why) {
      return new Told(List.of(new Sending(kind, target, Optional.of(why))), List.of(), List.of());
    }

    private static Told failure(Sending.Kind kind, String target, Throwable failure) {
      return failure(kind, target, String.valueOf(Failures.cause(failure).getMessage()));
    }

    private Told and(Told other) {
      return new Told(
          and(sendings, other.sendings), and(entries, other.entries), and(invoked, other.invoked));
    }

    private static <T> List<T> and(List<T> some, List<T> more) {
      List<T> all = new ArrayList<>(some);
      all.addAll(more);
      return all;
    }
  }

  /** Tells it; what cannot be told is among the sendings, with the reason. */
  public CompletionStage<Told> dispatch(Ending ending) {
    CompletionStage<Told> all = CompletableFuture.completedFuture(Told.NOTHING);
    Optional<String> deadLetters =
        ending.configuration().flatMap(FunctionConfiguration::deadLetterTarget);
    if (!ending.isSuccess() && deadLetters.isPresent()) {
      String target = deadLetters.get();
      all =
          all.thenCombine(
              guarded(
                  Sending.Kind.DEAD_LETTER_QUEUE, target, () -> targets.deadLetter(target, ending)),
              Told::and);
    }
    Optional<String> destination =
        ending
            .config()
            .flatMap(
                ending.isSuccess() ? EventInvokeConfig::onSuccess : EventInvokeConfig::onFailure);
    if (destination.isPresent()) {
      String target = destination.get();
      Sending.Kind kind = ending.isSuccess() ? Sending.Kind.ON_SUCCESS : Sending.Kind.ON_FAILURE;
      all =
          all.thenCombine(
              guarded(kind, target, () -> targets.record(kind, target, ending)), Told::and);
    }
    return all;
  }

  /** Whatever goes wrong in telling it, the invocation has ended. */
  private static CompletionStage<Told> guarded(
      Sending.Kind kind, String target, Supplier<CompletionStage<Told>> telling) {
    try {
      return telling.get().exceptionally(failure -> Told.failure(kind, target, failure));
    } catch (RuntimeException failure) {
      return CompletableFuture.completedFuture(Told.failure(kind, target, failure));
    }
  }
}
