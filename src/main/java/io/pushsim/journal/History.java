package io.pushsim.journal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a journal tells of the events that it holds and of their deliveries, newest first, and of
 * messages. Accounts may have to be read from a disk: they are not to be asked for on an event
 * loop. Who asks by keys for what sleeps has all of it read that is like it otherwise.
 */
public interface History {

  /**
   * A page of a list.
   *
   * @param next where the following page begins, which is also the place after which nothing new
   *     can appear; empty on the last page
   */
  record Page<T>(List<T> items, OptionalLong next) {
    public Page {
      items = List.copyOf(items);
    }
  }

  /**
   * The newest deliveries that are asked for. May wait for a disk.
   *
   * @param before only those with a smaller number: a former page's {@code next}
   * @param limit how many at the most, 1 or more
   */
  Page<DeliveryAccount> deliveries(DeliveryQuery query, OptionalLong before, int limit);

  /** How many deliveries are asked for. */
  long count(DeliveryQuery query);

  /** The delivery of this id. May wait for a disk. */
  Optional<DeliveryAccount> delivery(String id);

  /**
   * The newest events that are asked for.
   *
   * @param before only those with a smaller number: a former page's {@code next}
   * @param limit how many at the most, 1 or more
   */
  Page<EventAccount> events(EventQuery query, OptionalLong before, int limit);

  /** How many events are asked for. */
  long count(EventQuery query);

  /** What is told of messages. */
  Messages messages();
}
