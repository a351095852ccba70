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
   * Appends an entry.
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
   * Lets deliveries and their events go, where the delivery ended before the given time or is not
   * among the newest. An event with no ended delivery stays: it is still owed.
   *
   * @param keep how many of the newest deliveries stay at the most
   */
  void expire(Instant before, int keep);

  @Override
  void close();
}
