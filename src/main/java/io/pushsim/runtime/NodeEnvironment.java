package io.pushsim.runtime;

import io.pushsim.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A function version's environment: a process, started with the first invocation and again after
 * one that ended it, and at most one invocation under way.
 */
final class NodeEnvironment implements ExecutionEnvironment {
  private final FunctionProcesses processes;
  private final FunctionVersion function;
  private final Scheduler scheduler;
  private final RuntimeClock clock;
  private final Workers workers;
  private final Guard guard;
  private final RuntimeSettings settings;

  private volatile @Nullable NodeProcess process;
  private volatile @Nullable Execution execution;
  private volatile @Nullable Ending crash;
  private @Nullable String logStream;
  private @Nullable Turn turn;
  private Scheduler.@Nullable Scheduled wake;
  private Scheduler.@Nullable Scheduled timeout;
  private @Nullable Instant timeoutAt;
  private volatile long nanosUsed;
  private volatile long bytesUsed;
  private volatile long readsUsed;
  private volatile long readsAtTurn;
  private long loadingSince;
  private boolean wokenMeanwhile;
  private boolean ended;
  private boolean closed;

  NodeEnvironment(
      FunctionProcesses processes,
      FunctionVersion function,
      Scheduler scheduler,
      Workers workers,
      Guard guard,
      RuntimeSettings settings) {
    this.processes = processes;
    this.function = function;
    this.scheduler = scheduler;
    this.clock = new RuntimeClock(scheduler);
    this.workers = workers;
    this.guard = guard;
    this.settings = settings;
  }

  @Override
  public void invoke(Invocation invocation, Consumer<InvocationReport> whenDone) {
    synchronized (this) {
      if (closed) {
        throw new IllegalStateException("the execution environment is closed");
      }
      if (execution != null) {
        throw new IllegalStateException("an invocation is still under way in this environment");
      }
      Instant now = clock.instant();
      boolean cold = logStream == null;
      if (logStream == null) {
        logStream = processes.logStream(invocation, now);
      }
      execution = new Execution(invocation, function, settings, cold, now, whenDone);
      nanosUsed = 0;
      bytesUsed = 0;
      readsUsed = 0;
    }
    if (workers.abandonedThreads() >= settings.abandonedThreads()) {
      refuse();
    } else {
      startTurn(current(), this::begin);
    }
  }

  // So many threads are stuck that one more could stop the simulator itself.
  private void refuse() {
    Execution refused = current();
    refused.open(clock.instant(), processes.node());
    refused.log.remark(
        clock.instant(),
        "refused: " + workers.abandonedThreads() + " threads run code that cannot be interrupted");
    refused.ended(Ending.outOfMemory(), clock.instant());
    finish(refused, Optional.of(Ending.outOfMemory()));
  }

  private Execution current() {
    Execution current = execution;
    if (current == null) {
      throw new IllegalStateException("no invocation is under way");
    }
    return current;
  }

  private void startTurn(Execution current, Consumer<Execution> step) {
    Turn next = new Turn(this, () -> run(current, step), abandoned -> settle(current, abandoned));
    synchronized (this) {
      turn = next;
      readsAtTurn = clock.reads();
    }
    guard.wake();
    workers.run(next);
  }

  private void run(Execution current, Consumer<Execution> step) {
    try {
      step.accept(current);
    } catch (Throwable e) {
      if (isAbandoned()) {
        return;
      }
      NodeProcess used = process;
      if (used == null || !used.failed(e)) {
        crash = Ending.broken();
        current.log.remark(clock.instant(), "the process could not start: " + e);
      } else {
        remarkOnOthers(current, used);
      }
    }
  }

  // Of a thread that was given up: the process there is now is another turn's, and not to suffer.
  private synchronized boolean isAbandoned() {
    return turn == null || !Thread.currentThread().equals(turn.thread());
  }

