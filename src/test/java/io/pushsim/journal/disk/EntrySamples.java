package io.pushsim.journal.disk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.arn.FunctionArn;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.eventsource.BucketNotification.AwsEvent;
import io.pushsim.eventsource.NotificationReader;
import io.pushsim.journal.AcceptedEvent;
import io.pushsim.journal.Attempt;
import io.pushsim.journal.Conclusion;
import io.pushsim.journal.Delivery;
import io.pushsim.journal.Entry;
import io.pushsim.journal.HeldBack;
import io.pushsim.journal.Lineage;
import io.pushsim.journal.Outcome;
import io.pushsim.journal.PushFault;
import io.pushsim.journal.Sending;
import io.pushsim.policy.AccessRequest;
import io.pushsim.policy.Decision;
import io.pushsim.policy.PermissionRequest;
import io.pushsim.policy.PolicyChange;
import io.pushsim.policy.PolicyDocument;
import io.pushsim.policy.PolicyEvaluator;
import io.pushsim.policy.Principal;
import io.pushsim.policy.Statement;
import io.pushsim.queue.Message;
import io.pushsim.queue.MessageAttribute;
import io.pushsim.queue.Queue;
import io.pushsim.queue.QueueAttributes;
import io.pushsim.queue.QueueChange;
import io.pushsim.queue.RedrivePolicy;
import io.pushsim.runtime.InvocationReport;
import io.pushsim.runtime.InvocationResult;
import io.pushsim.runtime.LogLine;
import io.pushsim.testing.Simulation;
import io.pushsim.testing.TestResource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Entries of every kind, with everything in them that may be absent and without it. */
final class EntrySamples {
  static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901234Z");
  static final FunctionArn TARGET =
      FunctionArn.parse("arn:aws:lambda:us-west-2:111111111111:function:helloworld:PROD")
          .orElseThrow();
  private static final PolicyDocument POLICY =
      PolicyDocument.fromPlain(
          new ObjectMapper()
              .convertValue(new TestResource("journal/policy.json").json(), Map.class));

  private EntrySamples() {}

  static List<Entry> all() {
    Simulation simulation = session();
    List<Entry> entries = new ArrayList<>();
    simulation.journal().read(entries::add);
    entries.addAll(ofEvents());
    entries.add(
        new Entry.OperationDone(
            NOW,
            Simulation.CALLER,
            "AddPermission",
            "{}",
            List.of(
                new Outcome.OfPolicy(
                    new PolicyChange.StatementAdded(TARGET, grantToCome(), "revision")))));
    entries.add(new Entry.Snapshot(NOW, simulation.state().snapshot()));
    entries.add(
        new Entry.OperationDone(
            NOW, Simulation.CALLER, "Reset", "{}", List.of(new Outcome.EverythingGone())));
    return entries;
  }

  /** A session that changes all that can be changed. */
  static Simulation session() {
    Simulation simulation = new Simulation(Duration.ofSeconds(5), Map.of());
    for (String line : new TestResource("journal/session.txt").text().split("\n")) {
      String[] words = line.split(" ", 2);
      simulation.call(words[0], (ObjectNode) TestResource.json(words[1]));
      simulation.time().advance(Duration.ofSeconds(6));
    }
    simulation.putObject("examplebucket", "in/a b+ü.jpg", "hello");
    return simulation;
  }

  static final String QUEUE = "arn:aws:sqs:us-west-2:111111111111:dlq";

  static ObjectEvent event(String resource) {
    return ((AwsEvent)
            new NotificationReader()
                .read(new TestResource("minio-events/" + resource).text())
                .get(0))
        .event();
  }

  static Entry.EventAccepted accepted(String id) {
    return new Entry.EventAccepted(
        NOW, new AcceptedEvent(id, event("01-put.json"), Optional.empty()));
  }

  static Delivery delivery(String id, String eventId, Decision decision) {
    return Delivery.pushed(
        id,
        eventId,
        "prod",
        TARGET,
        "{\"Records\":[{\"s3\":\"…\"}]}",
        NOW,
        decision,
        Lineage.NONE.and(TARGET));
  }

  static Decision allowed() {
    return new Decision.Allowed(request(), POLICY, 0);
  }

