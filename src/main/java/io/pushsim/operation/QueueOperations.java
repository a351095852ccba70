package io.pushsim.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.pushsim.arn.Scope;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.journal.Outcome;
import io.pushsim.operation.StateOperation.Decided;
import io.pushsim.queue.Queue;
import io.pushsim.queue.QueueAttributes;
import io.pushsim.queue.QueueChange;
import io.pushsim.queue.QueueErrors;
import io.pushsim.queue.QueueName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The operations on queues (SQS API reference). */
final class QueueOperations {
  private static final Duration BETWEEN_PURGES = Duration.ofSeconds(60);
  private static final String FIFO = ".fifo";

  private QueueOperations() {}

  /** A queue's URL. */
  record Url(String queueUrl) {}

  /** ListQueues' answer. */
  record Urls(Optional<List<String>> queueUrls, Optional<String> nextToken) {}

  /** ListDeadLetterSourceQueues' answer; its URLs are written small. */
  record Sources(@JsonProperty("queueUrls") List<String> queueUrls, Optional<String> nextToken) {}

  /** GetQueueAttributes' answer. */
  record Attributes(Optional<Map<String, String>> attributes) {}

  /** ListQueueTags' answer. */
  record Tags(Optional<Map<String, String>> tags) {}

  /** A queue that is there already is answered like a new one, where nothing is to be otherwise. */
  static Decided create(QueueRequests.Create request, Call call) {
    QueueName name = new QueueName(call.caller(), checked(request.queueName()));
    Map<String, String> wanted = request.attributes().orElse(Map.of());
    Optional<Queue> there = call.state().queues().find(name.arn());
    if (there.isPresent()) {
      QueueAttributeForm.difference(there.get(), wanted, call.state().queues())
          .ifPresent(
              attribute -> {
                throw QueueErrors.queueNameExists(attribute);
              });
      return Decided.answer(new Url(QueueUrls.of(name)));
    }
    Instant now = QueueAttributeForm.toTheSecond(call.now());
    Queue queue =
        new Queue(
            name.arn(),
            QueueAttributeForm.set(QueueAttributes.USUAL, wanted, call.state().queues()),
            request.tags().orElse(Map.of()),
            now,
            now,
            Optional.empty());
    return Decided.answer(
        new Url(QueueUrls.of(name)), new Outcome.OfQueue(new QueueChange.QueueCreated(queue)));
  }

  private static String checked(String name) {
    if (name.endsWith(FIFO)) {
      throw new SimulatorException(
          ErrorCode.NOT_SIMULATED,
          "FIFO queues are not simulated: '%s' ends with .fifo; name a standard queue"
              .formatted(name));
    }
    if (!QueueName.isName(name)) {
      throw QueueErrors.invalidParameter(
          "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
    }
    return name;
  }

  static Decided getUrl(QueueRequests.GetUrl request, Call call) {
    String account = request.queueOwnerAWSAccountId().orElse(call.caller().account());
    if (!Scope.isAccount(account) || !QueueName.isName(request.queueName())) {
      throw QueueErrors.queueDoesNotExist();
    }
    QueueName name = new QueueName(new Scope(account, call.caller().region()), request.queueName());
    QueueUrls.checkSameAccount(name, call);
    return Decided.answer(new Url(QueueUrls.of(call.state().queues().require(name.arn()).name())));
  }

  static Decided list(QueueRequests.ListAll request, Call call) {
    String prefix = request.queueNamePrefix().orElse("");
    QueuePage page =
        QueuePage.of(
            call.state().queues().ownedBy(call.caller()).stream()
                .filter(queue -> queue.name().name().startsWith(prefix))
                .toList(),
            request.nextToken(),
            request.maxResults());
    return Decided.answer(
        new Urls(Optional.of(page.urls()).filter(urls -> !urls.isEmpty()), page.nextToken()));
  }

  static Decided listSources(QueueRequests.ListSources request, Call call) {
    Queue queue = required(request.queueUrl(), call);
    QueuePage page =
        QueuePage.of(
            call.state().queues().sourcesOf(queue.arn()),
            request.nextToken(),
            request.maxResults());
    return Decided.answer(new Sources(page.urls(), page.nextToken()));
  }

  static Queue required(String url, Call call) {
    return call.state().queues().require(QueueUrls.named(url, call).arn());
  }

  static CompletionStage<Optional<Object>> getAttributes(
      QueueRequests.GetAttributes request, Call call, PostOffice post) {
    Queue queue = required(request.queueUrl(), call);
    post.expire(queue, call.now());
    Map<String, String> attributes =
        QueueAttributeForm.told(
            queue,
            post.mailboxes().counts(queue.arn(), call.now()),
            request.attributeNames().orElse(List.of()));
    return MessageOperation.answer(
        new Attributes(Optional.of(attributes).filter(some -> !some.isEmpty())));
  }

  static Decided setAttributes(QueueRequests.SetAttributes request, Call call) {
    Queue queue = required(request.queueUrl(), call);
    QueueAttributes attributes =
        QueueAttributeForm.set(queue.attributes(), request.attributes(), call.state().queues());
    return replaced(queue.with(attributes, QueueAttributeForm.toTheSecond(call.now())));
  }

  private static Decided replaced(Queue queue) {
    return Decided.done(List.of(new Outcome.OfQueue(new QueueChange.QueueReplaced(queue))));
  }

  static Decided delete(QueueRequests.Named request, Call call) {
    Queue queue = required(request.queueUrl(), call);
    return Decided.done(List.of(new Outcome.OfQueue(new QueueChange.QueueDeleted(queue.arn()))));
  }

  static Decided purge(QueueRequests.Named request, Call call) {
    Queue queue = required(request.queueUrl(), call);
    if (queue.purged().filter(last -> last.plus(BETWEEN_PURGES).isAfter(call.now())).isPresent()) {
      throw QueueErrors.purgeQueueInProgress(queue.name().name());
    }
    return Decided.done(
        List.of(new Outcome.OfQueue(new QueueChange.QueuePurged(queue.arn(), call.now()))));
  }

  static Decided tag(QueueRequests.Tag request, Call call) {
    Queue queue = required(request.queueUrl(), call);
    Map<String, String> tags = new HashMap<>(queue.tags());
    tags.putAll(request.tags());
    return replaced(queue.withTags(tags));
  }

  static Decided untag(QueueRequests.Untag request, Call call) {
    Queue queue = required(request.queueUrl(), call);
    Map<String, String> tags = new HashMap<>(queue.tags());
    request.tagKeys().forEach(tags::remove);
    return replaced(queue.withTags(tags));
  }

  static Decided listTags(QueueRequests.Named request, Call call) {
    Queue queue = required(request.queueUrl(), call);
    return Decided.answer(new Tags(Optional.of(queue.tags()).filter(tags -> !tags.isEmpty())));
  }
}
