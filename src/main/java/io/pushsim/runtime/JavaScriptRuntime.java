package io.pushsim.runtime;

import io.pushsim.error.SimulatorException;
import io.pushsim.time.Draws;
import io.pushsim.time.Scheduler;
import io.pushsim.time.VirtualTime;

/**
 * Starts execution environments for Node.js functions.
 *
 * <p>On {@link VirtualTime} this is a replay: {@link ExecutionEnvironment#invoke} and the tasks
 * that environments schedule return when the JavaScript has run as far as it can, and reports are
 * handed over on the thread that called. On any other scheduler turns run on {@link
 * RuntimeSettings#workers} threads and reports are handed over on these: do not block there.
 */
public final class JavaScriptRuntime implements FunctionRuntime, AutoCloseable {
  private final JavaScriptEngine engine;
  private final Scheduler scheduler;
  private final Draws draws;
  private final Network network;
  private final FunctionCredentials credentials;
  private final RuntimeSettings settings;
  private final Workers workers;
  private final Environments environments = new Environments();
  private final Guard guard;

  /** A runtime whose handlers reach no network. */
  public JavaScriptRuntime(
      JavaScriptEngine engine, Scheduler scheduler, Draws draws, RuntimeSettings settings) {
    this(engine, scheduler, draws, settings, Network.NONE);
  }

  /**
   * A runtime; the engine is the caller's to close, and serves others too.
   *
   * @param network what the HTTP requests of handlers reach
   */
  public JavaScriptRuntime(
      JavaScriptEngine engine,
      Scheduler scheduler,
      Draws draws,
      RuntimeSettings settings,
      Network network) {
    this.engine = engine;
    this.scheduler = scheduler;
    this.draws = draws;
    this.settings = settings;
    this.network = network;
    this.credentials = new FunctionCredentials(draws);
    this.workers = new Workers(scheduler instanceof VirtualTime, settings.workers());
    this.guard = new Guard(workers, environments, settings.heapShare());
  }

  /**
   * A fresh environment; its init phase runs with its first invocation, as on Lambda, unless it is
   * initialized before.
   *
   * @throws SimulatorException where the function's runtime is not a Node.js one
   */
  @Override
  public ExecutionEnvironment start(FunctionVersion function) {
    FunctionProcesses processes =
        new FunctionProcesses(
            engine::contexts,
            engine.prelude(),
            function,
            engine.root(function.code()),
            draws,
            network,
            credentials);
    NodeEnvironment environment =
        new NodeEnvironment(processes, function, scheduler, workers, guard, settings);
    environments.add(environment);
    return environment;
  }

  @Override
  public boolean isCrowded() {
    return workers.isCrowded();
  }

  @Override
  public long beginsWithLast() {
    return workers.beginsWithLast();
  }

  @Override
  public long begun() {
    return workers.begun();
  }

  @Override
  public void whenOneBegins(Runnable task) {
    workers.whenOneBegins(task);
  }

  /** The credentials that processes have. */
  public FunctionCredentials credentials() {
    return credentials;
  }

  /** How many threads are stuck in an operation that cannot be interrupted. */
  public int abandonedThreads() {
    return workers.abandonedThreads();
  }

  @Override
  public void close() {
    if (workers.abandonedThreads() > 0) {
      engine.keepOpen();
    }
    workers.close();
    guard.close();
  }
}
