package io.pushsim.journal;

import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * The journal: entries in the order in which they became true. One writer at a time appends; the
 * state is what the entries fold to. Where an implementation touches a disk, it must not be called
 * on an event loop.
 */
public interface Journal extends AutoCloseable {

  /**
   * Appends an entry. One about an event that the journal does not hold (any more) is passed over:
   * what is told of an event that went with {@link Outcome.EverythingGone} is told in vain. That
   * outcome lets all entries before it go.
   *
   * @return completes, in the order of the calls, once the entry is as durable as this journal
   *     makes it
   */
  CompletionStage<Void> append(Entry entry);

  /** Hands over all entries, in order. */
  void read(Consumer<Entry> reader);

  /**
   * Puts a snapshot in the place of all entries about operations.
   *
   * @param snapshot outcomes that fold to the same state as those entries do
   */
  void compact(Entry.OperationDone snapshot);

  /**
   * Lets deliveries go that ended before the given time or are not among the newest, and with its
   * last delivery their event. Events that came to nothing go likewise. An event that was not
   * routed, or of which a delivery has not ended, is still owed: it stays with all its deliveries,
   * which tell what is no longer owed of it.
   *
   * @param keep how many of the newest deliveries stay at the most, and how many of the newest
   *     events that came to nothing
   */
  void expire(Instant before, int keep);

  /** What there is to tell of events and deliveries. */
  History history();

  @Override
  void close();
}
