package io.pushsim.journal.disk;

import io.pushsim.journal.Chronicle;
import io.pushsim.journal.Entry;
import io.pushsim.journal.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known in memory of a journal on disk: the numbers of its entries, which of them are of
 * use, and what they tell. Safe for use by several threads.
 */
final class Ledger {
  /** So many bytes of entries about the state, or twice the last snapshot's, are enough. */
  private static final long SNAPSHOT_BYTES = 4L << 20;

  private final Chronicle chronicle;
  private final Pages pages = new Pages();
  private final NavigableSet<Long> stateNumbers = new TreeSet<>();
  private long last;
  private Instant latest = Instant.MIN;
  private long stateBytes;
  private long snapshotBytes;

  /**
   * Entries that are to be written in one transaction.
   *
   * @param promise whether they can be refused; all others tell of what has happened, and must be
   *     written
   */
  record Group(List<Entered> entries, boolean promise) {
    Group {
      entries = List.copyOf(entries);
    }
  }

  /**
   * An entry with its number.
   *
   * @param told whether what it tells is told already, before it is written
   */
  record Entered(long number, Entry entry, boolean told) {}

  /** An entry that was written. */
  record Written(Entered entered, int length) {
    long number() {
      return entered.number();
    }

    Entry entry() {
      return entered.entry();
    }
  }

  Ledger(Chronicle chronicle) {
    this.chronicle = chronicle;
  }

  /**
   * Gives entries their numbers. Where none of them is a promise they are told at once, but that a
   * message is gone: with that go the entries about it, which is safe only once they are written.
   *
   * @return without those that are to be passed over
   */
  synchronized Group enter(List<Entry> entries) {
    boolean promise = Entry.arePromise(entries);
    List<Entered> entered = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      last++;
      if (entry instanceof Entry.OfState state) {
        putInPlace(last, state);
      }
      boolean later = promise || entry instanceof Entry.MessageGone;
      if (!later && !(entry instanceof Entry.OfState) && !tell(last, entry)) {
        break;
      }
      entered.add(new Entered(last, entry, !later));
    }
    return new Group(entered, promise);
  }

  /** Whether an entry that was not written yet need not be. */
  synchronized boolean isGone(long number) {
    return pages.isGoneUnwritten(number);
  }

  /** An entry will not be written, since it was gone before. */
  synchronized void skipped(long number) {
    pages.forgetUnwritten(number);
  }

  /** A page of entries was written; promises are told now. */
  synchronized void written(long page, List<Written> entries) {
    pages.written(page, numbers(entries));
    for (Written written : entries) {
      if (written.entry() instanceof Entry.OfState state) {
        sized(state, written.length());
      } else if (written.entered().told()
          || !pages.isKept(written.number())
          || tellOrLetGo(written)) {
        chronicle.archived(written.entry());
      }
    }
  }

  /** A page was found on disk. */
  synchronized void found(long page, List<Written> entries) {
    pages.written(page, numbers(entries));
    for (Written written : entries) {
      last = written.number();
      latest = latest.isBefore(written.entry().time()) ? written.entry().time() : latest;
      if (written.entry() instanceof Entry.OfState state) {
        putInPlace(written.number(), state);
        sized(state, written.length());
      } else {
        letGoOr(written.number(), chronicle.found(written.number(), written.entry()));
      }
    }
  }

  /** The latest time of all entries that were found on disk, of use or not. */
  synchronized Instant latest() {
    return latest;
  }

  private static long[] numbers(List<Written> entries) {
    return entries.stream().mapToLong(Written::number).toArray();
  }

  private boolean tellOrLetGo(Written written) {
    return letGoOr(written.number(), chronicle.add(written.number(), written.entry()));
  }

  private boolean tell(long number, Entry entry) {
    Optional<List<Long>> gone = chronicle.add(number, entry);
    gone.ifPresent(this::letGo);
    return gone.isPresent();
  }

  /**
   * Lets go what goes in an entry's stead, or, where it was passed over, the entry itself.
   *
   * @return whether it was not passed over
   */
  private boolean letGoOr(long number, Optional<List<Long>> gone) {
    letGo(gone.orElse(List.of(number)));
    return gone.isPresent();
  }

  /** Entries are of no use any more. */
  synchronized void letGo(List<Long> numbers) {
    numbers.forEach(pages::letGo);
  }

  /** An entry about the state stands in the place of others before it. */
  private void putInPlace(long number, Entry.OfState entry) {
    if (entry.outcomes().contains(new Outcome.EverythingGone())) {
      pages.letAllGo(number - 1);
      stateNumbers.clear();
      chronicle.clear();
    } else if (entry instanceof Entry.Snapshot) {
      stateNumbers.forEach(pages::letGo);
      stateNumbers.clear();
    }
    letGo(chronicle.fold(number, entry));
    stateNumbers.add(number);
  }

  private void sized(Entry.OfState entry, int length) {
    if (entry instanceof Entry.Snapshot) {
      snapshotBytes = length;
      stateBytes = 0;
    } else {
      stateBytes += length;
    }
  }

  synchronized boolean wantsSnapshot() {
    return stateBytes > Math.max(SNAPSHOT_BYTES, 2 * snapshotBytes);
  }

  /** Whether an entry that is written is of use. */
  synchronized boolean isKept(long number) {
    return pages.isKept(number);
  }

  /** The pages of those of these entries that are written and of use. */
  synchronized Set<Long> pages(Collection<Long> numbers) {
    Set<Long> found = new TreeSet<>();
    numbers.forEach(number -> pages.of(number).ifPresent(found::add));
    return found;
  }

  /** What is to be done to make room; nothing where it is not worth it. */
  synchronized List<Pages.Sweeping> sweep() {
    return pages.wantsSweep() ? pages.sweep() : List.of();
  }

  /** The same, whether or not it is worth it. */
  synchronized List<Pages.Sweeping> sweepAll() {
    return pages.sweep();
  }

  synchronized void swept(List<Pages.Sweeping> done) {
    done.forEach(pages::swept);
  }
}
