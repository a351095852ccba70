package io.pushsim.invocation.destination;

import io.pushsim.arn.Arn;
import io.pushsim.journal.Attempt;
import io.pushsim.journal.Conclusion;
import io.pushsim.journal.HeldBack;
import io.pushsim.journal.Letters;
import io.pushsim.journal.Sending;
import io.pushsim.journal.State;
import io.pushsim.queue.Letter;
import io.pushsim.queue.MessageAttribute;
import io.pushsim.queue.QueueErrors;
import io.pushsim.runtime.InvocationResult;
import io.pushsim.time.Ids;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the messages that queues, topics and event buses get. A queue must be there; topics and
 * buses come to be when something is first sent to them.
 */
final class Outbox {
  private static final int LONGEST_ERROR_MESSAGE = 1024;
  private static final int FUNCTION_ERROR = 200;
  private static final int THROTTLED = 429;
  private static final int SYSTEM_ERROR = 500;

  private final State state;
  private final Ids ids;

  Outbox(State state, Ids ids) {
    this.state = state;
    this.ids = ids;
  }

  /**
   * The event itself, with what befell it (recorded: test_dead_letter_queue; Lambda's developer
   * guide, "Adding a dead-letter queue").
   */
  Dispatcher.Told deadLetter(String target, Ending ending) {
    Map<String, MessageAttribute> attributes = new LinkedHashMap<>();
    attributes.put("RequestID", MessageAttribute.ofString(ending.delivery().id()));
    attributes.put("ErrorCode", MessageAttribute.ofNumber(errorCode(ending)));
    attributes.put("ErrorMessage", MessageAttribute.ofString(shortened(errorMessage(ending))));
    return send(
        Sending.Kind.DEAD_LETTER_QUEUE, target, ending.delivery().payload(), attributes, ending);
  }

  /** A record of the invocation; for a bus, as an event of its own. */
  Dispatcher.Told record(Sending.Kind kind, String target, Ending ending) {
    String id = ids.get().toString();
    String body =
        isOf("events", target)
            ? DestinationRecord.event(ending, id, target)
            : DestinationRecord.of(ending);
    return send(kind, target, body, Map.of(), ending);
  }

  private Dispatcher.Told send(
      Sending.Kind kind,
      String target,
      String body,
      Map<String, MessageAttribute> attributes,
      Ending ending) {
    if (!Letters.canReach(state, target)) {
      return Dispatcher.Told.failure(kind, target, QueueErrors.queueDoesNotExist().message());
    }
    Optional<Integer> tooMuch =
        state
            .queues()
            .find(target)
            .map(queue -> queue.attributes().maximumMessageSize())
            .filter(largest -> body.getBytes(StandardCharsets.UTF_8).length > largest);
    if (tooMuch.isPresent()) {
      return Dispatcher.Told.failure(
          kind,
          target,
          "One or more parameters are invalid. Reason: Message must be shorter than %d bytes."
              .formatted(tooMuch.get()));
    }
    Letter letter =
        new Letter(ids.get().toString(), body, attributes, ending.roleSession(), Optional.empty());
    return Dispatcher.Told.sent(
        kind, target, Letters.send(state, target, letter, ending.time()).orElseThrow());
  }

  private static boolean isOf(String service, String target) {
    return Arn.parse(target).map(Arn::service).filter(service::equals).isPresent();
  }

  private static int errorCode(Ending ending) {
    if (ending.lastAttempt().isPresent()) {
      return FUNCTION_ERROR;
    }
    List<HeldBack> heldBack = ending.delivery().course().heldBack();
    return !heldBack.isEmpty()
            && heldBack.get(heldBack.size() - 1).reason() == HeldBack.Reason.SYSTEM_ERROR
        ? SYSTEM_ERROR
        : THROTTLED;
  }

  private static String errorMessage(Ending ending) {
    Optional<InvocationResult> result =
        ending.lastAttempt().map(Attempt::report).map(report -> report.result());
    if (result.isPresent() && result.get() instanceof InvocationResult.FunctionError error) {
      return error.errorMessage();
    }
    return ending.conclusion() == Conclusion.RECURSION_DETECTED
        ? "Recursive invocation detected"
        : "Rate Exceeded.";
  }

  /** AWS gives the first KB. */
  private static String shortened(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= LONGEST_ERROR_MESSAGE) {
      return text;
    }
    int end = LONGEST_ERROR_MESSAGE;
    while ((bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(Arrays.copyOf(bytes, end), StandardCharsets.UTF_8);
  }
}
