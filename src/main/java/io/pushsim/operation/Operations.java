package io.pushsim.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.arn.Scope;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.invocation.FrontDoor;
import io.pushsim.journal.Entry;
import io.pushsim.journal.Journal;
import io.pushsim.journal.Lineage;
import io.pushsim.journal.Outcome;
import io.pushsim.journal.State;
import io.pushsim.time.Ids;
import io.pushsim.time.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Carries out AWS operations by name: reads and checks the request, prepares it, decides it once
 * against the state, appends what became true to the journal and folds it into the state. One at a
 * time decides what changes the state. Any thread may call, event loops too.
 */
public final class Operations {
  private final State state;
  private final Journal journal;
  private final FrontDoor frontDoor;
  private final CodeReader code;
  private final BucketContents contents;
  private final Scheduler clock;
  private final Duration settle;
  private final int concurrency;
  private final Supplier<Duration> propagation;
  private final Ids ids;
  private final Executor background;
  private final PostOffice post;

  /**
   * @param contents what is in the buckets
   * @param settle how long a created or updated function takes to settle; zero means until the next
   *     call
   * @param concurrency how many invocations an account may run at once in a Region
   * @param propagation how long a new grant takes to count; asked once for each
   * @param background where operations are carried out that may take their time: not an event loop
   */
  public Operations(
      State state,
      Journal journal,
      FrontDoor frontDoor,
      CodeReader code,
      BucketContents contents,
      Scheduler clock,
      Duration settle,
      int concurrency,
      Supplier<Duration> propagation,
      Ids ids,
      Executor background) {
    this.state = state;
    this.journal = journal;
    this.frontDoor = frontDoor;
    this.code = code;
    this.contents = contents;
    this.clock = clock;
    this.settle = settle;
    this.concurrency = concurrency;
    this.propagation = propagation;
    this.ids = ids;
    this.background = background;
    post = new PostOffice(state, journal, clock, ids, background);
  }

  /**
   * Carries out an operation.
   *
   * @param parameters by AWS's names, as {@code --cli-input-json} takes them
   * @return fails with a {@link SimulatorException} where AWS would answer with an error, and where
   *     pushsim refuses by name
   */
  public CompletionStage<Answer> call(String name, ObjectNode parameters, Scope caller) {
    return call(name, parameters, caller, propagation);
  }

  /**
   * Carries out an operation; a grant that it adds counts after this time.
   *
   * @return fails as {@link #call(String, ObjectNode, Scope)} does
   */
  public CompletionStage<Answer> call(
      String name, ObjectNode parameters, Scope caller, Duration propagation) {
    return call(name, parameters, caller, () -> propagation);
  }

