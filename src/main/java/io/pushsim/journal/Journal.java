package io.pushsim.journal;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * The journal: entries in the order in which they became true. One writer at a time appends; the
 * state is what the entries fold to. To append never waits for a disk, so that it may be done on an
 * event loop; to read and to close may.
 */
public interface Journal extends AutoCloseable {

  /**
   * Appends one entry.
   *
   * @return as of {@link #append(List)}
   */
  default CompletionStage<Void> append(Entry entry) {
    return append(List.of(entry));
  }

  /**
   * Appends entries that belong together, a few: they become durable all at once or not at all. One
   * about an event that the journal does not hold (any more) is passed over: what is told of an
   * event that went with {@link Outcome.EverythingGone} is told in vain; and with it go those that
   * follow it in the list. That outcome lets all entries before it go, and an {@link
   * Entry.Snapshot} those about the state.
   *
   * @return completes, in the order of the calls, once the entries are as durable as this journal
   *     makes them; fails with a {@link io.pushsim.error.SimulatorException} where an event cannot
   *     be accepted or the state not be changed because that cannot be made durable: with a promise
   *     in the list none of them is written, else all are as soon as they can be
   * @throws IllegalArgumentException where entries about the state are to be appended with promises
   */
  CompletionStage<Void> append(List<Entry> entries);

  /** Hands over all entries, in order. */
  void read(Consumer<Entry> reader);

  /** Hands over the entries about the state, in order. */
  default void readState(Consumer<Entry.OfState> reader) {
    read(
        entry -> {
          if (entry instanceof Entry.OfState state) {
            reader.accept(state);
          }
        });
  }

  /**
   * Whether the entries about the state have become so many that a snapshot should replace them.
   */
  default boolean wantsSnapshot() {
    return false;
  }

  /**
   * Lets deliveries go that ended before the given time or are not among the newest, and with its
   * last delivery their event. Events that came to nothing go likewise, and what was sent to topics
   * and event buses; what is in a queue stays. An event that was not routed, or of which a delivery
   * has not ended, is still owed: it stays with all its deliveries, which tell what is no longer
   * owed of it.
   *
   * @param keep how many of the newest deliveries stay at the most, how many of the newest events
   *     that came to nothing, and how many of the newest messages of each topic and event bus
   */
  void expire(Instant before, int keep);

  /** What there is to tell of events, deliveries and messages. */
  Chronicle history();

  @Override
  void close();
}
