package io.pushsim.api.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.api.http.Exchange;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.BucketNotification;
import io.pushsim.eventsource.NotificationReader;
import io.pushsim.journal.EventAccount;
import io.pushsim.journal.EventQuery;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * {@code events}: where S3 servers post their notifications, and where one sees what came of them.
 */
final class EventsHandler {
  static final Set<String> PARAMETERS = ListParameters.and("bucket", "prefix", "outcome", "since");

  private static final Map<String, EventAccount.Outcome> OUTCOMES =
      Map.of(
          "accepted", EventAccount.Outcome.ACCEPTED,
          "matched", EventAccount.Outcome.MATCHED,
          "unmatched", EventAccount.Outcome.UNMATCHED,
          "ignored", EventAccount.Outcome.IGNORED);

  private final AdminParts parts;

  /** Made when it is first needed: starting up does not wait for it. */
  private static final class Reader {
    private static final NotificationReader INSTANCE = new NotificationReader();
  }

  EventsHandler(AdminParts parts) {
    this.parts = parts;
  }

  CompletionStage<Exchange.Answer> list(AdminRequest request) {
    QueryParameters query = request.query();
    EventQuery wanted =
        new EventQuery(
            query.name("bucket"),
            query.text("prefix"),
            query.oneOf("outcome", OUTCOMES),
            query.time("since"));
    OptionalLong next = query.next();
    int limit = ListParameters.limit(query);
    return ListParameters.answer(
        query,
        parts.background(),
        () -> parts.history().count(wanted),
        () ->
            JsonPage.of(
                "events",
                parts.history().events(wanted, next, limit),
                EventAccount::number,
                EventsHandler::json));
  }

  private static ObjectNode json(EventAccount account) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    account.id().ifPresent(id -> json.put("id", id));
    json.put("receivedAt", IsoTime.of(account.received()))
        .put("bucket", account.bucketName())
        .put("key", account.key())
        .put("eventName", account.eventName())
        .put("outcome", outcome(account.outcome()));
    account.reason().ifPresent(reason -> json.put("reason", reason));
    ArrayNode deliveries = json.putArray("deliveries");
    account.deliveryIds().forEach(deliveries::add);
    return json;
  }

  private static String outcome(EventAccount.Outcome outcome) {
    return switch (outcome) {
      case ACCEPTED -> "accepted";
      case MATCHED -> "matched";
      case UNMATCHED -> "unmatched";
      case IGNORED -> "ignored";
    };
  }

  /** The webhook. Older MinIO servers try it with an empty body, which is no notification. */
  CompletionStage<Exchange.Answer> accept(AdminRequest request) {
    List<BucketNotification> notifications =
        request.body().length == 0 ? List.of() : Reader.INSTANCE.read(text(request.body()));
    long ignored =
        notifications.stream().filter(BucketNotification.NotAnAwsEvent.class::isInstance).count();
    Exchange.Answer answer =
        Answers.json(
            200,
            JsonNodeFactory.instance
                .objectNode()
                .put("accepted", notifications.size() - ignored)
                .put("ignored", ignored));
    return notifications.isEmpty()
        ? CompletableFuture.completedFuture(answer)
        : parts.events().accept(notifications).thenApply(durable -> answer);
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new SimulatorException(
          ErrorCode.INVALID_REQUEST_CONTENT,
          "This is no S3 notification: its body is not text in UTF-8.");
    }
  }
}