  // What ran half cannot be run again unseen, so the process is lost; but not without a word.
  private void remarkOnOthers(Execution current, NodeProcess used) {
    Turn running = turn;
    boolean exhausted =
        used.ending().filter(e -> e.kind() == Ending.Kind.OUT_OF_MEMORY).isPresent();
    if (exhausted && running != null && !running.isCut() && !guard.blames(running)) {
      current.remarkOnMemory(clock.instant());
    }
  }

  // --- what a turn does, on a worker ---

  private void begin(Execution current) {
    current.open(clock.instant(), processes.node());
    enter(current);
  }

  private void enter(Execution current) {
    NodeProcess ready = process;
    if (ready == null) {
      loadingSince = System.nanoTime();
      ready = processes.start(current, clock, String.valueOf(logStream));
      process = ready;
      restartClock();
      ready.load(function.handler());
      load(ready, current);
    } else {
      call(ready, current);
    }
  }

  private synchronized void restartClock() {
    if (turn != null) {
      workers.restartClock(turn);
    }
  }

  private void load(NodeProcess loading, Execution current) {
    loading.work(true);
    if (loading.isLoaded()) {
      if (!current.isStarted()) {
        current.initTook(initDuration());
        current.start(clock.instant());
      }
      call(loading, current);
    }
  }

  private Duration initDuration() {
    return clock.isVirtual()
        ? settings.initDuration()
        : Duration.ofNanos(System.nanoTime() - loadingSince);
  }

  private void call(NodeProcess ready, Execution current) {
    Instant now = clock.instant();
    ready.invoke(current, processes.traceId(current.invocation, now));
    ready.work(false);
  }

  private void resume(Execution current) {
    NodeProcess waiting = process;
    if (waiting == null) {
      throw new IllegalStateException("nothing to resume");
    }
    if (waiting.isLoaded()) {
      waiting.work(false);
    } else {
      load(waiting, current);
    }
  }

  // --- what comes after a turn, or instead of one ---

  // After each turn: on the caller's thread in a replay, on the worker's live, on the guard's for
  // an
  // abandoned turn.
  private void settle(Execution current, boolean abandoned) {
    NodeProcess used = process;
    boolean again;

    synchronized (this) {
      nanosUsed += turn == null ? 0 : workers.processorNanos(turn);
      bytesUsed += turn == null ? 0 : workers.allocated(turn);
      readsUsed += clock.reads() - readsAtTurn;
      turn = null;
      again = wokenMeanwhile;
      wokenMeanwhile = false;
    }
    if (abandoned && used != null) {
      used.disown();
    }
    Optional<Ending> ending = endingOf(used, abandoned);
    if (ending.isPresent()) {
      processEnded(current, ending.get());
    } else if (current.hasResult()) {
      finish(current, Optional.empty());
    } else if (again) {
      startTurn(current, this::resume);
    } else {
      await(current);
    }
  }

  private Optional<Ending> endingOf(@Nullable NodeProcess used, boolean abandoned) {
    Ending crashed = crash;
    if (crashed != null) {
      crash = null;
      return Optional.of(crashed);
    }
    Optional<Ending> ending = used == null ? Optional.empty() : used.ending();
    return abandoned && ending.isEmpty() ? Optional.of(Ending.broken()) : ending;
  }

  private void await(Execution current) {
    NodeProcess waiting = process;
    OptionalLong next = waiting == null ? OptionalLong.empty() : waiting.nextTimer();
    synchronized (this) {
      Instant deadline = current.deadline();
      if (timeout == null || !deadline.equals(timeoutAt)) {
        cancel(timeout);
        timeoutAt = deadline;
        timeout = scheduler.at(deadline, () -> timedOut(current));
      }
      cancel(wake);
      wake = null;
      if (next.isPresent()) {
        wake = scheduler.at(Instant.ofEpochMilli(next.getAsLong()), () -> woken(current));
      }
    }
  }

  private static void cancel(Scheduler.@Nullable Scheduled task) {
    if (task != null) {
      task.cancel();
    }
  }

