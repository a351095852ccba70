package io.pushsim.runtime;

/** What execution environments are started in. */
@FunctionalInterface
public interface FunctionRuntime {
  /**
   * A fresh environment.
   *
   * @throws io.pushsim.error.SimulatorException where the function's runtime is not one of its own
   */
  ExecutionEnvironment start(FunctionVersion function);

  /**
   * Whether so much waits to run that one environment more would not run any sooner than those
   * there are.
   */
  default boolean isCrowded() {
    return false;
  }

  /**
   * Has a task run, on any thread and at any time, but at least whenever it has been crowded and is
   * not any more.
   */
  default void whenThereIsRoom(Runnable task) {}
}