  private CompletionStage<Answer> call(
      String name, ObjectNode parameters, Scope caller, Supplier<Duration> propagating) {
    try {
      Operation operation = OperationTable.find(name).orElseThrow(() -> unknown(name));
      operation.shape().checkForm(name + ".", parameters);
      if (operation instanceof InvokeOperation invoke) {
        return invoke
            .invoke(invocation(invoke, parameters), at(name, caller), frontDoor)
            .thenApply(Invoked::answer);
      }
      if (operation instanceof InvokeAsyncOperation invoke) {
        invoke.shape().checkValues(parameters);
        return invoke.invoke(
            Json.read(parameters, InvokeAsyncOperation.Request.class), at(name, caller), frontDoor);
      }
      if (operation instanceof MessageOperation<?> message) {
        return CompletableFuture.supplyAsync(
                () -> carryOut(message, parameters, caller), background)
            .thenCompose(Function.identity());
      }
      StateOperation<?, ?> stateOperation = (StateOperation<?, ?>) operation;
      return switch (stateOperation.effort()) {
        case LOOK_UP -> CompletableFuture.completedFuture(look(stateOperation, parameters, caller));
        case SURVEY ->
            CompletableFuture.supplyAsync(
                () -> look(stateOperation, parameters, caller), background);
        case CHANGE ->
            CompletableFuture.supplyAsync(
                    () -> carryOut(stateOperation, parameters, caller, propagating), background)
                .thenCompose(Function.identity());
      };
    } catch (SimulatorException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /**
   * Carries out an Invoke whose payload is not among its parameters.
   *
   * @param payload JSON text in UTF-8; none where it is empty
   * @return fails as {@link #call} does
   */
  public CompletionStage<Invoked> invoke(
      ObjectNode parameters, byte[] payload, Scope caller, Optional<String> trace) {
    try {
      InvokeOperation invoke = new InvokeOperation();
      invoke.shape().checkForm("Invoke.", parameters);
      return invoke.invoke(
          invocation(invoke, parameters),
          payload,
          at(invoke.name(), caller, frontDoor.chains().of(trace), propagation),
          frontDoor);
    } catch (SimulatorException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static InvokeOperation.Request invocation(InvokeOperation invoke, ObjectNode parameters) {
    invoke.shape().checkValues(parameters);
    return Json.read(parameters, invoke.request());
  }

  private <Q extends Record, P> Answer look(
      StateOperation<Q, P> operation, ObjectNode parameters, Scope caller) {
    Q request = checked(operation, parameters);
    P prepared = operation.preparation().prepare(request, code, caller);
    StateOperation.Decided decided =
        operation.rule().decide(request, prepared, at(operation.name(), caller));
    if (!decided.outcomes().isEmpty()) {
      throw new IllegalStateException(operation.name() + " is to change nothing");
    }
    return answer(operation, decided);
  }

  private <Q extends Record, P> CompletionStage<Answer> carryOut(
      StateOperation<Q, P> operation,
      ObjectNode parameters,
      Scope caller,
      Supplier<Duration> propagating) {
    Q request = checked(operation, parameters);
    P prepared = operation.preparation().prepare(request, code, caller);
    StateOperation.Decided decided;
    CompletionStage<Void> durable;
    synchronized (this) {
      Call call = at(operation.name(), caller, propagating);
      decided = operation.rule().decide(request, prepared, call);
      durable = makeTrue(decided.outcomes(), KeptRequest.of(parameters, prepared), call);
    }
    decided.outcomes().forEach(this::provision);
    Answer answer = answer(operation, decided);
    return durable.thenApply(done -> answer);
  }

  private void provision(Outcome outcome) {
    if (outcome instanceof Outcome.OfFunction changed) {
      frontDoor.provision(changed.change().arn());
    }
  }

  private <Q extends Record> CompletionStage<Answer> carryOut(
      MessageOperation<Q> operation, ObjectNode parameters, Scope caller) {
    Q request = Json.read(parameters, operation.request());
    operation.shape().checkValues(parameters);
    return operation
        .rule()
        .carryOut(request, at(operation.name(), caller), post)
        .thenApply(response -> new Answer(200, response, Optional.empty()));
  }

  private static <Q extends Record> Q checked(
      StateOperation<Q, ?> operation, ObjectNode parameters) {
    Q request = Json.read(parameters, operation.request());
    operation.early().check(request);
    operation.shape().checkValues(parameters);
    return request;
  }

  private CompletionStage<Void> makeTrue(List<Outcome> outcomes, String request, Call call) {
    if (outcomes.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    CompletionStage<Void> durable =
        journal.append(
            new Entry.OperationDone(
                call.now(), call.caller(), call.operation(), request, outcomes));
    if (!durable.toCompletableFuture().isCompletedExceptionally()) {
      outcomes.forEach(outcome -> outcome.applyTo(state));
      if (journal.wantsSnapshot()) {
        journal.append(new Entry.Snapshot(call.now(), state.snapshot()));
      }
    }
    return durable;
  }

  private static Answer answer(StateOperation<?, ?> operation, StateOperation.Decided decided) {
    return new Answer(operation.status(), decided.response(), Optional.empty());
  }

  private Call at(String operation, Scope caller) {
    return at(operation, caller, propagation);
  }

  private Call at(String operation, Scope caller, Supplier<Duration> propagating) {
    return at(operation, caller, Lineage.NONE, propagating);
  }

  private Call at(String operation, Scope caller, Lineage lineage, Supplier<Duration> propagating) {
    return new Call(
        operation,
        caller,
        state,
        contents,
        clock.instant(),
        settle,
        concurrency,
        frontDoor::provisionedStatus,
        lineage,
        propagating,
        ids);
  }

  /**
   * Lets everything go: functions, policies, buckets, queues, events, deliveries and messages. What
   * still runs ends by itself, and nothing is told of it.
   *
   * @param caller in whose name it is written down
   * @return completes once nothing is left and that is durable
   */
  public CompletionStage<Void> reset(Scope caller) {
    return reset(caller, List.of());
  }

  /**
   * The same, with something that stands afterwards.
   *
   * @param standing folds to it; its packages are in the code store
   */
  public CompletionStage<Void> reset(Scope caller, List<Outcome> standing) {
    return CompletableFuture.supplyAsync(() -> letEverythingGo(caller, standing), background)
        .thenCompose(Function.identity());
  }

  private CompletionStage<Void> letEverythingGo(Scope caller, List<Outcome> standing) {
    List<Outcome> outcomes = new ArrayList<>();
    outcomes.add(new Outcome.EverythingGone());
    outcomes.addAll(standing);
    CompletionStage<Void> durable;
    synchronized (this) {
      contents.clear(state.buckets().names());
      durable = makeTrue(outcomes, "{}", at("Reset", caller));
      state.buckets().names().forEach(contents::create);
    }
    post.moves().clear();
    frontDoor.closeIdle();
    standing.forEach(this::provision);
    return durable;
  }

  /**
   * Lets messages go that are older than their queues keep them, and those of queues that are not
   * there any more. May take its time; whoever looks into a queue does the same for that one.
   */
  public void tidyMessages() {
    post.tidy();
  }

  private static SimulatorException unknown(String name) {
    return new SimulatorException(
        ErrorCode.NOT_SIMULATED,
        OperationTable.notSimulated().contains(name)
            ? name + " is not simulated"
            : "'" + name + "' is no operation that pushsim knows");
  }
}