  /** By a grant that does not count yet. */
  private static Decision notYetAllowed() {
    PolicyDocument policy = PolicyDocument.of(List.of(grantToCome()));
    return PolicyEvaluator.decide(Optional.of(policy), request().at(NOW));
  }

  private static Statement grantToCome() {
    return PermissionRequest.of("s3", "lambda:InvokeFunction", "s3.amazonaws.com")
        .statementOn(TARGET)
        .inEffectFrom(NOW.plusSeconds(5));
  }

  private static AccessRequest request() {
    return new AccessRequest(
        Principal.S3,
        "lambda:InvokeFunction",
        TARGET.toString(),
        Map.of("aws:SourceArn", List.of("arn:aws:s3:::examplebucket")));
  }

  private static List<Entry> ofEvents() {
    AccessRequest request = request();
    AccessRequest direct =
        AccessRequest.direct(
            Principal.aws("arn:aws:sts::222222222222:assumed-role/r/s"), "lambda:Invoke", TARGET);
    return List.of(
        new Entry.EventAccepted(
            NOW,
            new AcceptedEvent(
                "event-2",
                event("20-ilm-expiry-null-request-parameters.derived.json"),
                Optional.empty()),
            Optional.of("event-1")),
        accepted("event-1"),
        new Entry.EventAccepted(
            NOW,
            new AcceptedEvent(
                "event-3", event("15-put-tagging.json"), Optional.of("{\"eventName\":\"s3:…\"}"))),
        new Entry.EventRouted(NOW, "event-1", 2, Optional.empty()),
        new Entry.EventRouted(NOW, "event-2", 0, Optional.of("nobody asked")),
        new Entry.EventIgnored(NOW, "examplebucket", "a", "s3:ObjectAccessed:Get", "AWS does not"),
        new Entry.EventRejected(NOW, "", "", "", "record 1 has no s3.object.key"),
        new Entry.EventRepeated(NOW, "examplebucket", "a", "ObjectCreated:Put", "event-1"),
        new Entry.DeliveryBegun(NOW, delivery("delivery-1", "event-1", allowed())),
        new Entry.DeliveryDenied(
            NOW, delivery("d-2", "event-1", new Decision.ExplicitDeny(request, POLICY, 1))),
        new Entry.DeliveryDenied(
            NOW,
            delivery(
                "d-3", "event-1", new Decision.ImplicitDeny(request, Optional.empty(), List.of()))),
        new Entry.DeliveryDenied(
            NOW,
            delivery(
                "d-4",
                "event-1",
                new Decision.ImplicitDeny(
                    direct,
                    Optional.of(POLICY),
                    List.of(
                        POLICY.statements().get(0).principal(),
                        POLICY.statements().get(1).conditions().get(0))))),
        new Entry.DeliveryDenied(
            NOW,
            delivery(
                "d-5",
                "event-1",
                new Decision.ImplicitDeny(
                    AccessRequest.direct(Principal.ANONYMOUS, "lambda:Invoke", TARGET),
                    Optional.empty(),
                    List.of()))),
        new Entry.InvocationAccepted(
            NOW,
            Delivery.invoked(
                "request-1", TARGET, "{}", NOW, new Decision.OfOwnAccount(direct), Lineage.NONE)),
        new Entry.DeliveryAttempted(NOW, "event-1", "delivery-1", failed(1), NOW.plusSeconds(60)),
        new Entry.DeliveryHeldBack(
            "event-1",
            "delivery-1",
            new HeldBack(NOW, HeldBack.Reason.RESERVED_CONCURRENCY, NOW.plusSeconds(1))),
        new Entry.DeliveryEnded(
            NOW,
            "event-1",
            "delivery-1",
            List.of(failed(2)),
            Conclusion.RETRIES_EXHAUSTED,
            List.of(
                new Sending(
                    Sending.Kind.DEAD_LETTER_QUEUE,
                    "arn:aws:sqs:us-west-2:111111111111:dlq",
                    Optional.empty()),
                new Sending(
                    Sending.Kind.ON_FAILURE, "arn:aws:s3:::gone", Optional.of("it is gone")))),
        new Entry.DeliveryEnded(
            NOW, "event-1", "delivery-1", List.of(attempt(1)), Conclusion.SUCCEEDED, List.of()),
        new Entry.DeliveryEnded(
            Instant.parse("1969-12-31T23:59:59.5Z"),
            "event-1",
            "d",
            List.of(),
            Conclusion.TARGET_NOT_FOUND,
            List.of()),
        new Entry.RedeliveryAsked(NOW, "event-1", "delivery-9", "delivery-1"),
        new Entry.EventAccepted(
            NOW,
            new AcceptedEvent("event-4", event("01-put.json"), Optional.empty()),
            Optional.empty(),
            Optional.of("event-1")),
        new Entry.EventDelayed(NOW, "event-4", NOW.plusSeconds(30), PushFault.DELAY),
        new Entry.EventDropped(NOW, "event-4", PushFault.DROP),
        new Entry.DeliveryDenied(NOW, delivery("d-6", "event-1", notYetAllowed())),
        new Entry.MessageSent(NOW, QUEUE, message("message-1")),
        new Entry.MessageSent(
            NOW, QUEUE, message("message-1").asDeadLetterOf("arn:aws:sqs:us-west-2:1:orders", 3)),
        new Entry.MessageGone(NOW, QUEUE, "message-1", Entry.MessageGone.Why.EXPIRED),
        new Entry.OperationDone(
            NOW,
            Simulation.CALLER,
            "CreateQueue",
            "{\"QueueName\":\"dlq\"}",
            List.of(
                new Outcome.OfQueue(new QueueChange.QueueCreated(queue())),
                new Outcome.OfQueue(new QueueChange.QueueReplaced(queue())),
                new Outcome.OfQueue(new QueueChange.QueuePurged(QUEUE, NOW)),
                new Outcome.OfQueue(new QueueChange.QueueDeleted(QUEUE)))));
  }

