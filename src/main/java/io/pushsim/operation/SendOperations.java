package io.pushsim.operation;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.journal.Entry;
import io.pushsim.queue.Letter;
import io.pushsim.queue.Message;
import io.pushsim.queue.MessageHashes;
import io.pushsim.queue.Queue;
import io.pushsim.queue.QueueAttributes;
import io.pushsim.queue.QueueErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** SendMessage and SendMessageBatch. */
final class SendOperations {
  private static final int LONGEST_DELAY = 900;

  private SendOperations() {}

  /** SendMessage's answer. */
  record Sent(
      String messageId,
      String mD5OfMessageBody,
      Optional<String> mD5OfMessageAttributes,
      Optional<String> mD5OfMessageSystemAttributes) {}

  /** The same of a batch's entry. */
  record SentEntry(
      String id,
      String messageId,
      String mD5OfMessageBody,
      Optional<String> mD5OfMessageAttributes,
      Optional<String> mD5OfMessageSystemAttributes) {}

  static CompletionStage<Optional<Object>> send(
      MessageRequests.Send request, Call call, PostOffice post) {
    Queue queue = QueueOperations.required(request.queueUrl(), call);
    Message message = message(request, queue, "are invalid", call, post);
    return post.append(List.of(sent(queue, message, call)))
        .thenApply(durable -> Optional.of(answer(message)));
  }

  private static Entry sent(Queue queue, Message message, Call call) {
    return new Entry.MessageSent(call.now(), queue.arn(), message);
  }

  private static Sent answer(Message message) {
    return new Sent(
        message.id(),
        MessageHashes.ofBody(message.body()),
        MessageHashes.ofAttributes(message.attributes()),
        MessageHashes.ofAttributes(MessageForm.systemAttributes(message.traceHeader())));
  }

  /** All messages of a batch that are not refused become durable together. */
  static CompletionStage<Optional<Object>> sendBatch(
      MessageRequests.SendBatch request, Call call, PostOffice post) {
    Queue queue = QueueOperations.required(request.queueUrl(), call);
    BatchRules.check(request.entries(), "SendMessageBatchRequestEntry");
    checkSize(request.entries());
    List<Entry> entries = new ArrayList<>();
    BatchRules.Result<SentEntry> result =
        BatchRules.each(
            request.entries(),
            entry -> {
              Message message =
                  message(
                      entry.toQueue(request.queueUrl()), queue, "cannot be validated", call, post);
              entries.add(sent(queue, message, call));
              return answer(entry.id(), answer(message));
            });
    return post.append(entries).thenApply(durable -> Optional.of(result));
  }

  private static SentEntry answer(String id, Sent sent) {
    return new SentEntry(
        id,
        sent.messageId(),
        sent.mD5OfMessageBody(),
        sent.mD5OfMessageAttributes(),
        sent.mD5OfMessageSystemAttributes());
  }

  private static void checkSize(List<MessageRequests.SendEntry> entries) {
    int size = 0;
    for (MessageRequests.SendEntry entry : entries) {
      size +=
          MessageHashes.size(
              entry.messageBody(), MessageForm.attributes(entry.messageAttributes()));
    }
    if (size > QueueAttributes.LARGEST_MESSAGE) {
      throw new SimulatorException(
          ErrorCode.SQS_BATCH_REQUEST_TOO_LONG,
          "Batch requests cannot be longer than %d bytes. You have sent %d bytes."
              .formatted(QueueAttributes.LARGEST_MESSAGE, size));
    }
  }

  /**
   * The message that a request sends.
   *
   * @param fault what SQS says of a message that is too large: of one in a batch otherwise
   */
  private static Message message(
      MessageRequests.Send request, Queue queue, String fault, Call call, PostOffice post) {
    MessageForm.checkBody(request.messageBody());
    int delay = request.delaySeconds().orElse(queue.attributes().delaySeconds());
    if (delay < 0 || delay > LONGEST_DELAY) {
      throw QueueErrors.invalidParameter(
          "DelaySeconds", delay, "DelaySeconds must be >= 0 and <= 900.");
    }
    Letter letter =
        new Letter(
            post.newId(),
            request.messageBody(),
            MessageForm.attributes(request.messageAttributes()),
            call.caller().account(),
            MessageForm.traceHeader(request.messageSystemAttributes()));
    int most = queue.attributes().maximumMessageSize();
    if (MessageHashes.size(letter.body(), letter.attributes()) > most) {
      throw QueueErrors.invalidParameter(
          "One or more parameters %s. Reason: Message must be shorter than %d bytes."
              .formatted(fault, most));
    }
    return letter.sent(call.now(), delay);
  }
}
