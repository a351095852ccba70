package io.pushsim.invocation;

import io.pushsim.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Lets only so many events be under way at once, the others wait in their order: a burst is worked
 * off by a few execution environments, and does not start one for each of its events. An event that
 * has been under way for a while, because its handler is slow, does not keep others from starting
 * any more, until there are as many as Lambda runs at once. Any thread may call.
 */
public final class Pace {
  /** After this time an event counts as a slow one. */
  private static final Duration SLOW = Duration.ofMillis(50);

  /** So many may wait for their turn here; of others there is not more than a number until then. */
  private static final int MOST_WAITING = 4 * WaitingRoom.MOST_AT_ONCE;

  private final Scheduler scheduler;
  private final int mostQuick;
  private final int most;
  private final List<Runnable> whenThereIsRoom = new CopyOnWriteArrayList<>();

  // Guarded by this.
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final Set<Ticket> quick = new LinkedHashSet<>();
  private int underWay;
  private int quickUnderWay;
  private boolean looking;

  /**
   * @param mostQuick how many may be under way that have just begun
   * @param most how many may be under way
   */
  public Pace(Scheduler scheduler, int mostQuick, int most) {
    this.scheduler = scheduler;
    this.mostQuick = mostQuick;
    this.most = most;
  }

  /** Lets everything begin at once. */
  public static Pace unlimited(Scheduler scheduler) {
    return new Pace(scheduler, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  /** An event that is under way. */
  public final class Ticket {
    private final Instant slowFrom;
    private boolean isOver;

    private Ticket(Instant slowFrom) {
      this.slowFrom = slowFrom;
    }

    /** Nothing more is done for the event. */
    public void end() {
      ended(this);
    }
  }

  /** Gets its ticket when its turn has come. */
  public interface Task {
    void begin(Ticket ticket);
  }

  /** Begins a task soon: through the scheduler, after those that came before. */
  public void enter(Task task) {
    synchronized (this) {
      waiting.add(() -> begin(task));
    }
    startSome();
  }

  /** How many more may wait for their turn. */
  synchronized int room() {
    return most == Integer.MAX_VALUE ? most : MOST_WAITING - waiting.size();
  }

  /** Whether so few wait that one more need not wait elsewhere. */
  public boolean isQuiet() {
    return room() > MOST_WAITING / 2;
  }

  /** Has a task run whenever so many have had their turn that others may come. */
  void whenThereIsRoom(Runnable task) {
    whenThereIsRoom.add(task);
  }

  private void begin(Task task) {
    Ticket ticket = new Ticket(scheduler.instant().plus(SLOW));
    synchronized (this) {
      quick.add(ticket);
    }
    task.begin(ticket);
  }

  /** Starts as many as may be; a start is counted before it happens. */
  private void startSome() {
    while (true) {
      Runnable next;
      boolean roomAgain;
      synchronized (this) {
        if (waiting.isEmpty() || underWay >= most || quickUnderWay >= mostQuick) {
          lookLater();
          return;
        }
        next = waiting.remove();
        underWay++;
        quickUnderWay++;
        roomAgain = waiting.size() == MOST_WAITING / 2;
      }
      scheduler.at(scheduler.instant(), next);
      if (roomAgain) {
        whenThereIsRoom.forEach(Runnable::run);
      }
    }
  }

  private void ended(Ticket ticket) {
    synchronized (this) {
      if (ticket.isOver) {
        return;
      }
      ticket.isOver = true;
      underWay--;
      if (quick.remove(ticket)) {
        quickUnderWay--;
      }
    }
    startSome();
  }

  /** Only who waits needs to know who is slow. */
  private synchronized void lookLater() {
    if (!looking && !waiting.isEmpty() && underWay < most) {
      looking = true;
      scheduler.at(scheduler.instant().plus(SLOW), this::look);
    }
  }

  private void look() {
    Instant now = scheduler.instant();
    synchronized (this) {
      looking = false;
      Iterator<Ticket> oldestFirst = quick.iterator();
      while (oldestFirst.hasNext() && !now.isBefore(oldestFirst.next().slowFrom)) {
        oldestFirst.remove();
        quickUnderWay--;
      }
    }
    startSome();
  }
}