  static Entry.MessageSent sent(String id) {
    return new Entry.MessageSent(NOW, QUEUE, message(id));
  }

  static Entry.OperationDone purged() {
    return new Entry.OperationDone(
        NOW,
        Simulation.CALLER,
        "PurgeQueue",
        "{}",
        List.of(new Outcome.OfQueue(new QueueChange.QueuePurged(QUEUE, NOW))));
  }

  private static Queue queue() {
    return new Queue(
        QUEUE,
        new QueueAttributes(
            30, 345_600, 0, 1024, 20, Optional.of(new RedrivePolicy(QUEUE + "-dead", 3))),
        Map.of("team", "photos"),
        NOW,
        NOW,
        Optional.of(NOW));
  }

  private static Message message(String id) {
    return new Message(
        id,
        "{\"Records\":[]} ü\n",
        new TreeMap<>(
            Map.of(
                "RequestID",
                MessageAttribute.ofString("delivery-1"),
                "Bytes",
                new MessageAttribute("Binary.gif", Optional.empty(), Optional.of("AQID")))),
        "AROAEXAMPLE:helloworld",
        NOW,
        5,
        Optional.of("Root=1-5759e988-bd862e3fe1be46a994272793"),
        Optional.empty(),
        0);
  }

  static Attempt attempt(int number) {
    return new Attempt(
        number,
        "delivery-1",
        "7",
        NOW,
        NOW.plusMillis(3),
        new InvocationReport(
            new InvocationResult.Success("\"line\\n\\u2028\""),
            List.of(
                new LogLine(NOW, "START RequestId: 1", "START RequestId: 1", false),
                new LogLine(NOW, "2026\t1\tINFO\tkey = \u2028\"\n", "key = \u2028\"\n", true),
                new LogLine(NOW, "same", "same", true)),
            Duration.ofNanos(1_234_567),
            Optional.of(Duration.ofMillis(120)),
            64,
            "2026/01/02/[7]0123",
            false));
  }

  private static Attempt failed(int number) {
    return new Attempt(
        number,
        "delivery-1",
        "$LATEST",
        NOW,
        NOW,
        new InvocationReport(
            InvocationResult.FunctionError.of("Error", "boom"),
            List.of(),
            Duration.ZERO,
            Optional.empty(),
            64,
            "stream",
            true));
  }
}
