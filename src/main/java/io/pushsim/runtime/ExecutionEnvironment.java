package io.pushsim.runtime;

import java.util.function.Consumer;

/**
 * An execution environment: one version's loaded code and its state, which handles one invocation
 * at a time.
 */
public interface ExecutionEnvironment extends AutoCloseable {

  /**
   * Starts an invocation; the report is handed over when it has ended. Between the two the
   * environment must not be given another.
   *
   * @throws IllegalStateException where an invocation is still under way, or the environment has
   *     ended
   */
  void invoke(Invocation invocation, Consumer<InvocationReport> whenDone);

  /** False once the environment cannot be used again: its process exited, or it had to be cut. */
  boolean isUsable();

  @Override
  void close();
}
