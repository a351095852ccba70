package io.pushsim.api.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.journal.AcceptedEvent;
import io.pushsim.journal.Attempt;
import io.pushsim.journal.Delivery;
import io.pushsim.journal.DeliveryAccount;
import io.pushsim.runtime.InvocationReport;
import io.pushsim.time.IsoTime;

/** Deliveries as JSON; what there is not is left out. */
final class DeliveryJson {
  private DeliveryJson() {}

  static ObjectNode of(DeliveryAccount account) {
    Delivery delivery = account.delivery();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", delivery.id()).put("receivedAt", IsoTime.milliseconds(account.received()));
    account.event().ifPresent(accepted -> put(accepted, json));
    delivery.configurationId().ifPresent(id -> json.put("configurationId", id));
    json.put("target", delivery.target().toString())
        .set("decision", DecisionJson.of(delivery.decision()));
    json.put("outcome", Names.of(account.outcome()));
    account.redeliveryOf().ifPresent(former -> json.put("redeliveryOf", former));
    delivery
        .lastAttempt()
        .ifPresent(
            attempt ->
                json.put("executedVersion", attempt.executedVersion())
                    .put("requestId", attempt.requestId()));
    ArrayNode attempts = json.putArray("attempts");
    delivery.course().attempts().forEach(attempt -> attempts.add(of(attempt)));
    return json;
  }

  private static void put(AcceptedEvent accepted, ObjectNode json) {
    ObjectEvent event = accepted.event();
    json.put("eventId", accepted.id())
        .put("bucket", event.bucketName())
        .put("key", event.object().key())
        .put("eventName", event.type().recordName());
  }

  private static ObjectNode of(Attempt attempt) {
    InvocationReport report = attempt.report();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("startedAt", IsoTime.milliseconds(attempt.started()))
        .put("endedAt", IsoTime.milliseconds(attempt.ended()))
        .put("executedVersion", attempt.executedVersion())
        .put("coldStart", report.coldStart());
    if (report.cutByHarness()) {
      json.put("cutByPushsim", true);
    }
    json.putRawValue(
        report.result().isError() ? "error" : "result", new RawValue(report.result().payload()));
    ArrayNode logs = json.putArray("logs");
    report.logs().forEach(line -> logs.add(line.text()));
    return json;
  }
}
