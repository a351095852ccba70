package io.pushsim.operation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.arn.Scope;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.invocation.FrontDoor;
import io.pushsim.journal.Entry;
import io.pushsim.journal.Journal;
import io.pushsim.journal.State;
import io.pushsim.operation.shape.Shape;
import io.pushsim.time.Ids;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Carries out AWS operations by name: reads and checks the request, prepares it, decides it once
 * against the state, appends what became true to the journal and folds it into the state. One at a
 * time decides; any thread may call.
 */
public final class Operations {
  private final State state;
  private final Journal journal;
  private final FrontDoor frontDoor;
  private final CodeReader code;
  private final InstantSource clock;
  private final Duration settle;
  private final Ids ids;

  /**
   * @param settle how long a created or updated function takes to settle; zero means until the next
   *     call
   */
  public Operations(
      State state,
      Journal journal,
      FrontDoor frontDoor,
      CodeReader code,
      InstantSource clock,
      Duration settle,
      Ids ids) {
    this.state = state;
    this.journal = journal;
    this.frontDoor = frontDoor;
    this.code = code;
    this.clock = clock;
    this.settle = settle;
    this.ids = ids;
  }

  /**
   * Carries out an operation.
   *
   * @param parameters by AWS's names, as {@code --cli-input-json} takes them
   * @return fails with a {@link SimulatorException} where AWS would answer with an error, and where
   *     pushsim refuses by name
   */
  public CompletionStage<Answer> call(String name, ObjectNode parameters, Scope caller) {
    try {
      Operation operation = OperationTable.find(name).orElseThrow(() -> unknown(name));
      operation.shape().checkForm(name + ".", parameters);
      if (operation instanceof InvokeOperation invoke) {
        Shape.of(invoke.request()).checkValues(parameters);
        return invoke.invoke(
            Json.read(parameters, InvokeOperation.Request.class), at(name, caller), frontDoor);
      }
      if (operation instanceof InvokeAsyncOperation invoke) {
        Shape.of(invoke.request()).checkValues(parameters);
        return invoke.invoke(
            Json.read(parameters, InvokeAsyncOperation.Request.class), at(name, caller), frontDoor);
      }
      return carryOut((StateOperation<?, ?>) operation, parameters, caller);
    } catch (SimulatorException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private <Q extends Record, P> CompletionStage<Answer> carryOut(
      StateOperation<Q, P> operation, ObjectNode parameters, Scope caller) {
    Q request = Json.read(parameters, operation.request());
    operation.early().check(request);
    operation.shape().checkValues(parameters);
    P prepared = operation.preparation().prepare(request, code, caller);
    StateOperation.Decided decided;
    CompletionStage<Void> durable;
    synchronized (this) {
      Call call = at(operation.name(), caller);
      decided = operation.rule().decide(request, prepared, call);
      if (decided.outcomes().isEmpty()) {
        durable = CompletableFuture.completedFuture(null);
      } else {
        durable =
            journal.append(
                new Entry.OperationDone(
                    call.now(),
                    caller,
                    operation.name(),
                    parameters.toString(),
                    decided.outcomes()));
        decided.outcomes().forEach(outcome -> outcome.applyTo(state));
      }
    }
    Answer answer =
        new Answer(
            operation.status(),
            decided.response().map(Json::tree).orElse(JsonNodeFactory.instance.objectNode()),
            Optional.empty());
    return durable.thenApply(done -> answer);
  }

  private Call at(String operation, Scope caller) {
    return new Call(operation, caller, state, clock.instant(), settle, ids);
  }

  private static SimulatorException unknown(String name) {
    return new SimulatorException(
        ErrorCode.NOT_SIMULATED,
        OperationTable.notSimulated().contains(name)
            ? name + " is not simulated"
            : "'" + name + "' is no operation that pushsim knows");
  }
}
