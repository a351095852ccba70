package io.pushsim.api.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that the bodies of all requests in flight may take together, and the large answers
 * that their clients have not read yet. Safe for use by several threads.
 */
public final class BodyBudget {
  private final long bytes;
  private final AtomicLong taken = new AtomicLong();

  public BodyBudget(long bytes) {
    this.bytes = bytes;
  }

  /** An empty share, to take from the budget with. */
  Share share() {
    return new Share();
  }

  long bytes() {
    return bytes;
  }

  /** How many bytes are taken at the moment. */
  public long taken() {
    return taken.get();
  }

  /** Whether nothing is left. */
  boolean isExhausted() {
    return taken.get() >= bytes;
  }

  /** What one body has of the budget. It is given back once, whoever is first to do so. */
  final class Share {
    private long held;
    private boolean given;

    /** Takes so many bytes more, or none if there are not so many left. */
    synchronized boolean tryTake(long more) {
      long before = taken.get();
      while (!given && before + more <= bytes) {
        if (taken.compareAndSet(before, before + more)) {
          held += more;
          return true;
        }
        before = taken.get();
      }
      return false;
    }

    /** Takes so many bytes more although there may not be so many left: they are in use already. */
    synchronized void take(long more) {
      if (!given) {
        taken.addAndGet(more);
        held += more;
      }
    }

    /** An empty share of the same budget. */
    Share another() {
      return share();
    }

    synchronized void giveBack() {
      if (!given) {
        given = true;
        taken.addAndGet(-held);
      }
    }
  }
}
