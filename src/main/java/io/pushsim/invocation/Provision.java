package io.pushsim.invocation;

import io.pushsim.function.FunctionConfiguration;
import io.pushsim.function.ProvisionedConcurrency;
import io.pushsim.runtime.ExecutionEnvironment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** One version's provisioned environments. Guarded by whoever holds it. */
final class Provision {
  private final FunctionConfiguration configuration;
  private final Deque<ExecutionEnvironment> idle = new ArrayDeque<>();
  private List<ProvisionedConcurrency> requests = List.of();
  private int wanted;
  private int lent;
  private boolean starting;
  private boolean failed;
  private boolean seenTo;
  private long codeBytes;

  /**
   * @param configuration the version's, by which they are started
   */
  Provision(FunctionConfiguration configuration) {
    this.configuration = configuration;
  }

  FunctionConfiguration configuration() {
    return configuration;
  }

  // Every function that is made has another configuration, even one with equal values.
  @SuppressWarnings("ReferenceEquality")
  boolean isOf(FunctionConfiguration other) {
    return configuration == other;
  }

  /**
   * Has so many environments from now on. What failed is tried again where it was requested anew.
   */
  void want(List<ProvisionedConcurrency> requested, int number) {
    if (!requested.equals(requests)) {
      requests = requested;
      failed = false;
    }
    wanted = number;
    while (!idle.isEmpty() && idle.size() + lent > wanted) {
      idle.removeFirst().close();
    }
  }

  /** How many environments it takes the room of. */
  int wanted() {
    return failed ? 0 : wanted;
  }

  ProvisionedStatus status() {
    if (failed) {
      return ProvisionedStatus.FAILED;
    }
    return hasAll() ? ProvisionedStatus.READY : ProvisionedStatus.IN_PROGRESS;
  }

  private boolean hasAll() {
    return idle.size() + lent >= wanted;
  }

  /**
   * Whether it is the caller who starts what is missing, one as long as it {@link #begins}: not
   * where somebody does so, further down the caller's own stack perhaps.
   */
  boolean seesToIt() {
    boolean first = !seenTo;
    seenTo = true;
    return first;
  }

  /** Whether another is to be started now. */
  boolean begins() {
    if (starting || failed || hasAll()) {
      seenTo = false;
      return false;
    }
    starting = true;
    return true;
  }

  /** One that was to be started is there. */
  void started(ExecutionEnvironment environment) {
    starting = false;
    codeBytes = environment.codeBytes();
    keep(environment);
  }

  /** None is there, since the init phase failed; nor will there be others. */
  void failed() {
    starting = false;
    failed = true;
    closeIdle();
  }

  /** None is there and none will be, for want of room: invocations start theirs. */
  void doWithout() {
    starting = false;
    wanted = 0;
    closeIdle();
  }

  Optional<ExecutionEnvironment> take() {
    Optional<ExecutionEnvironment> taken = Optional.ofNullable(idle.pollLast());
    lent += taken.isPresent() ? 1 : 0;
    return taken;
  }

  /** One that was taken is free again. */
  void giveBack(ExecutionEnvironment environment) {
    lent--;
    keep(environment);
  }

  private void keep(ExecutionEnvironment environment) {
    if (!environment.isUsable() || failed || hasAll()) {
      environment.close();
    } else {
      idle.addLast(environment);
    }
  }

  /** Lets all go, and those that are in use as soon as they are given back. */
  void release() {
    wanted = 0;
    closeIdle();
  }

  private void closeIdle() {
    while (!idle.isEmpty()) {
      idle.removeFirst().close();
    }
  }

  /** How many bytes the package takes that its environments share. */
  long codeBytes() {
    return wanted == 0 ? 0 : codeBytes;
  }
}
