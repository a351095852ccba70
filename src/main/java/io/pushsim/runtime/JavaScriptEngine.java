package io.pushsim.runtime;

import io.pushsim.time.VirtualTime;
import java.lang.ref.SoftReference;
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
 * The one engine of a process, which every runtime in it shares: what is parsed for one is parsed
 * for all. Safe for use by several threads.
 */
public final class JavaScriptEngine implements AutoCloseable {
  private static final int PACKAGES_KEPT = 1000;

  private final Prelude prelude = new Prelude();
  private final Map<String, SoftReference<TaskRoot>> roots =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SoftReference<TaskRoot>> eldest) {
          return size() > PACKAGES_KEPT;
        }
      };
  private @Nullable Engine engine;
  private volatile boolean stuck;

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

  /** Whether JavaScript that runs often is compiled, and not interpreted only. */
  public boolean isCompiling() {
    return !engine().getImplementationName().startsWith("Interpreted");
  }

  Prelude prelude() {
    return prelude;
  }

  TaskRoot root(CodePackage code) {
    synchronized (roots) {
      SoftReference<TaskRoot> kept = roots.get(code.codeSha256());
      TaskRoot root = kept == null ? null : kept.get();
      if (root == null) {
        root = new TaskRoot(code);
        roots.put(code.codeSha256(), new SoftReference<>(root));
      }
      return root;
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

  Context.Builder contexts() {
    return Context.newBuilder("js")
        .engine(engine())
        .allowHostAccess(HostAccess.NONE)
        .allowPolyglotAccess(PolyglotAccess.NONE)
        .allowExperimentalOptions(true)
        .timeZone(ZoneOffset.UTC)
        .option("js.locale", "en-US")
        .option("js.v8-compat", "true")
        .option("js.async-context", "true")
        .option("js.text-encoding", "true")
        .option("js.string-length-limit", "536870888")
        .option("js.unhandled-rejections", "handler")
        .option("js.esm-eval-returns-exports", "true")
        .option("js.polyglot-builtin", "false")
        .option("js.java-package-globals", "false")
        .option("js.load", "false")
        .option("js.print", "false")
        .option("js.console", "false");
  }

  /**
   * Closing waits for every thread. One that is stuck may take minutes, so the engine then ends
   * with the JVM.
   */
  void keepOpen() {
    stuck = true;
  }

  @Override
  public synchronized void close() {
    if (engine != null && !stuck) {
      engine.close(true);
    }
  }
}
