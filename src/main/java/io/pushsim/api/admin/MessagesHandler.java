package io.pushsim.api.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.api.http.Exchange;
import io.pushsim.arn.Arn;
import io.pushsim.journal.KeptMessage;
import io.pushsim.queue.Message;
import io.pushsim.queue.MessageAttribute;
import io.pushsim.time.IsoTime;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * {@code messages}: what was sent to a topic or an event bus, or is in a queue; looking at them
 * leaves them as they are.
 */
final class MessagesHandler {
  static final Set<String> PARAMETERS = ListParameters.and("target");

  private static final Set<String> SERVICES = Set.of("sqs", "sns", "events");

  private final AdminParts parts;

  MessagesHandler(AdminParts parts) {
    this.parts = parts;
  }

  CompletionStage<Exchange.Answer> list(AdminRequest request) {
    String target = target(request.query());
    OptionalLong next = request.query().next();
    int limit = ListParameters.limit(request.query());
    return ListParameters.answer(
        request.query(),
        parts.background(),
        () -> parts.history().messages().mailboxes().size(target),
        () ->
            JsonPage.of(
                "messages",
                parts.history().messages().page(target, next, limit),
                kept -> kept.claim().number(),
                MessagesHandler::json));
  }

  private static String target(QueryParameters query) {
    String written = query.text("target").orElse("");
    if (Arn.parse(written).filter(arn -> SERVICES.contains(arn.service())).isEmpty()) {
      throw QueryParameters.refused(
          "target", written, "give the ARN of an SQS queue, an SNS topic or an EventBridge bus");
    }
    return written;
  }

  private static ObjectNode json(KeptMessage kept) {
    Message message = kept.message();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", message.id())
        .put("sentAt", IsoTime.milliseconds(message.sent()))
        .put("senderId", message.senderId())
        .put("body", message.body());
    ObjectNode attributes = json.putObject("attributes");
    message.attributes().forEach((name, value) -> attributes.set(name, json(value)));
    json.put("receives", message.formerReceives() + kept.claim().receives());
    message.deadLetterSource().ifPresent(arn -> json.put("deadLetterSource", arn));
    return json;
  }

  private static ObjectNode json(MessageAttribute attribute) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("dataType", attribute.dataType());
    attribute.stringValue().ifPresent(value -> json.put("stringValue", value));
    attribute.binaryValue().ifPresent(value -> json.put("binaryValue", value));
    return json;
  }
}
