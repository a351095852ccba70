package io.pushsim.journal.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which entries lie on which page, and which of them are of no use any more. Not safe for use by
 * several threads at once.
 */
final class Pages {
  /** So many useless entries are never worth a sweep. */
  private static final int WORTHLESS = 4096;

  // By the number of its first entry: pages and their entries are in one order.
  private final NavigableMap<Long, Page> pages = new TreeMap<>();
  private final Set<Long> goneUnwritten = new HashSet<>();
  private long goneUpTo;
  private long stored;
  private long useless;

  private static final class Page {
    private final long id;
    private final long[] numbers;
    private final BitSet gone = new BitSet();

    Page(long id, long[] numbers) {
      this.id = id;
      this.numbers = numbers;
    }
  }

  /**
   * What is to become of one page.
   *
   * @param id the page's
   * @param first the number of its first entry
   * @param kept the numbers of the entries that stay; none where the page goes
   */
  record Sweeping(long id, long first, List<Long> kept) {
    Sweeping {
      kept = List.copyOf(kept);
    }
  }

  /**
   * A page was written.
   *
   * @param numbers of its entries, ascending, all larger than those of the pages before
   */
  void written(long id, long[] numbers) {
    Page page = new Page(id, numbers);
    pages.put(numbers[0], page);
    stored += numbers.length;
    for (long number : numbers) {
      if (isGoneUnwritten(number)) {
        goneUnwritten.remove(number);
        letGo(number);
      }
    }
  }

  /** An entry is of no use any more, whether or not it is written yet. */
  void letGo(long number) {
    Map.Entry<Long, Page> found = pages.floorEntry(number);
    int place = found == null ? -1 : Arrays.binarySearch(found.getValue().numbers, number);
    if (place < 0) {
      goneUnwritten.add(number);
    } else if (!found.getValue().gone.get(place)) {
      found.getValue().gone.set(place);
      useless++;
    }
  }

  /** No entry up to this number is of use any more, whether or not it is written yet. */
  void letAllGo(long last) {
    goneUpTo = last;
    goneUnwritten.clear();
    for (Page page : pages.headMap(last, true).values()) {
      int place = Arrays.binarySearch(page.numbers, last);
      int end = place < 0 ? -place - 1 : place + 1;
      useless += end - page.gone.get(0, end).cardinality();
      page.gone.set(0, end);
    }
  }

  /** Whether an entry that is not written yet is of no use any more. */
  boolean isGoneUnwritten(long number) {
    return number <= goneUpTo || goneUnwritten.contains(number);
  }

  /** Whether an entry that is written is of use. */
  boolean isKept(long number) {
    return of(number).isPresent();
  }

  /** The page of an entry that is written and of use. */
  OptionalLong of(long number) {
    Map.Entry<Long, Page> found = pages.floorEntry(number);
    int place = found == null ? -1 : Arrays.binarySearch(found.getValue().numbers, number);
    return place >= 0 && !found.getValue().gone.get(place)
        ? OptionalLong.of(found.getValue().id)
        : OptionalLong.empty();
  }

  /** An entry was never written, and will not be. */
  void forgetUnwritten(long number) {
    goneUnwritten.remove(number);
  }

  /** Whether more than half of what is stored is useless. */
  boolean wantsSweep() {
    return useless > WORTHLESS && useless * 2 > stored;
  }

  /**
   * A sweep of all pages with entries that are of no use now, in their order. It is safe to be cut
   * short, as long as what was done is a beginning: of an event's entries the first go first, and
   * those that are left tell of an event that is not there, which is passed over.
   */
  List<Sweeping> sweep() {
    List<Sweeping> sweep = new ArrayList<>();
    for (Page page : pages.values()) {
      if (!page.gone.isEmpty()) {
        List<Long> kept = new ArrayList<>();
        for (int i = page.gone.nextClearBit(0);
            i < page.numbers.length;
            i = page.gone.nextClearBit(i + 1)) {
          kept.add(page.numbers[i]);
        }
        sweep.add(new Sweeping(page.id, page.numbers[0], kept));
      }
    }
    return sweep;
  }

  /** A page was swept. Entries that became useless meanwhile are left to the next sweep. */
  void swept(Sweeping done) {
    Page former = pages.remove(done.first());
    if (former == null) {
      throw new IllegalStateException("there is no page of the entry " + done.first());
    }
    stored -= former.numbers.length;
    useless -= former.gone.cardinality();
    if (!done.kept().isEmpty()) {
      long[] numbers = done.kept().stream().mapToLong(Long::longValue).toArray();
      Page swept = new Page(done.id(), numbers);
      pages.put(numbers[0], swept);
      stored += numbers.length;
      for (int i = 0; i < numbers.length; i++) {
        if (former.gone.get(Arrays.binarySearch(former.numbers, numbers[i]))) {
          swept.gone.set(i);
          useless++;
        }
      }
    }
  }
}