  private void woken(Execution current) {
    synchronized (this) {
      if (execution != current) {
        return;
      }
      if (turn != null) {
        wokenMeanwhile = true;
        return;
      }
    }
    startTurn(current, this::resume);
  }

  private void timedOut(Execution current) {
    Turn running;
    NodeProcess waiting = process;
    synchronized (this) {
      if (execution != current || waiting == null) {
        return;
      }
      running = turn;
    }
    Ending ending = Ending.timedOut(false);
    if (running != null) {
      guard.cut(running, ending);
    } else {
      waiting.end(ending);
      processEnded(current, ending);
    }
  }

  /**
   * To be called when a process was ended from outside: its turn may have ended just before. In a
   * replay only the caller's thread hands reports over: it finds the process ended as its turn
   * settles, as it wakes, or at the timeout.
   */
  void cutOff(NodeProcess ended, Ending ending) {
    if (clock.isVirtual()) {
      return;
    }
    Execution current = execution;
    synchronized (this) {
      if (turn != null || process != ended || current == null) {
        return;
      }
    }
    processEnded(current, ending);
  }

  private void processEnded(Execution current, Ending ending) {
    synchronized (this) {
      if (execution != current || ended) {
        return;
      }
      ended = true;
      process = null;
    }
    if (ending.kind() == Ending.Kind.TIMED_OUT) {
      clock.passTo(current.deadline());
      if (!current.isStarted() && !ending.byHarness()) {
        retryInit(current);
        return;
      }
    }
    if (!current.isStarted()) {
      current.start(clock.instant());
    }
    current.ended(ending, clock.instant());
    finish(current, Optional.of(ending));
  }

  // Lambda runs an init phase that took too long again, within the invocation's own time.
  private void retryInit(Execution current) {
    current.initTimedOut(clock.instant());
    current.start(clock.instant());
    synchronized (this) {
      ended = false;
    }
    startTurn(current, this::enter);
  }

  private void finish(Execution current, Optional<Ending> ending) {
    synchronized (this) {
      cancel(wake);
      cancel(timeout);
      wake = null;
      timeout = null;
      timeoutAt = null;
      execution = null;
      ended = false;
    }
    boolean timedOut = ending.filter(e -> e.kind() == Ending.Kind.TIMED_OUT).isPresent();
    boolean killed = ending.filter(e -> e.kind() == Ending.Kind.OUT_OF_MEMORY).isPresent();
    int memory = killed ? function.memorySize() : processes.memoryUsed();
    boolean byHarness = ending.filter(Ending::byHarness).isPresent();
    current.finish(clock.instant(), timedOut, byHarness, memory, String.valueOf(logStream));
  }

  /** Whether the turn that runs has had its time. */
  boolean hasOverrun(long nanosRunning, long processorNanos) {
    Execution current = execution;
    if (current == null || process == null) {
      return false;
    }
    if (!clock.isVirtual()) {
      return !clock.instant().isBefore(current.deadline());
    }
    long used = nanosUsed + processorNanos;
    long passed = (readsUsed + clock.reads() - readsAtTurn) * 1000;
    return used - passed > settings.processorTime().toNanos()
        || nanosRunning > settings.turnTime().toNanos();
  }

  /** How many bytes the invocation has allocated in the turns before this one. */
  long bytesUsed() {
    return bytesUsed;
  }

  boolean isReplayed() {
    return clock.isVirtual();
  }

  Optional<NodeProcess> currentProcess() {
    return Optional.ofNullable(process);
  }

  @Override
  public long codeBytes() {
    return function.code().unpackedSize();
  }

  @Override
  public boolean isUsable() {
    return !closed;
  }

  @Override
  public void close() {
    NodeProcess last;
    synchronized (this) {
      closed = true;
      last = process;
      process = null;
      cancel(wake);
      cancel(timeout);
    }
    if (last != null) {
      last.end(Ending.closed());
    }
  }
}
