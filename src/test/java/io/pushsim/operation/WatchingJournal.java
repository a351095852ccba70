package io.pushsim.operation;

import io.pushsim.journal.Entry;
import io.pushsim.journal.ForwardingJournal;
import io.pushsim.journal.Journal;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A journal that also tells a test what is appended. */
final class WatchingJournal extends ForwardingJournal {
  private final Consumer<Entry> watcher;

  WatchingJournal(Journal journal, Consumer<Entry> watcher) {
    super(journal);
    this.watcher = watcher;
  }

  @Override
  public CompletionStage<Void> append(List<Entry> entries) {
    entries.forEach(watcher);
    return super.append(entries);
  }
}
