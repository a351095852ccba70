package io.pushsim.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Time that passes by itself, at the machine's pace or at a scale of it, and never goes back. Tasks
 * run one after the other on a loop, so they must not block; those that wait cost no thread, and
 * all of them one timer. A task waits for as much time to pass as there was until it was due when
 * it was scheduled: who sets the system's clock meanwhile moves it neither forward nor back. Any
 * thread may call.
 */
public final class LiveTime implements Scheduler {
  /** So many tasks run before the loop may see to other things. */
  private static final int AT_ONCE = 64;

  /** No timer is set for longer, whatever there is to wait for. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private final LiveClock clock;
  private final TaskLoop loop;

  // Guarded by this.
  private final TreeSet<Waiting> tasks = new TreeSet<>();
  private long sequence;
  private boolean looking;
  private Optional<Alarm> alarm = Optional.empty();

  LiveTime(LiveClock clock, TaskLoop loop) {
    this.clock = clock;
    this.loop = loop;
  }

  /** The machine's time. */
  public static LiveTime ofMachine(VertxLoop loop) {
    return simulated(loop, TimeScale.REAL, Instant.MIN);
  }

  /**
   * A simulated time, which begins with the machine's.
   *
   * @param floor where it begins if this is later: what is there already must not lie in the future
   */
  public static LiveTime simulated(VertxLoop loop, TimeScale scale, Instant floor) {
    return new LiveTime(
        new LiveClock(InstantSource.system(), System::nanoTime, scale, floor), loop);
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }

  public TimeScale scale() {
    return clock.scale();
  }

  @Override
  public Scheduled at(Instant due, Runnable task) {
    Waiting waiting;
    synchronized (this) {
      waiting = new Waiting(clock.read().counted(due), sequence++, task);
      tasks.add(waiting);
      if (looking || alarm.filter(set -> !set.due().isAfter(waiting.due)).isPresent()) {
        return waiting;
      }
      looking = true;
    }
    loop.run(this::look);
    return waiting;
  }

  /** Runs what is due; one task's failure, which the loop tells of, is no other's. */
  private void look() {
    try {
      for (int i = 0; i < AT_ONCE; i++) {
        Optional<Waiting> next = takeDue();
        if (next.isEmpty()) {
          return;
        }
        next.get().task.run();
      }
    } finally {
      lookAgain();
    }
  }

  private synchronized Optional<Waiting> takeDue() {
    if (tasks.isEmpty() || tasks.first().due.isAfter(clock.read().counted())) {
      return Optional.empty();
    }
    return Optional.ofNullable(tasks.pollFirst());
  }

  /** Sees to it that the next task has its time. */
  private synchronized void lookAgain() {
    looking = false;
    if (tasks.isEmpty()) {
      return;
    }
    Instant next = tasks.first().due;
    Duration wait = Duration.between(clock.read().counted(), next);
    if (wait.isNegative() || wait.isZero()) {
      looking = true;
      loop.run(this::look);
    } else if (alarm.filter(set -> set.due().equals(next)).isEmpty()) {
      alarm.ifPresent(set -> set.timer().cancel());
      alarm = Optional.of(new Alarm(next, loop.runAfter(milliseconds(wait), this::ring)));
    }
  }

  /** How long to wait, by the machine's time, before it is worth it to look again. */
  private long milliseconds(Duration wait) {
    boolean isLong = wait.compareTo(scale().simulated(LONGEST)) > 0;
    return isLong ? LONGEST.toMillis() : scale().machine(wait).toMillis() + 1;
  }

  private void ring() {
    synchronized (this) {
      alarm = Optional.empty();
      looking = true;
    }
    look();
  }

  /**
   * The timer that is set.
   *
   * @param due the time, counted without leaps, of the task for which it is set
   */
  private record Alarm(Instant due, Scheduled timer) {}

  /** A task that waits, in the order in which they run. */
  private final class Waiting implements Scheduled, Comparable<Waiting> {
    private final Instant due;
    private final long number;
    private final Runnable task;

    /**
     * @param due its time, counted without leaps
     */
    private Waiting(Instant due, long number, Runnable task) {
      this.due = due;
      this.number = number;
      this.task = task;
    }

    @Override
    public int compareTo(Waiting other) {
      int order = due.compareTo(other.due);
      return order == 0 ? Long.compare(number, other.number) : order;
    }

    @Override
    public void cancel() {
      synchronized (LiveTime.this) {
        tasks.remove(this);
      }
    }
  }
}
