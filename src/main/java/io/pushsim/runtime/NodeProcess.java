package io.pushsim.runtime;

import com.oracle.truffle.api.ThreadLocalAction;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * A simulated Node.js process: one JavaScript context with its event loop. Entered by one thread at
 * a time; only {@link #end}, {@link #ending} and {@link #atSafepoints} may be called from others.
 */
final class NodeProcess {
  private final Context context;
  private final Safepoints.OfContext safepoints;
  private final EventLoop loop = new EventLoop();
  private final Exchanges exchanges;
  private final HostFunctions host;
  private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
  private final Value load;
  private final Value invoke;
  private final Value settle;
  private final Value reportRejections;
  private final Value runTimer;
  private final Value runImmediate;
  private final Value exchanged;
  private final Value loopIsEmpty;
  private final Value undefined;
  private boolean loaded;
  private Execution execution;

  /**
   * @param network what its HTTP requests reach
   * @param whenSomethingComes told, on any thread, that something of them has come
   */
  NodeProcess(
      Context.Builder contexts,
      Prelude prelude,
      TaskRoot root,
      RuntimeClock clock,
      TemporaryFolder temporary,
      HostFunctions.Drawing drawing,
      Network network,
      Runnable whenSomethingComes,
      String settings,
      Execution execution) {
    this.execution = execution;
    exchanges = new Exchanges(network, loop, whenSomethingComes);
    host = new HostFunctions(this, loop, prelude, root, clock, temporary, exchanges, drawing);
    ModuleBridge modules = new ModuleBridge(root);
    context = contexts.allowIO(modules.access()).build();
    safepoints = Safepoints.of(context);
    host.attach(context);
    host.free(
        "importNow",
        values -> ModuleBridge.importNow(context, values[0].asString(), values[1].asBoolean()));
    Value entries = context.eval(prelude.source("boot")).execute(host.functions(), settings);
    modules.attach(entries);
    load = entries.getMember("load");
    invoke = entries.getMember("invoke");
    settle = entries.getMember("settle");
    reportRejections = entries.getMember("reportRejections");
    runTimer = entries.getMember("runTimer");
    runImmediate = entries.getMember("runImmediate");
    exchanged = entries.getMember("exchanged");
    loopIsEmpty = entries.getMember("loopIsEmpty");
    undefined = context.eval("js", "undefined");
  }

  Execution execution() {
    return execution;
  }

  /** Loads the handler's module and finds the handler; {@link #isLoaded} tells once it is there. */
  void load(String handler) {
    load.executeVoid(handler);
  }

  boolean isLoaded() {
    return loaded;
  }

  void markLoaded() {
    loaded = true;
  }

  /** Calls the handler. */
  void invoke(Execution next, String traceId) {
    execution = next;
    host.begin(next);
    Invocation invocation = next.invocation;
    Object clientContext =
        invocation.clientContext().isPresent() ? invocation.clientContext().get() : undefined;
    invoke.executeVoid(
        invocation.requestId(),
        (double) next.deadline().toEpochMilli(),
        invocation.invokedFunctionArn(),
        traceId,
        invocation.payload(),
        clientContext);
  }

  /** Runs ticks, promise jobs, immediates and due timers until nothing can run now. */
  void work(boolean untilLoaded) {
    settle();
    while (!execution.hasResult() && !(untilLoaded && loaded)) {
      if (loop.hasImmediates()) {
        runImmediates();
      } else if (!runDueTimers() && !takeExchanged()) {
        if (!loop.isEmpty()) {
          return;
        }
        atEmptyLoop();
      }
    }
    if (execution.hasResult() && loop.hasImmediates()) {
      runImmediates();
    }
  }

  private void atEmptyLoop() {
    if (loaded) {
      loopIsEmpty.executeVoid();
      settle();
    }
    if (!execution.hasResult() && loop.isEmpty()) {
      exit(13);
    }
  }

  private void runImmediates() {
    Queue<Integer> immediates = loop.takeImmediates();
    for (int id : immediates) {
      loop.begin(id);
      runImmediate.executeVoid(id);
      settle();
    }
  }

  private boolean runDueTimers() {
    long now = host.now().toEpochMilli();
    boolean ran = false;
    for (Integer id = loop.takeDue(now); id != null; id = loop.takeDue(now)) {
      runTimer.executeVoid(id);
      settle();
      ran = true;
    }
    return ran;
  }

  private boolean takeExchanged() {
    Exchanges.Event event = exchanges.take();
    if (event == null) {
      return false;
    }
    exchanged.executeVoid(
        event.id(), event.kind().text, event.number(), event.first(), event.second());
    settle();
    return true;
  }

  // Promise jobs run by themselves as each of these calls returns.
  private void settle() {
    for (int state = settle.execute().asInt(); state != 0; state = settle.execute().asInt()) {
      if (state == 2) {
        reportRejections.executeVoid();
      }
    }
  }

  OptionalLong nextTimer() {
    return loop.nextDue();
  }

  /** Ends the process from within, on the thread that runs it; does not return. */
  void exit(int code) {
    end(Ending.exited(code));
    throw new IllegalStateException("the process has ended");
  }

  /**
   * Ends the process from any thread. Returns when no code of it runs any more; on the thread that
   * runs it, does not return.
   */
  void end(Ending reason) {
    ending.compareAndSet(null, reason);
    exchanges.abortAll();
    context.close(true);
  }

  /** Has the thread that runs the process act at its safepoints, until it is cancelled. */
  Future<?> atSafepoints(ThreadLocalAction action) {
    return safepoints.submit(action);
  }

  Optional<Ending> ending() {
    return Optional.ofNullable(ending.get());
  }

  /** Cuts a thread off that cannot be stopped: whatever it still calls is refused. */
  void disown() {
    exchanges.abortAll();
    host.disown();
  }

  /** Takes what left the JavaScript as an exception; false where that has nothing to do with it. */
  boolean failed(Throwable exception) {
    exchanges.abortAll();
    if (ending.get() != null) {
      return true;
    }
    boolean memory = exception instanceof OutOfMemoryError;
    if (exception instanceof PolyglotException guest) {
      if (guest.isCancelled()) {
        return true;
      }
      memory = guest.isResourceExhausted();
    }
    ending.compareAndSet(null, memory ? Ending.outOfMemory() : Ending.broken());
    if (!memory) {
      execution.log.remark(host.now(), "the process broke down: " + exception);
    }
    return true;
  }
}
