package io.pushsim.runtime;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The threads that JavaScript runs on. In a replay the caller of {@link #run} waits until the turn
 * has ended and settles it, so that everything happens in one order; live, turns queue up for as
 * many threads as there are workers, and some more while turns that last keep these: the system
 * then shares the cores out, so that code that never ends does not stop all other code. A thread
 * that is stuck can be abandoned and is replaced.
 */
final class Workers implements AutoCloseable {
  private static final long STACK_SIZE = 16L << 20;
  private static final long PAUSE = 1_000_000;

  /** So many threads there may be beside the workers. */
  private static final int MOST_BESIDE = 32;

  /** How many nanoseconds a turn takes that lasts. */
  private static final long LASTING = 10_000_000;

  private final boolean inline;
  private final BlockingQueue<Turn> queue = new LinkedBlockingQueue<>();
  private final Set<Turn> running = ConcurrentHashMap.newKeySet();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final Map<Thread, FunctionVersion> abandoned = new ConcurrentHashMap<>();
  private final AtomicInteger names = new AtomicInteger();
  private final ThreadMXBean threadBean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final int size;
  private final List<Runnable> whenOneBegins = new CopyOnWriteArrayList<>();
  private final AtomicLong begun = new AtomicLong();
  private volatile boolean closed;

  Workers(boolean inline, int size) {
    this.inline = inline;
    this.size = inline ? 1 : size;
  }

  void run(Turn turn) {
    startThreads();
    queue.add(turn);
    if (inline) {
      awaitEnd(turn);
      turn.settle();
    }
  }

  private void awaitEnd(Turn turn) {
    boolean interrupted = false;
    while (true) {
      try {
        turn.awaitEnd();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void startThreads() {
    while (threads.size() < size && !closed) {
      synchronized (threads) {
        if (threads.size() < size) {
          startThread();
        }
      }
    }
  }

  private void startThread() {
    String name = "pushsim-javascript-" + names.incrementAndGet();
    Thread thread = new Thread(null, this::work, name, STACK_SIZE);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  private void work() {
    Thread self = Thread.currentThread();
    try {
      while (!closed && threads.contains(self) && !leaves(self)) {
        Turn turn = queue.take();
        begun.incrementAndGet();
        enlist(turn);
        tellThatOneBegins();
        boolean mine;
        try {
          mine = turn.run(threadBean);
        } finally {
          running.remove(turn);
        }
        if (mine && !inline) {
          turn.settle();
        }
      }
    } catch (InterruptedException e) {
      self.interrupt();
    } finally {
      threads.remove(self);
      abandoned.remove(self);
    }
  }

  /**
   * To be called now and then: has one thread more begin where turns wait, and those that run keep
   * all threads.
   */
  void reinforce() {
    if (inline || closed || queue.isEmpty() || threads.size() >= size + MOST_BESIDE) {
      return;
    }
    synchronized (threads) {
      if (threads.size() <= lasting()) {
        startThread();
      }
    }
  }

  // Who came while others were kept goes when these are free again.
  private boolean leaves(Thread self) {
    if (threads.size() <= size) {
      return false;
    }
    synchronized (threads) {
      return threads.size() - lasting() > size && threads.remove(self);
    }
  }

  private long lasting() {
    long now = System.nanoTime();
    return running.stream().filter(turn -> turn.nanosRunning(now) > LASTING).count();
  }

  // Whoever is told may need memory, or fail: the turn that was taken is to run all the same.
  private void tellThatOneBegins() {
    try {
      whenOneBegins.forEach(Runnable::run);
    } catch (OutOfMemoryError e) {
      // They are told again when the next one begins.
    } catch (RuntimeException e) {
      Thread self = Thread.currentThread();
      self.getUncaughtExceptionHandler().uncaughtException(self, e);
    }
  }

  // A turn that was taken from the queue and then lost would never be answered.
  private void enlist(Turn turn) {
    boolean enlisted = false;
    while (!enlisted) {
      try {
        enlisted = running.add(turn);
      } catch (OutOfMemoryError e) {
        LockSupport.parkNanos(this, PAUSE);
      }
    }
  }

  /**
   * Whether there is more than one turn for each worker, beside the one that it runs: threads that
   * are there beside the workers take some of the time that these have.
   */
  boolean isCrowded() {
    return !inline && queue.size() + running.size() > 2 * size;
  }

  /** How many turns will have begun when all have that wait now. */
  long beginsWithLast() {
    return begun.get() + queue.size();
  }

  long begun() {
    return begun.get();
  }

  void whenOneBegins(Runnable task) {
    whenOneBegins.add(task);
  }

  Set<Turn> running() {
    return running;
  }

  int abandonedThreads() {
    return abandoned.size();
  }

  /** How many of these run code of the function, whatever its version. */
  int abandonedThreads(FunctionVersion function) {
    return (int) abandoned.values().stream().filter(function::isOfSameFunction).count();
  }

  /**
   * Whether so many threads are stuck that one more could stop the simulator itself, or so many of
   * this function that it could bring that about for others.
   */
  boolean areStuck(FunctionVersion function, RuntimeSettings settings) {
    return abandonedThreads() >= settings.abandonedThreads()
        || abandonedThreads(function) >= settings.abandonedThreadsOfOne();
  }

  /** How many bytes the turn's thread has allocated since the turn began. */
  long allocated(Turn turn) {
    Thread thread = turn.thread();
    return thread == null ? 0 : turn.allocated(threadBean.getThreadAllocatedBytes(thread.getId()));
  }

  /** How much processor time the turn's thread has spent since the turn began. */
  long processorNanos(Turn turn) {
    Thread thread = turn.thread();
    return thread == null ? 0 : turn.processorNanos(threadBean.getThreadCpuTime(thread.getId()));
  }

  /** Begins the count of the turn's time anew, on its own thread. */
  void restartClock(Turn turn) {
    turn.restartClock(threadBean);
  }

  /** Gives the turn's thread up; false where the turn has just ended by itself. */
  boolean abandon(Turn turn) {
    Thread thread = turn.thread();
    if (thread != null) {
      abandoned.put(thread, turn.environment.function());
    }
    if (!turn.abandon()) {
      if (thread != null) {
        abandoned.remove(thread);
      }
      return false;
    }
    if (thread != null) {
      threads.remove(thread);
    }
    running.remove(turn);
    startThreads();
    if (!inline) {
      turn.settle();
    }
    return true;
  }

  @Override
  public void close() {
    closed = true;
    threads.forEach(Thread::interrupt);
  }
}
