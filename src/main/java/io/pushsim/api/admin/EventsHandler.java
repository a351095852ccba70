package io.pushsim.api.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.api.http.Exchange;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.BucketNotification;
import io.pushsim.eventsource.NotificationReader;
import io.pushsim.eventsource.Receipt;
import io.pushsim.journal.EventAccount;
import io.pushsim.journal.EventQuery;
import io.pushsim.journal.PushFault;
import io.pushsim.time.IsoTime;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * {@code events}: where S3 servers post their notifications, and where one sees what came of them.
 */
final class EventsHandler {
  static final Set<String> PARAMETERS = ListParameters.and("bucket", "prefix", "outcome", "since");

  private static final Map<String, EventAccount.Outcome> OUTCOMES =
      Names.of(EventAccount.Outcome.class);

  private final AdminParts parts;

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
    json.put("receivedAt", IsoTime.milliseconds(account.received()))
        .put("bucket", account.bucketName())
        .put("key", account.key())
        .put("eventName", account.eventName())
        .put("outcome", Names.of(account.outcome()));
    account.reason().ifPresent(reason -> json.put("reason", reason));
    boolean certain =
        account.outcome() == EventAccount.Outcome.DUPLICATE
            || account.faults().contains(PushFault.DUPLICATE);
    String first = certain ? "duplicateOf" : "possibleDuplicateOf";
    account.duplicateOf().ifPresent(id -> json.put(first, id));
    if (!account.faults().isEmpty()) {
      ArrayNode faults = json.putArray("faults");
      account.faults().forEach(fault -> faults.add(Names.of(fault)));
    }
    account
        .waiting()
        .ifPresent(waiting -> json.put("waitsUntil", IsoTime.milliseconds(waiting.until())));
    ArrayNode deliveries = json.putArray("deliveries");
    account.deliveryIds().forEach(deliveries::add);
    return json;
  }

  /**
   * The webhook. Older MinIO servers try it with an empty body, which is no notification. A record
   * that can never be delivered is no reason to refuse its message: MinIO would send it for ever,
   * and nothing else (MinIO source, internal/store).
   */
  CompletionStage<Exchange.Answer> accept(AdminRequest request) {
    List<BucketNotification> notifications =
        request.body().length == 0 ? List.of() : read(text(request.body()));
    for (BucketNotification notification : notifications) {
      if (notification instanceof BucketNotification.AwsEvent told) {
        parts.toldOf().accept(told.event().bucketName());
      }
    }
    return parts
        .events()
        .accept(notifications)
        .thenApply(receipt -> Answers.json(200, json(receipt)));
  }

  // The reader's class is loaded when it is first needed: starting up does not wait for it.
  private List<BucketNotification> read(String message) {
    return new NotificationReader().keepingOriginals(parts.nativeEvents()).readEach(message);
  }

  private static ObjectNode json(Receipt receipt) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("accepted", receipt.accepted())
        .put("ignored", receipt.ignored())
        .put("duplicates", receipt.duplicates())
        .put("rejected", receipt.rejected());
  }

  /** The platform puts U+FFFD where bytes are not UTF-8; some clients send it themselves. */
  private static String text(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0 ? text : checkedText(body);
  }

  private static String checkedText(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new SimulatorException(
          ErrorCode.INVALID_REQUEST_CONTENT,
          "This is no S3 notification: its body is not text in UTF-8.");
    }
  }
}
