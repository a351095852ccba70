package io.pushsim.journal;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The deliveries that have ended and the events that came to nothing, in the order in which they
 * did: the oldest are let go first. Not safe for use by several threads at once.
 */
final class Finished {
  private final Map<String, Chapter> ended = new LinkedHashMap<>();
  private final Map<Long, Nothing> nothings = new LinkedHashMap<>();
  private long bytes;
  private long nothingBytes;

  /**
   * An event that came to nothing, and when.
   *
   * @param story where it was accepted
   * @param size about the bytes of what there is to tell
   */
  record Nothing(Instant time, Optional<Story> story, long size) {}

  /** A delivery has ended. */
  void add(Chapter chapter) {
    ended.put(chapter.id(), chapter);
    bytes += chapter.size();
  }

  /** The event of this number came to nothing. */
  void add(Long number, Nothing nothing) {
    Nothing former = nothings.put(number, nothing);
    nothingBytes += nothing.size() - (former == null ? 0 : former.size());
  }

  void clear() {
    ended.clear();
    nothings.clear();
    bytes = 0;
    nothingBytes = 0;
  }

  /**
   * Lets deliveries go that ended before a time, that are not among so many newest, or for which
   * there is no room; but none of whose event something is owed, or of which not all is written: it
   * would be owed again at the next start.
   *
   * @param forgotten gets each
   */
  void expireDeliveries(Instant before, int keep, long mostBytes, Consumer<Chapter> forgotten) {
    int surplus = ended.size() - keep;
    Iterator<Chapter> oldestFirst = ended.values().iterator();
    while (oldestFirst.hasNext()) {
      Chapter chapter = oldestFirst.next();
      boolean tooMuch = bytes > mostBytes && oldestFirst.hasNext();
      if (surplus <= 0 && !tooMuch && !chapter.hasEndedBefore(before)) {
        return;
      }
      surplus--;
      if (!chapter.story().isOwed() && chapter.isArchived()) {
        oldestFirst.remove();
        bytes -= chapter.size();
        forgotten.accept(chapter);
      }
    }
  }

  /**
   * Lets events go that came to nothing, by the same rules.
   *
   * @param forgotten gets each with its number
   */
  void expireNothings(
      Instant before, int keep, long mostBytes, BiConsumer<Long, Nothing> forgotten) {
    int surplus = nothings.size() - keep;
    Iterator<Map.Entry<Long, Nothing>> oldestFirst = nothings.entrySet().iterator();
    while (oldestFirst.hasNext()) {
      Map.Entry<Long, Nothing> oldest = oldestFirst.next();
      Nothing nothing = oldest.getValue();
      boolean tooMuch = nothingBytes > mostBytes;
      if (surplus <= 0 && !tooMuch && !nothing.time().isBefore(before)) {
        return;
      }
      surplus--;
      if (nothing.story().filter(story -> !story.isArchived()).isEmpty()) {
        oldestFirst.remove();
        nothingBytes -= nothing.size();
        forgotten.accept(oldest.getKey(), nothing);
      }
    }
  }
}
