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

  /** How many stretches of JavaScript will have begun when all have that wait now. */
  default long beginsWithLast() {
    return 0;
  }

  /** How many stretches of JavaScript have begun. */
  default long begun() {
    return 0;
  }

  /** Has a task run, on any thread, whenever one begins. */
  default void whenOneBegins(Runnable task) {}
}
