package io.pushsim.operation;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.journal.Entry;
import io.pushsim.journal.Entry.MessageGone;
import io.pushsim.journal.Entry.MessageGone.Why;
import io.pushsim.journal.KeptMessage;
import io.pushsim.queue.Claim;
import io.pushsim.queue.Queue;
import io.pushsim.queue.QueueErrors;
import io.pushsim.queue.ReceiptHandle;
import io.pushsim.queue.RedrivePolicy;
import io.pushsim.time.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * ReceiveMessage: one receiver, who waits for messages where there are none. No thread waits with
 * it: it looks again when a message comes, when one becomes visible, and at the end of its time.
 */
final class ReceiveOperation {
  private static final int MOST_MESSAGES = 10;
  private static final int LONGEST_WAIT = 20;

  /** As many messages of a standard queue may be in flight (SQS API reference, ReceiveMessage). */
  private static final int MOST_IN_FLIGHT = 120_000;

  /** For so long a message is hidden that is about to be moved, if that does not come to be. */
  private static final Duration WHILE_MOVED = Duration.ofSeconds(30);

  private final PostOffice post;
  private final String queueArn;
  private final int most;
  private final Optional<Integer> visibilityTimeout;
  private final Instant deadline;
  private final ReceivedMessages form;
  private final CompletableFuture<Optional<Object>> answer = new CompletableFuture<>();

  private ReceiveOperation(
      MessageRequests.Receive request, Queue queue, Call call, PostOffice post) {
    this.post = post;
    queueArn = queue.arn();
    form = ReceivedMessages.of(queueArn, request);
    visibilityTimeout = request.visibilityTimeout();
    visibilityTimeout.ifPresent(ReceiptOperations::checkVisibilityTimeout);
    most = request.maxNumberOfMessages().orElse(1);
    if (most < 1 || most > MOST_MESSAGES) {
      throw QueueErrors.invalidParameter(
          "MaxNumberOfMessages", most, "Must be between 1 and 10, if provided.");
    }
    int wait = request.waitTimeSeconds().orElse(queue.attributes().receiveMessageWaitTimeSeconds());
    if (wait < 0 || wait > LONGEST_WAIT) {
      throw QueueErrors.invalidParameter(
          "WaitTimeSeconds", wait, "Must be >= 0 and <= 20, if provided.");
    }
    deadline = call.now().plusSeconds(wait);
  }

  static CompletionStage<Optional<Object>> receive(
      MessageRequests.Receive request, Call call, PostOffice post) {
    Queue queue = QueueOperations.required(request.queueUrl(), call);
    ReceiveOperation receiver = new ReceiveOperation(request, queue, call, post);
    receiver.look();
    return receiver.answer;
  }

  private void look() {
    try {
      Instant now = post.scheduler().instant();
      Queue queue = post.state().queues().require(queueArn);
      post.expire(queue, now);
      List<KeptMessage> received = claim(queue, now);
      if (!received.isEmpty() || !now.isBefore(deadline)) {
        answer.complete(Optional.of(form.answer(received)));
      } else {
        waitForMore(queue, now);
      }
    } catch (RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }

  private List<KeptMessage> claim(Queue queue, Instant now) {
    if (post.mailboxes().counts(queueArn, now).notVisible() >= MOST_IN_FLIGHT) {
      throw new SimulatorException(
          ErrorCode.SQS_OVER_LIMIT,
          "Too many messages are in flight: a queue has at most 120000 that were received and are"
              + " neither deleted nor visible again.");
    }
    Duration hidden =
        Duration.ofSeconds(visibilityTimeout.orElse(queue.attributes().visibilityTimeout()));
    List<KeptMessage> received = new ArrayList<>();
    List<Claim> claims;
    do {
      claims =
          post.mailboxes()
              .claim(
                  queueArn,
                  now,
                  queue.expiry(now),
                  most - received.size(),
                  hidden,
                  post.receipts());
      received.addAll(withoutDeadLetters(queue, post.messages().complete(claims), now));
    } while (!claims.isEmpty() && received.size() < most && !hidden.isZero());
    return received;
  }

  /** Messages that were received too often go to the dead-letter queue, where there is one. */
  private List<KeptMessage> withoutDeadLetters(
      Queue queue, List<KeptMessage> received, Instant now) {
    Optional<RedrivePolicy> policy =
        queue
            .attributes()
            .redrivePolicy()
            .filter(set -> post.state().queues().find(set.deadLetterTargetArn()).isPresent());
    if (policy.isEmpty()) {
      return received;
    }
    List<KeptMessage> good = new ArrayList<>();
    for (KeptMessage kept : received) {
      if (kept.claim().receives() > policy.get().maxReceiveCount()) {
        moveToDeadLetters(kept, policy.get().deadLetterTargetArn(), now);
      } else {
        good.add(kept);
      }
    }
    return good;
  }

  private void moveToDeadLetters(KeptMessage kept, String deadLetterArn, Instant now) {
    int receives = kept.message().formerReceives() + kept.claim().receives() - 1;
    ReceiptHandle handle = new ReceiptHandle(queueArn, kept.message().id(), kept.claim().receipt());
    post.mailboxes().hide(handle, now, WHILE_MOVED);
    post.append(
        List.<Entry>of(
            new Entry.MessageSent(
                now, deadLetterArn, kept.message().asDeadLetterOf(queueArn, receives)),
            new MessageGone(now, queueArn, kept.message().id(), Why.MOVED)));
  }

  private void waitForMore(Queue queue, Instant now) {
    Instant next = post.mailboxes().nextVisible(queueArn).orElse(deadline);
    Wait wait = new Wait(next.isBefore(deadline) ? next : deadline);
    wait.begin();
    // What has come since it was looked for wakes nobody.
    boolean come = post.mailboxes().hasVisible(queueArn, now, queue.expiry(now));
    if (come || post.state().queues().find(queue.arn()).isEmpty()) {
      wait.end();
    }
  }

  /** A wait for the first of two things: that a message comes, or a time. */
  private final class Wait {
    private final Instant until;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Runnable whenSomethingComes = this::end;
    private volatile Optional<Scheduler.Scheduled> timer = Optional.empty();

    private Wait(Instant until) {
      this.until = until;
    }

    private void begin() {
      post.mailboxes().await(queueArn, whenSomethingComes);
      timer = Optional.of(post.scheduler().at(until, this::end));
    }

    /** May be called on any thread, which must not be held up. */
    private void end() {
      if (ended.compareAndSet(false, true)) {
        post.mailboxes().cancel(queueArn, whenSomethingComes);
        timer.ifPresent(Scheduler.Scheduled::cancel);
        post.later(post.scheduler().instant(), ReceiveOperation.this::look);
      }
    }
  }
}
