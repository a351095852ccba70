package io.pushsim.operation;

import io.pushsim.journal.Entry;
import io.pushsim.journal.Entry.MessageGone;
import io.pushsim.journal.Entry.MessageGone.Why;
import io.pushsim.journal.Journal;
import io.pushsim.journal.Messages;
import io.pushsim.journal.State;
import io.pushsim.queue.Mailboxes;
import io.pushsim.queue.Queue;
import io.pushsim.queue.QueueName;
import io.pushsim.time.Ids;
import io.pushsim.time.Scheduler;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** What all operations on messages work with. */
final class PostOffice {
  /** So many entries are appended together at the most, of those that need not be. */
  private static final int CHUNK = 1000;

  private final State state;
  private final Journal journal;
  private final Scheduler scheduler;
  private final Ids ids;
  private final Executor background;
  private final MoveTasks moves = new MoveTasks(this);

  PostOffice(State state, Journal journal, Scheduler scheduler, Ids ids, Executor background) {
    this.state = state;
    this.journal = journal;
    this.scheduler = scheduler;
    this.ids = ids;
    this.background = background;
  }

  State state() {
    return state;
  }

  Scheduler scheduler() {
    return scheduler;
  }

  MoveTasks moves() {
    return moves;
  }

  Messages messages() {
    return journal.history().messages();
  }

  Mailboxes mailboxes() {
    return messages().mailboxes();
  }

  String newId() {
    return ids.get().toString();
  }

  Supplier<String> receipts() {
    return this::newId;
  }

  /** As {@link Journal#append}. */
  CompletionStage<Void> append(List<Entry> entries) {
    return journal.append(entries);
  }

  /** Does something in the background at this time or later. */
  Scheduler.Scheduled later(Instant time, Runnable task) {
    return scheduler.at(time, () -> background.execute(task));
  }

  /** Lets the messages go that are older than their queue keeps them. */
  void expire(Queue queue, Instant now) {
    letGo(queue.arn(), mailboxes().sentUntil(queue.arn(), queue.expiry(now)), Why.EXPIRED, now);
  }

  private void letGo(String arn, List<String> messageIds, Why why, Instant now) {
    for (int start = 0; start < messageIds.size(); start += CHUNK) {
      journal.append(
          messageIds.subList(start, Math.min(messageIds.size(), start + CHUNK)).stream()
              .<Entry>map(id -> new MessageGone(now, arn, id, why))
              .toList());
    }
  }

  /** Lets all messages go that are too old, and those of queues that are not there any more. */
  void tidy() {
    Instant now = scheduler.instant();
    for (String arn : mailboxes().arns()) {
      Optional<Queue> queue = state.queues().find(arn);
      if (queue.isPresent()) {
        expire(queue.get(), now);
      } else if (QueueName.isOfSqs(arn)) {
        letGo(arn, mailboxes().sentUntil(arn, Instant.MAX), Why.QUEUE_DELETED, now);
      }
    }
  }
}
