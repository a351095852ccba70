package io.pushsim.api.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.journal.AcceptedEvent;
import io.pushsim.journal.Attempt;
import io.pushsim.journal.Course;
import io.pushsim.journal.Delivery;
import io.pushsim.journal.DeliveryAccount;
import io.pushsim.journal.HeldBack;
import io.pushsim.journal.Sending;
import io.pushsim.runtime.InvocationReport;
import io.pushsim.time.IsoTime;
import java.util.function.Function;

/** Deliveries as JSON; what there is not is left out. */
final class DeliveryJson {
  /** A handler's answer that has more characters is told by its length in brief. */
  private static final int LONGEST_IN_BRIEF = 2000;

  private DeliveryJson() {}

  static ObjectNode of(DeliveryAccount account) {
    Delivery delivery = account.delivery();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", delivery.id()).put("receivedAt", IsoTime.milliseconds(account.received()));
    account
        .event()
        .ifPresentOrElse(accepted -> put(accepted, json), () -> json.put("invocation", "Event"));
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
    putCourse(delivery.course(), DeliveryJson::of, json);
    if (!delivery.lineage().runs().isEmpty()) {
      delivery.lineage().runs().forEach(json.putObject("lineage")::put);
    }
    return json;
  }

  /** The course alone: without what was decided, and of each run without its log. */
  static ObjectNode brief(DeliveryAccount account) {
    Delivery delivery = account.delivery();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", delivery.id()).put("receivedAt", IsoTime.milliseconds(account.received()));
    account
        .event()
        .ifPresent(accepted -> json.put("eventName", accepted.event().type().recordName()));
    json.put("outcome", Names.of(account.outcome()));
    putCourse(delivery.course(), DeliveryJson::brief, json);
    return json;
  }

  private static void put(AcceptedEvent accepted, ObjectNode json) {
    ObjectEvent event = accepted.event();
    json.put("eventId", accepted.id())
        .put("bucket", event.bucketName())
        .put("key", event.object().key())
        .put("eventName", event.type().recordName());
    event.request().requestId().ifPresent(id -> json.put("s3RequestId", id));
  }

  private static void putCourse(
      Course course, Function<Attempt, ObjectNode> form, ObjectNode json) {
    ArrayNode attempts = json.putArray("attempts");
    course.attempts().forEach(attempt -> attempts.add(form.apply(attempt)));
    if (!course.heldBack().isEmpty()) {
      ArrayNode heldBack = json.putArray("heldBack");
      course.heldBack().forEach(once -> heldBack.add(of(once)));
    }
    course.due().ifPresent(due -> json.put("nextAttemptAt", IsoTime.milliseconds(due)));
    course.conclusion().ifPresent(conclusion -> json.put("conclusion", Names.of(conclusion)));
    if (!course.sendings().isEmpty()) {
      ArrayNode sentTo = json.putArray("sentTo");
      course.sendings().forEach(sending -> sentTo.add(of(sending)));
    }
  }

  private static ObjectNode of(HeldBack once) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("time", IsoTime.milliseconds(once.time()))
        .put("reason", Names.of(once.reason()))
        .put("due", IsoTime.milliseconds(once.due()));
  }

  private static ObjectNode of(Sending sending) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("kind", Names.of(sending.kind())).put("target", sending.target());
    sending.failure().ifPresent(failure -> json.put("failure", failure));
    return json;
  }

  private static ObjectNode of(Attempt attempt) {
    InvocationReport report = attempt.report();
    ObjectNode json = began(attempt);
    json.put("coldStart", report.coldStart());
    if (report.cutByHarness()) {
      json.put("cutByPushsim", true);
    }
    json.putRawValue(resultName(report), new RawValue(report.result().payload()));
    ArrayNode logs = json.putArray("logs");
    report.logs().forEach(line -> logs.add(line.text()));
    return json;
  }

  private static ObjectNode brief(Attempt attempt) {
    InvocationReport report = attempt.report();
    ObjectNode json = began(attempt);
    String payload = report.result().payload();
    if (payload.length() <= LONGEST_IN_BRIEF) {
      json.putRawValue(resultName(report), new RawValue(payload));
    } else {
      json.put(resultName(report) + "Length", payload.length());
    }
    return json;
  }

  private static ObjectNode began(Attempt attempt) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("number", attempt.number())
        .put("startedAt", IsoTime.milliseconds(attempt.started()))
        .put("endedAt", IsoTime.milliseconds(attempt.ended()))
        .put("executedVersion", attempt.executedVersion());
  }

  private static String resultName(InvocationReport report) {
    return report.result().isError() ? "error" : "result";
  }
}
