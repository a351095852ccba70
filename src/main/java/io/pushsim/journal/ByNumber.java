package io.pushsim.journal;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Things by their numbers, in the order of these. Made for numbers that mostly come in ascending
 * order and go in about the same: a thing costs its two places in arrays, and no object of its own,
 * as there may be many that live for a second each. Not safe for use by several threads at once.
 */
final class ByNumber<T> {

  private static final int SMALLEST = 16;

  // From start to end, ascending; a thing that has gone leaves its number and null.
  private long[] numbers = new long[SMALLEST];
  private @Nullable Object[] things = new Object[SMALLEST];
  private int start;
  private int end;
  private int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** How many it has places for. */
  int room() {
    return things.length;
  }

  Optional<T> get(long number) {
    int place = place(number);
    return place < 0 ? Optional.empty() : Optional.ofNullable(thing(place));
  }

  @SuppressWarnings("unchecked")
  private @Nullable T thing(int place) {
    return (T) things[place];
  }

  /** Where the number is, or, where it is nowhere, one less than minus where it would go. */
  private int place(long number) {
    // Most that come are newer than all before.
    if (start == end || numbers[end - 1] < number) {
      return -end - 1;
    }
    return Arrays.binarySearch(numbers, start, end, number);
  }

  /** Puts a thing in the place of the one that had its number before. */
  void put(long number, T thing) {
    int place = place(number);
    if (place < 0) {
      place = makeRoom(number, -place - 1);
    }
    if (things[place] == null) {
      size++;
    }
    things[place] = thing;
  }

  private int makeRoom(long number, int wanted) {
    int place = wanted;
    if (end == numbers.length) {
      rearrange();
      place = -place(number) - 1;
    }
    System.arraycopy(numbers, place, numbers, place + 1, end - place);
    System.arraycopy(things, place, things, place + 1, end - place);
    numbers[place] = number;
    things[place] = null;
    end++;
    return place;
  }

  /** Leaves out what has gone, and has half of the room free. */
  private void rearrange() {
    int room = Math.max(SMALLEST, 2 * size);
    long[] numbersLeft = new long[room];
    @Nullable Object[] thingsLeft = new Object[room];
    int at = 0;
    for (int place = start; place < end; place++) {
      if (things[place] != null) {
        numbersLeft[at] = numbers[place];
        thingsLeft[at] = things[place];
        at++;
      }
    }
    numbers = numbersLeft;
    things = thingsLeft;
    start = 0;
    end = at;
  }

  void remove(long number) {
    int place = place(number);
    if (place < 0 || things[place] == null) {
      return;
    }
    things[place] = null;
    size--;
    while (start < end && things[start] == null) {
      start++;
    }
    if (end - start > SMALLEST && end - start > 4 * size) {
      rearrange();
    }
  }

  void clear() {
    numbers = new long[SMALLEST];
    things = new Object[SMALLEST];
    start = 0;
    end = 0;
    size = 0;
  }

  /** The things with smaller numbers than this, in descending order. */
  Stream<T> descending(long before) {
    int place = place(before);
    int last = (place < 0 ? -place - 1 : place) - 1;
    return IntStream.iterate(last, at -> at >= start, at -> at - 1)
        .mapToObj(at -> Optional.ofNullable(thing(at)))
        .flatMap(Optional::stream);
  }

  /** All things, in descending order. */
  Stream<T> descending() {
    return descending(Long.MAX_VALUE);
  }
}
