package io.pushsim.operation;

import io.pushsim.journal.Entry;
import io.pushsim.journal.Entry.MessageGone;
import io.pushsim.journal.Entry.MessageGone.Why;
import io.pushsim.queue.Mailboxes;
import io.pushsim.queue.Queue;
import io.pushsim.queue.QueueErrors;
import io.pushsim.queue.ReceiptHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What whoever received a message may do with it: delete it, or change for how long it is hidden.
 */
final class ReceiptOperations {
  /** The longest visibility timeout, in seconds. */
  static final int LONGEST_HIDDEN = 43_200;

  private ReceiptOperations() {}

  /** A batch's entry that succeeded. */
  record Done(String id) {}

  static CompletionStage<Optional<Object>> delete(
      MessageRequests.Delete request, Call call, PostOffice post) {
    Queue queue = QueueOperations.required(request.queueUrl(), call);
    return post.append(gone(request.receiptHandle(), queue, call, post))
        .thenApply(durable -> Optional.empty());
  }

  static CompletionStage<Optional<Object>> deleteBatch(
      MessageRequests.DeleteBatch request, Call call, PostOffice post) {
    Queue queue = QueueOperations.required(request.queueUrl(), call);
    BatchRules.check(request.entries(), "DeleteMessageBatchRequestEntry");
    List<Entry> gone = new ArrayList<>();
    BatchRules.Result<Done> result =
        BatchRules.each(
            request.entries(),
            entry -> {
              gone.addAll(gone(entry.receiptHandle(), queue, call, post));
              return new Done(entry.id());
            });
    return post.append(gone).thenApply(durable -> Optional.of(result));
  }

  /**
   * With the handle of a message that was received by somebody else since, or deleted, SQS succeeds
   * and does nothing (SQS API reference, DeleteMessage).
   */
  private static List<Entry> gone(String text, Queue queue, Call call, PostOffice post) {
    ReceiptHandle handle = handle(text, queue);
    return post.mailboxes().isHeldBy(handle)
        ? List.of(new MessageGone(call.now(), queue.arn(), handle.messageId(), Why.DELETED))
        : List.of();
  }

  private static ReceiptHandle handle(String text, Queue queue) {
    return ReceiptHandle.parse(text)
        .filter(handle -> handle.queueArn().equals(queue.arn()))
        .orElseThrow(() -> QueueErrors.receiptHandleIsInvalid(text));
  }

  static CompletionStage<Optional<Object>> changeVisibility(
      MessageRequests.ChangeVisibility request, Call call, PostOffice post) {
    Queue queue = QueueOperations.required(request.queueUrl(), call);
    hide(request.receiptHandle(), request.visibilityTimeout(), queue, call, post);
    return CompletableFuture.completedFuture(Optional.empty());
  }

  static CompletionStage<Optional<Object>> changeVisibilityBatch(
      MessageRequests.ChangeVisibilityBatch request, Call call, PostOffice post) {
    Queue queue = QueueOperations.required(request.queueUrl(), call);
    BatchRules.check(request.entries(), "ChangeMessageVisibilityBatchRequestEntry");
    return MessageOperation.answer(
        BatchRules.each(
            request.entries(),
            entry -> {
              int seconds =
                  entry.visibilityTimeout().orElse(queue.attributes().visibilityTimeout());
              hide(entry.receiptHandle(), seconds, queue, call, post);
              return new Done(entry.id());
            }));
  }

  private static void hide(String text, int seconds, Queue queue, Call call, PostOffice post) {
    checkVisibilityTimeout(seconds);
    Mailboxes.Hidden hidden =
        post.mailboxes().hide(handle(text, queue), call.now(), Duration.ofSeconds(seconds));
    switch (hidden) {
      case YES -> {}
      case NOT_THERE ->
          throw QueueErrors.invalidParameter(
              "ReceiptHandle",
              text,
              "Message does not exist or is not available for visibility timeout change.");
      case TOO_LONG ->
          throw QueueErrors.invalidParameter(
              "VisibilityTimeout",
              seconds,
              "Total VisibilityTimeout for the message is beyond the limit [43200 seconds].");
    }
  }

  static void checkVisibilityTimeout(int seconds) {
    if (seconds < 0 || seconds > LONGEST_HIDDEN) {
      throw QueueErrors.invalidParameter(
          "VisibilityTimeout", seconds, "Must be >= 0 and <= 43200, if provided.");
    }
  }
}
