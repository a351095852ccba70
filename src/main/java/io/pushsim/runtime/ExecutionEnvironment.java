package io.pushsim.runtime;

import java.util.function.Consumer;

/**
 * An execution environment: one version's loaded code and its state, which handles one invocation
 * at a time.
 */
public interface ExecutionEnvironment extends AutoCloseable {

  /**
   * Runs the init phase ahead of any invocation, which then finds the handler loaded; what it logs
   * comes first in the first invocation's log. To be called before the first invocation, or not at
   * all.
   *
   * @param id what stands for the request in draws; each environment has another
   * @param whenDone told once how it went; where it is an error, the handler is not loaded, and the
   *     environment is good for nothing
   */
  void initialize(String id, Consumer<InvocationReport> whenDone);

  /**
   * Starts an invocation; the report is handed over once, when it has ended. Between the two the
   * environment must not be given another. The first invocation is the cold start, unless the
   * environment is initialized: the init phase runs within it.
   *
   * @throws IllegalStateException where an invocation is still under way, or the environment has
   *     ended
   */
  void invoke(Invocation invocation, Consumer<InvocationReport> whenDone);

  /**
   * False once the environment is closed. A process that exited, timed out or was cut is started
   * again by the next invocation, with its module state lost, as on Lambda.
   */
  boolean isUsable();

  /** How many bytes of memory its unpacked package takes, which it shares with its like. */
  long codeBytes();

  @Override
  void close();
}
