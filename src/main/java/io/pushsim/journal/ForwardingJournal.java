package io.pushsim.journal;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A journal in front of another, for what watches or changes a part of it. */
public abstract class ForwardingJournal implements Journal {
  private final Journal journal;

  protected ForwardingJournal(Journal journal) {
    this.journal = journal;
  }

  @Override
  public CompletionStage<Void> append(List<Entry> entries) {
    return journal.append(entries);
  }

  @Override
  public void read(Consumer<Entry> reader) {
    journal.read(reader);
  }

  @Override
  public void readState(Consumer<Entry.OfState> reader) {
    journal.readState(reader);
  }

  @Override
  public boolean wantsSnapshot() {
    return journal.wantsSnapshot();
  }

  @Override
  public void expire(Instant before, int keep) {
    journal.expire(before, keep);
  }

  @Override
  public Chronicle history() {
    return journal.history();
  }

  @Override
  public void close() {
    journal.close();
  }
}
