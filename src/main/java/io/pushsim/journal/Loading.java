package io.pushsim.journal;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

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
  private final Map<String, Slept> asleep = new HashMap<>();

  /**
   * One that sleeps.
   *
   * @param deliveryId empty where it has no delivery
   */
  private record Slept(Sleeper sleeper, String deliveryId) {}

  Loading(Stories stories) {
    this.stories = stories;
  }

  /** The one of which an entry is going to tell more is awake. */
  void wake(Entry entry) {
    if (entry instanceof Entry.OfEvent of) {
      Slept slept = asleep.remove(of.eventId());
      if (slept != null) {
        stories.wakeUnread(slept.sleeper(), of.eventId(), slept.deliveryId());
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
    String deliveryId = story.chapters().stream().map(Chapter::id).findFirst().orElse("");
    stories
        .layDown(story)
        .ifPresent(sleeper -> asleep.put(story.id(), new Slept(sleeper, deliveryId)));
  }

  /** Nothing is found any more, or nothing of what was found is of use. */
  void clear() {
    awake.clear();
    asleep.clear();
  }
}
