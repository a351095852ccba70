package io.pushsim.operation;

import io.pushsim.journal.Entry;
import io.pushsim.journal.Entry.MessageGone;
import io.pushsim.journal.Entry.MessageGone.Why;
import io.pushsim.journal.KeptMessage;
import io.pushsim.queue.Claim;
import io.pushsim.queue.Queue;
import io.pushsim.queue.ReceiptHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message move task: moves the messages of a queue that can be received to where they came from,
 * or elsewhere, a few at a time. It ends with the process.
 */
final class MoveTask {
  private static final int AT_ONCE = 100;
  private static final Duration HIDDEN = Duration.ofSeconds(30);

  private final PostOffice post;
  private final String id;
  private final String sourceArn;
  private final Optional<String> destinationArn;
  private final Optional<Integer> perSecond;
  private final Instant started;
  private final int era;
  private final long toMove;

  // Guarded by this.
  private Status status = Status.RUNNING;
  private long moved;
  private Optional<String> failureReason = Optional.empty();

  /** What has become of a task. */
  enum Status {
    RUNNING,
    COMPLETED,
    CANCELLING,
    CANCELLED,
    FAILED
  }

  /** A task as ListMessageMoveTasks tells of it (recorded: test_move_task_cancel). */
  record Told(
      Optional<String> taskHandle,
      String status,
      String sourceArn,
      Optional<String> destinationArn,
      Optional<Integer> maxNumberOfMessagesPerSecond,
      long approximateNumberOfMessagesMoved,
      long approximateNumberOfMessagesToMove,
      Optional<String> failureReason,
      long startedTimestamp) {}

  MoveTask(String id, MessageRequests.StartMove request, Instant now, PostOffice post) {
    this.post = post;
    this.id = id;
    sourceArn = request.sourceArn();
    destinationArn = request.destinationArn();
    perSecond = request.maxNumberOfMessagesPerSecond();
    started = now;
    era = post.state().era();
    toMove = post.mailboxes().counts(sourceArn, now).visible();
  }

  String id() {
    return id;
  }

  synchronized boolean isActive() {
    return status == Status.RUNNING || status == Status.CANCELLING;
  }

  /**
   * Ends it soon.
   *
   * @return how many messages it has moved; empty where it has ended already
   */
  synchronized Optional<Long> cancel() {
    if (status != Status.RUNNING) {
      return Optional.empty();
    }
    status = Status.CANCELLING;
    return Optional.of(moved);
  }

  synchronized Told told(String handle) {
    return new Told(
        Optional.of(handle).filter(shown -> status == Status.RUNNING),
        status.name(),
        sourceArn,
        destinationArn,
        perSecond,
        moved,
        toMove,
        failureReason,
        started.toEpochMilli());
  }

  void start() {
    post.later(started, this::goOn);
  }

  private void goOn() {
    if (post.state().era() != era) {
      end(Status.FAILED, Optional.of("everything was let go"));
      return;
    }
    try {
      moveSome();
    } catch (RuntimeException e) {
      end(Status.FAILED, Optional.of(String.valueOf(e.getMessage())));
    }
  }

  private void moveSome() {
    synchronized (this) {
      if (status == Status.CANCELLING) {
        status = Status.CANCELLED;
        return;
      }
    }
    Instant now = post.scheduler().instant();
    Optional<Queue> source = post.state().queues().find(sourceArn);
    if (source.isEmpty()) {
      end(Status.FAILED, Optional.of("AWS.SimpleQueueService.NonExistentQueue"));
      return;
    }
    post.expire(source.get(), now);
    List<Claim> claims =
        post.mailboxes()
            .claim(
                sourceArn,
                now,
                source.get().expiry(now),
                perSecond.orElse(AT_ONCE),
                HIDDEN,
                post.receipts());
    if (claims.isEmpty()) {
      end(Status.COMPLETED, Optional.empty());
      return;
    }
    move(claims, now);
  }

  private void move(List<Claim> claims, Instant now) {
    List<Entry> entries = new ArrayList<>();
    Optional<String> failure = Optional.empty();
    int count = 0;
    for (KeptMessage kept : post.messages().complete(claims)) {
      Optional<String> target = destinationArn.or(kept.message()::deadLetterSource);
      failure = failure.or(() -> fault(target));
      if (failure.isPresent()) {
        show(kept, now);
      } else {
        entries.add(
            new Entry.MessageSent(
                now, target.orElseThrow(), kept.message().redriven(post.newId(), now)));
        entries.add(new MessageGone(now, sourceArn, kept.message().id(), Why.MOVED));
        count++;
      }
    }
    int done = count;
    Optional<String> reason = failure;
    post.append(entries).whenComplete((durable, refusal) -> moved(done, reason, refusal, now));
  }

  /** Why a message cannot go there (SQS developer guide, troubleshooting dead-letter queues). */
  private Optional<String> fault(Optional<String> target) {
    if (target.isEmpty()) {
      return Optional.of("CouldNotDetermineMessageSource");
    }
    return post.state().queues().find(target.get()).isPresent()
        ? Optional.empty()
        : Optional.of("AWS.SimpleQueueService.NonExistentQueue");
  }

  /** The message was claimed, and is to be as it was. */
  private void show(KeptMessage kept, Instant now) {
    ReceiptHandle handle =
        new ReceiptHandle(sourceArn, kept.message().id(), kept.claim().receipt());
    post.mailboxes().hide(handle, now, Duration.ZERO);
  }

  private void moved(
      int count, Optional<String> failure, @Nullable Throwable refusal, Instant now) {
    if (refusal != null) {
      end(Status.FAILED, Optional.of(String.valueOf(refusal.getMessage())));
      return;
    }
    synchronized (this) {
      moved += count;
    }
    if (failure.isPresent()) {
      end(Status.FAILED, failure);
    } else {
      post.later(perSecond.isPresent() ? now.plusSeconds(1) : now, this::goOn);
    }
  }

  private synchronized void end(Status ended, Optional<String> reason) {
    status = ended;
    failureReason = reason;
  }
}
