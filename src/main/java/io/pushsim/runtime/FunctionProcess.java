package io.pushsim.runtime;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An environment's process, of which there is one at a time: started where there is none, its
 * handler loaded, then called. Entered by one thread at a time; {@link #current} and {@link #lose}
 * may be called from others.
 */
final class FunctionProcess {
  private final FunctionProcesses processes;
  private final String handler;
  private final RuntimeClock clock;
  private final RuntimeSettings settings;
  private final Runnable whenSomethingComes;
  private TemporaryFolder temporary;
  private volatile @Nullable NodeProcess process;
  private long loadingSince;

  FunctionProcess(
      FunctionProcesses processes,
      String handler,
      RuntimeClock clock,
      RuntimeSettings settings,
      Runnable whenSomethingComes) {
    this.processes = processes;
    this.handler = handler;
    this.clock = clock;
    this.settings = settings;
    this.whenSomethingComes = whenSomethingComes;
    this.temporary = processes.temporaryFolder();
  }

  /** The process there is now. */
  Optional<NodeProcess> current() {
    return Optional.ofNullable(process);
  }

  /** The process is no more: the next that enters starts another. */
  void lose() {
    process = null;
  }

  /** The process is no more, and neither is {@code /tmp}. To be called while nobody has entered. */
  void empty() {
    lose();
    temporary = processes.temporaryFolder();
  }

  /**
   * Begins an execution: calls the handler, loaded before if need be.
   *
   * @param whenStarted called where a process had to be started, before its code runs
   */
  void enter(Execution execution, String logStream, Runnable whenStarted) {
    NodeProcess ready = process;
    if (ready != null) {
      call(ready, execution);
      return;
    }
    loadingSince = System.nanoTime();
    ready = processes.start(execution, clock, temporary, logStream, whenSomethingComes);
    process = ready;
    whenStarted.run();
    ready.load(handler);
    load(ready, execution);
  }

  /** Goes on with an execution that waited. */
  void resume(Execution execution) {
    NodeProcess waiting = process;
    if (waiting == null) {
      throw new IllegalStateException("nothing to resume");
    }
    if (waiting.isLoaded()) {
      waiting.work(false);
    } else {
      load(waiting, execution);
    }
  }

  private void load(NodeProcess loading, Execution execution) {
    loading.work(true);
    if (!loading.isLoaded()) {
      return;
    }
    if (!execution.isStarted()) {
      execution.loaded(clock.instant(), initDuration());
    }
    if (!execution.hasResult()) {
      call(loading, execution);
    }
  }

  private Duration initDuration() {
    return clock.isVirtual()
        ? settings.initDuration()
        : Duration.ofNanos(System.nanoTime() - loadingSince);
  }

  private void call(NodeProcess ready, Execution execution) {
    ready.invoke(execution, processes.traceId(execution.invocation, clock.instant()));
    ready.work(false);
  }
}
