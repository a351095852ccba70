package io.pushsim.runtime;

import io.pushsim.time.Scheduler;
import java.time.Instant;
import java.util.List;
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
  private final RuntimeClock clock;
  private final Alarms alarms;
  private final Usage usage;
  private final FunctionProcess process;
  private final Workers workers;
  private final Guard guard;
  private final RuntimeSettings settings;

  private volatile @Nullable Execution execution;
  private volatile @Nullable Ending crash;
  private @Nullable String logStream;
  private List<LogLine> initLog = List.of();
  private final TurnState turns = new TurnState();
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
    this.clock = new RuntimeClock(scheduler);
    this.alarms = new Alarms(scheduler);
    this.usage = new Usage(clock);
    this.process =
        new FunctionProcess(processes, function.handler(), clock, settings, this::somethingCame);
    this.workers = workers;
    this.guard = guard;
    this.settings = settings;
  }

  @Override
  public void initialize(String id, Consumer<InvocationReport> whenDone) {
    Invocation none = new Invocation(id, 1, "", "{}", Optional.empty());
    take(
        none,
        report -> {
          initLog = report.logs();
          whenDone.accept(report);
        },
        true);
  }

  @Override
  public void invoke(Invocation invocation, Consumer<InvocationReport> whenDone) {
    take(invocation, whenDone, false);
  }

  private void take(
      Invocation invocation, Consumer<InvocationReport> whenDone, boolean toInitialize) {
    synchronized (this) {
      if (closed) {
        throw new IllegalStateException("the execution environment is closed");
      }
      if (execution != null) {
        throw new IllegalStateException("an invocation is still under way in this environment");
      }
      Instant now = clock.instant();
      Execution.Phase begins = logStream == null ? Execution.Phase.INIT : Execution.Phase.INVOKE;
      if (logStream == null) {
        logStream = processes.logStream(invocation, now);
      }
      execution =
          new Execution(
              invocation,
              function,
              settings,
              toInitialize ? Execution.Phase.INIT_ALONE : begins,
              now,
              whenDone);
      execution.log.goOnFrom(initLog);
      initLog = List.of();
      usage.clear();
      turns.decides();
    }
    if (workers.areStuck(function, settings)) {
      refuse();
    } else {
      startTurn(current(), this::begin);
    }
  }

  private void refuse() {
    Execution refused = current();
    refused.open(clock.instant(), processes.node());
    refused.log.remark(
        clock.instant(),
        "refused: %d threads of this function, and %d in all, still run operations that cannot be interrupted, such as one of a huge BigInt: once they have ended it may run again"
            .formatted(workers.abandonedThreads(function), workers.abandonedThreads()));
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
      turns.begins(next);
      usage.turnBegins();
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
      @Nullable NodeProcess used = process.current().orElse(null);
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
    Turn running = turns.running();
    return running == null || !Thread.currentThread().equals(running.thread());
  }

  // What ran half cannot be run again unseen, so the process is lost; but not without a word.
  private void remarkOnOthers(Execution current, NodeProcess used) {
    Turn running;
    synchronized (this) {
      running = turns.running();
    }
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
    process.enter(current, String.valueOf(logStream), this::restartClock);
  }

  private synchronized void restartClock() {
    Turn running = turns.running();
    if (running != null) {
      workers.restartClock(running);
    }
  }

  // --- what comes after a turn, or instead of one ---

  // After each turn: on the caller's thread in a replay, on the worker's live, on the guard's for
  // an
  // abandoned turn.
  private void settle(Execution current, boolean abandoned) {
    @Nullable NodeProcess used = process.current().orElse(null);
    boolean again;

    synchronized (this) {
      Turn turn = turns.running();
      usage.turnEnds(
          turn == null ? 0 : workers.processorNanos(turn),
          turn == null ? 0 : workers.allocated(turn));
      turns.ends();
      again = turns.takeWoken();
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
      startTurn(current, process::resume);
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
    @Nullable NodeProcess waiting = process.current().orElse(null);
    OptionalLong next = waiting == null ? OptionalLong.empty() : waiting.nextTimer();
    boolean again;
    synchronized (this) {
      turns.rests();
      again = turns.takeWoken();
      alarms.timeOut(current.deadline(), () -> timedOut(current));
      alarms.wake(next, () -> woken(current));
    }
    if (again) {
      woken(current);
    }
  }

  // On any thread. A process that is frozen finds it when the next invocation thaws it.
  private void somethingCame() {
    Execution current = execution;
    if (current != null) {
      woken(current);
    }
  }

  private void woken(Execution current) {
    synchronized (this) {
      if (execution != current || !turns.wakes()) {
        return;
      }
    }
    startTurn(current, process::resume);
  }

  private void timedOut(Execution current) {
    Turn running;
    @Nullable NodeProcess waiting = process.current().orElse(null);
    synchronized (this) {
      if (execution != current || waiting == null) {
        return;
      }
      running = turns.running();
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
      if (turns.running() != null || process.current().orElse(null) != ended || current == null) {
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
      process.lose();
    }
    if (ending.kind() == Ending.Kind.TIMED_OUT) {
      clock.passTo(current.deadline());
      if (current.mayInitAgain() && !ending.byHarness()) {
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
      alarms.clear();
      execution = null;
      ended = false;
      turns.clear();
    }
    current.finish(clock.instant(), ending, processes.memoryUsed(), String.valueOf(logStream));
  }

  /** Whether the turn that runs has had its time. */
  boolean hasOverrun(long nanosRunning, long processorNanos) {
    Execution current = execution;
    if (current == null || process.current().isEmpty()) {
      return false;
    }
    if (!clock.isVirtual()) {
      return !clock.instant().isBefore(current.deadline());
    }
    return usage.processorTime(processorNanos).compareTo(settings.processorTime()) > 0
        || nanosRunning > settings.turnTime().toNanos();
  }

  /**
   * Has it begin anew with its next invocation, if it rests and one invocation allocated so many
   * bytes: what it holds is needed elsewhere.
   *
   * @return whether it did
   */
  boolean empty(long much) {
    NodeProcess last;
    synchronized (this) {
      if (execution != null || closed || usage.most() < much) {
        return false;
      }
      last = process.current().orElse(null);
      process.empty();
      usage.forget();
      logStream = null;
      initLog = List.of();
    }
    if (last != null) {
      last.end(Ending.closed());
    }
    return true;
  }

  /** How many bytes the invocation has allocated in the turns before this one. */
  long bytesUsed() {
    return usage.bytes();
  }

  FunctionVersion function() {
    return function;
  }

  boolean isReplayed() {
    return clock.isVirtual();
  }

  Optional<NodeProcess> currentProcess() {
    return process.current();
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
      last = process.current().orElse(null);
      process.lose();
      alarms.clear();
    }
    if (last != null) {
      last.end(Ending.closed());
    }
  }
}
