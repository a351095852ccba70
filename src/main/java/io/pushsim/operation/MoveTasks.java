package io.pushsim.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.queue.QueueErrors;
import io.pushsim.queue.QueueName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * StartMessageMoveTask, ListMessageMoveTasks and CancelMessageMoveTask, and the tasks themselves,
 * which last no longer than the process (SQS API reference; errors as recorded by LocalStack's
 * tests, test_sqs_move_task).
 */
final class MoveTasks {
  private static final int MOST_A_SECOND = 500;
  private static final int MOST_LISTED = 10;
  private static final String TASK = "taskId";
  private static final String SOURCE = "sourceArn";

  private final PostOffice post;

  // Guarded by this; by their source queues, the newest first.
  private final Map<String, Deque<MoveTask>> tasks = new HashMap<>();

  MoveTasks(PostOffice post) {
    this.post = post;
  }

  /** StartMessageMoveTask's answer. */
  record Started(String taskHandle) {}

  /** ListMessageMoveTasks' answer. */
  record Listed(List<MoveTask.Told> results) {}

  /** CancelMessageMoveTask's answer. */
  record Cancelled(long approximateNumberOfMessagesMoved) {}

  static CompletionStage<Optional<Object>> start(
      MessageRequests.StartMove request, Call call, PostOffice post) {
    return MessageOperation.answer(post.moves().start(request, call));
  }

  private synchronized Started start(MessageRequests.StartMove request, Call call) {
    checkThere("SourceArn", request.sourceArn(), call);
    if (post.state().queues().sourcesOf(request.sourceArn()).isEmpty()) {
      throw QueueErrors.invalidParameter("Source queue must be configured as a Dead Letter Queue.")
          .explained(
              List.of(
                  "SQS moves messages only out of queues that another queue's RedrivePolicy names;"
                      + " the dead-letter queue of a function alone is none of these."));
    }
    request
        .destinationArn()
        .ifPresent(destination -> checkDestination(request.sourceArn(), destination, call));
    request
        .maxNumberOfMessagesPerSecond()
        .filter(rate -> rate < 1 || rate > MOST_A_SECOND)
        .ifPresent(
            rate -> {
              throw QueueErrors.invalidParameter(
                  "MaxNumberOfMessagesPerSecond", rate, "Must be between 1 and 500, if provided.");
            });
    Deque<MoveTask> others = tasks.computeIfAbsent(request.sourceArn(), none -> new ArrayDeque<>());
    if (others.stream().anyMatch(MoveTask::isActive)) {
      throw QueueErrors.invalidParameter(
          "There is already a task running. Only one active task is allowed for a source queue arn"
              + " at a given time.");
    }
    MoveTask task = new MoveTask(post.newId(), request, call.now(), post);
    others.addFirst(task);
    if (others.size() > MOST_LISTED) {
      others.removeLast();
    }
    task.start();
    return new Started(handle(request.sourceArn(), task));
  }

  private static void checkDestination(String source, String destination, Call call) {
    checkThere("DestinationArn", destination, call);
    if (source.equals(destination)) {
      throw QueueErrors.invalidParameter(
          "Source queue arn and destination queue arn cannot be the same.");
    }
  }

  private static void checkThere(String parameter, String arn, Call call) {
    QueueName queue =
        QueueName.parse(arn)
            .orElseThrow(
                () ->
                    QueueErrors.invalidParameter(
                        "You must use this format to specify the %s: arn:<partition>:<service>:<region>:<account-id>:<resource-id>"
                            .formatted(parameter)));
    QueueUrls.checkSameAccount(queue, call);
    if (call.state().queues().find(arn).isEmpty()) {
      throw QueueErrors.resourceNotFound(
          "The resource that you specified for the %s parameter doesn't exist."
              .formatted(parameter));
    }
  }

  static CompletionStage<Optional<Object>> list(
      MessageRequests.ListMoves request, Call call, PostOffice post) {
    checkThere("SourceArn", request.sourceArn(), call);
    int most = request.maxResults().orElse(1);
    if (most < 1 || most > MOST_LISTED) {
      throw QueueErrors.invalidParameter(
          "MaxResults", most, "Must be between 1 and 10, if provided.");
    }
    return MessageOperation.answer(post.moves().list(request.sourceArn(), most));
  }

  private synchronized Listed list(String sourceArn, int most) {
    Deque<MoveTask> found = tasks.getOrDefault(sourceArn, new ArrayDeque<>());
    return new Listed(
        found.stream().limit(most).map(task -> task.told(handle(sourceArn, task))).toList());
  }

  static CompletionStage<Optional<Object>> cancel(
      MessageRequests.CancelMove request, Call call, PostOffice post) {
    JsonNode handle = parsed(request.taskHandle());
    String sourceArn = handle.path(SOURCE).asText();
    checkThere("SourceArn", sourceArn, call);
    return MessageOperation.answer(post.moves().cancel(sourceArn, handle.path(TASK).asText()));
  }

  private synchronized Cancelled cancel(String sourceArn, String id) {
    MoveTask found =
        tasks.getOrDefault(sourceArn, new ArrayDeque<>()).stream()
            .filter(task -> task.id().equals(id))
            .findFirst()
            .orElseThrow(() -> QueueErrors.resourceNotFound("Task does not exist."));
    return new Cancelled(
        found
            .cancel()
            .orElseThrow(
                () ->
                    new SimulatorException(
                        ErrorCode.SQS_INVALID_PARAMETER_VALUE,
                        "Only active tasks can be cancelled.")));
  }

  /** As SQS's own are: JSON in Base64. */
  private static String handle(String sourceArn, MoveTask task) {
    String json =
        JsonNodeFactory.instance
            .objectNode()
            .put(TASK, task.id())
            .put(SOURCE, sourceArn)
            .toString();
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode parsed(String handle) {
    try {
      JsonNode json =
          Json.parse(new String(Base64.getDecoder().decode(handle), StandardCharsets.UTF_8));
      if (json.path(TASK).isTextual() && json.path(SOURCE).isTextual()) {
        return json;
      }
    } catch (IllegalArgumentException | JsonProcessingException noHandle) {
      // Answered below, as a handle of another form is.
    }
    throw QueueErrors.invalidParameter("Value for parameter TaskHandle is invalid.");
  }

  /** Forgets all tasks. */
  synchronized void clear() {
    tasks.clear();
  }
}
