package io.pushsim.journal;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * While a journal of a former run is being read: of what is owed only the youngest stay awake, so
 * that a million fit, and who sleeps is found by its id. Not safe for use by several threads.
 */
final class Loading {
  /** So many stay awake. */
  private static final int MOST_AWAKE = 10_000;

  private final Stories stories;
  // Those that are owed, by their events; oldest first.
  private final Map<String, Story> awake = new LinkedHashMap<>();
  // By the keys of their events' ids.
  private final Map<Object, Sleeper> asleep = new HashMap<>();
  // Of those that sleep and have one.
  private final Map<String, String> deliveryIds = new HashMap<>();

  Loading(Stories stories) {
    this.stories = stories;
  }

  /** The one of which an entry is going to tell more is awake. */
  void wake(Entry entry) {
    if (entry instanceof Entry.OfEvent of) {
      Sleeper sleeper = asleep.remove(key(of.eventId()));
      if (sleeper != null) {
        stories.wakeUnread(
            sleeper, of.eventId(), Optional.ofNullable(deliveryIds.remove(of.eventId())));
      }
    }
  }

  /** An entry was told. */
  void found(Entry entry) {
    if (entry instanceof Entry.OfEvent of) {
      awake.remove(of.eventId());
      stories
          .story(of.eventId())
          .filter(Story::isOwed)
          .ifPresent(story -> awake.put(of.eventId(), story));
      if (awake.size() > MOST_AWAKE) {
        layDown(oldest());
      }
    }
  }

  private Story oldest() {
    Iterator<Story> oldestFirst = awake.values().iterator();
    Story oldest = oldestFirst.next();
    oldestFirst.remove();
    return oldest;
  }

  private void layDown(Story story) {
    Optional<String> deliveryId = story.chapters().stream().map(Chapter::id).findFirst();
    stories
        .layDown(story)
        .ifPresent(
            sleeper -> {
              asleep.put(key(story.id()), sleeper);
              deliveryId.ifPresent(id -> deliveryIds.put(story.id(), id));
            });
  }

  /** Of most ids what takes less than half of the memory. */
  private static Object key(String id) {
    try {
      UUID uuid = UUID.fromString(id);
      return uuid.toString().equals(id) ? uuid : id;
    } catch (IllegalArgumentException other) {
      return id;
    }
  }

  /** Nothing is found any more, or nothing of what was found is of use. */
  void clear() {
    awake.clear();
    asleep.clear();
    deliveryIds.clear();
  }
}
