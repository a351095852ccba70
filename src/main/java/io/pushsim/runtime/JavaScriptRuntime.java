package io.pushsim.runtime;

import io.pushsim.error.SimulatorException;
import io.pushsim.time.Draws;
import io.pushsim.time.Scheduler;
import io.pushsim.time.VirtualTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.jspecify.annotations.Nullable;

/**
 * Starts execution environments for Node.js functions: one engine for all, each package's files
 * parsed once.
 *
 * <p>On {@link VirtualTime} this is a replay: {@link ExecutionEnvironment#invoke} and the tasks
 * that environments schedule return when the JavaScript has run as far as it can, and reports are
 * handed over on the thread that called. On any other scheduler turns run on {@link
 * RuntimeSettings#workers} threads and reports are handed over on these: do not block there.
 */
public final class JavaScriptRuntime implements AutoCloseable {
  private static final int PACKAGES_KEPT = 1000;

  private final Scheduler scheduler;
  private final Draws draws;
  private final RuntimeSettings settings;
  private final Workers workers;
  private final Guard guard;
  private final Prelude prelude = new Prelude();
  private final Map<String, TaskRoot> roots =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TaskRoot> eldest) {
          return size() > PACKAGES_KEPT;
        }
      };
  private @Nullable Engine engine;

  public JavaScriptRuntime(Scheduler scheduler, Draws draws, RuntimeSettings settings) {
    this.scheduler = scheduler;
    this.draws = draws;
    this.settings = settings;
    this.workers = new Workers(scheduler instanceof VirtualTime, settings.workers());
    this.guard = new Guard(workers, settings.heapShare());
  }

  /**
   * A fresh environment; its init phase runs with its first invocation, as on Lambda.
   *
   * @throws SimulatorException where the function's runtime is not a Node.js one
   */
  public ExecutionEnvironment start(FunctionVersion function) {
    FunctionProcesses processes =
        new FunctionProcesses(this::contexts, prelude, function, root(function.code()), draws);
    return new NodeEnvironment(processes, function, scheduler, workers, guard, settings);
  }

  /**
   * Does now, on the calling thread, what the first environment would wait for: starts the engine
   * and a process that answers once. To be called early, on a thread that has nothing else to do.
   */
  public void warmUp() {
    VirtualTime time = new VirtualTime(Instant.EPOCH);
    try (WarmUp warmUp = new WarmUp(this::contexts, prelude, time)) {
      warmUp.run();
    }
  }

  /** How many threads are stuck in an operation that cannot be interrupted. */
  public int abandonedThreads() {
    return workers.abandonedThreads();
  }

  private TaskRoot root(CodePackage code) {
    synchronized (roots) {
      return roots.computeIfAbsent(code.codeSha256(), sha -> new TaskRoot(code));
    }
  }

  private synchronized Engine engine() {
    if (engine == null) {
      engine =
          Engine.newBuilder("js")
              .allowExperimentalOptions(true)
              .option("engine.WarnInterpreterOnly", "false")
              .build();
    }
    return engine;
  }

  private Context.Builder contexts() {
    return Context.newBuilder("js")
        .engine(engine())
        .allowHostAccess(HostAccess.NONE)
        .allowPolyglotAccess(PolyglotAccess.NONE)
        .allowExperimentalOptions(true)
        .timeZone(ZoneOffset.UTC)
        .option("js.locale", "en-US")
        .option("js.v8-compat", "true")
        .option("js.string-length-limit", "536870888")
        .option("js.unhandled-rejections", "handler")
        .option("js.esm-eval-returns-exports", "true")
        .option("js.polyglot-builtin", "false")
        .option("js.java-package-globals", "false")
        .option("js.load", "false")
        .option("js.print", "false")
        .option("js.console", "false");
  }

  @Override
  public void close() {
    workers.close();
    guard.close();
    synchronized (this) {
      // Closing waits for every thread, and one that is stuck may take minutes; it ends with the
      // JVM.
      if (engine != null && workers.abandonedThreads() == 0) {
        engine.close(true);
      }
    }
  }
}
