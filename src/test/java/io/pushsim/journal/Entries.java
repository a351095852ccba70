package io.pushsim.journal;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.arn.Scope;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.eventsource.BucketNotification.AwsEvent;
import io.pushsim.eventsource.NotificationReader;
import io.pushsim.policy.AccessRequest;
import io.pushsim.policy.Decision;
import io.pushsim.policy.PolicyDocument;
import io.pushsim.policy.PolicyRegistry;
import io.pushsim.policy.Principal;
import io.pushsim.queue.Message;
import io.pushsim.queue.MessageAttribute;
import io.pushsim.queue.QueueChange;
import io.pushsim.runtime.InvocationReport;
import io.pushsim.runtime.InvocationResult;
import io.pushsim.testing.TestResource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Entries of a journal, with what a test wants to say by them, and their words. */
final class Entries {
  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  static final Scope CALLER = new Scope("111111111111", "us-west-2");
  static final ObjectEvent EVENT =
      ((AwsEvent)
              new NotificationReader()
                  .read(new TestResource("minio-events/01-put.json").text())
                  .get(0))
          .event();

  private Entries() {}

  static Entry accepted(String event, int second) {
    return new Entry.EventAccepted(
        NOW.plusSeconds(second), new AcceptedEvent(event, EVENT, Optional.empty()));
  }

  static Entry routed(String event, int second, int deliveries) {
    return new Entry.EventRouted(
        NOW.plusSeconds(second),
        event,
        deliveries,
        deliveries == 0
            ? Optional.of("the bucket has no notification configuration")
            : Optional.empty());
  }

  static Entry ended(String event, int second) {
    return ended(
        event, "delivery of %s at %d, %s".formatted(event, second, UUID.randomUUID()), second);
  }

  static Entry.DeliveryDenied ended(String event, String delivery, int second) {
    FunctionArn target = FunctionArn.of(CALLER, "fn", Qualifier.parse("PROD"));
    var decision =
        new PolicyRegistry().decide(target, new AccessRequest(Principal.S3, "", "", Map.of()), NOW);
    return new Entry.DeliveryDenied(
        NOW.plusSeconds(second),
        Delivery.pushed(delivery, event, "prod", target, "{}", NOW, decision, Lineage.NONE));
  }

  static Entry.DeliveryBegun begun(String event, String delivery, int second) {
    FunctionArn target = FunctionArn.of(CALLER, "fn", Qualifier.parse("PROD"));
    AccessRequest request = new AccessRequest(Principal.S3, "", "", Map.of());
    return new Entry.DeliveryBegun(
        NOW.plusSeconds(second),
        Delivery.pushed(
            delivery,
            event,
            "prod",
            target,
            "{}",
            NOW.plusSeconds(second),
            new Decision.Allowed(request, PolicyDocument.of(List.of()), 0),
            Lineage.NONE));
  }

  static Entry done(String event, String delivery, int second) {
    return done(event, delivery, second, List.of());
  }

  static Entry done(String event, String delivery, int second, List<Attempt> attempts) {
    return new Entry.DeliveryEnded(
        NOW.plusSeconds(second),
        event,
        delivery,
        attempts,
        attempts.isEmpty() ? Conclusion.TARGET_NOT_FOUND : Conclusion.SUCCEEDED,
        List.of());
  }

  /** The handler failed, and is to run again in a minute. */
  static Entry attempted(String event, String delivery, int second) {
    Instant time = NOW.plusSeconds(second);
    return new Entry.DeliveryAttempted(
        time, event, delivery, attempt(second), time.plusSeconds(60));
  }

  /** The function could not be run, and is to be in a minute. */
  static Entry heldBack(String event, String delivery, int second) {
    Instant time = NOW.plusSeconds(second);
    return new Entry.DeliveryHeldBack(
        event,
        delivery,
        new HeldBack(time, HeldBack.Reason.ACCOUNT_CONCURRENCY, time.plusSeconds(60)));
  }

  /** The function of the other deliveries was invoked by a caller who does not wait. */
  static Entry.InvocationAccepted invoked(String id, int second) {
    Delivery pushed = begun("", "", second).delivery();
    return new Entry.InvocationAccepted(
        NOW.plusSeconds(second),
        Delivery.invoked(
            id, pushed.target(), "{}", pushed.pushed(), pushed.decision(), Lineage.NONE));
  }

  static Entry ignored(String key, int second) {
    return new Entry.EventIgnored(
        NOW.plusSeconds(second), "examplebucket", key, "s3:ObjectAccessed:Get", "AWS does not");
  }

  static Entry rejected(String key, int second) {
    return new Entry.EventRejected(
        NOW.plusSeconds(second), "examplebucket", key, "s3:ObjectCreated:Put", "no time");
  }

  static Entry repeated(String key, int second) {
    return new Entry.EventRepeated(
        NOW.plusSeconds(second), "examplebucket", key, "ObjectCreated:Put", "the first");
  }

  static Entry.OperationDone operation(String name) {
    return operation(name, List.of());
  }

  static Entry.OperationDone operation(String name, QueueChange change) {
    return operation(name, List.of(new Outcome.OfQueue(change)));
  }

  private static Entry.OperationDone operation(String name, List<Outcome> outcomes) {
    return new Entry.OperationDone(NOW, CALLER, name, "{}", outcomes);
  }

  static Entry sent(String arn, String id, int second) {
    return new Entry.MessageSent(NOW.plusSeconds(second), arn, message(id, second));
  }

  static Message message(String id, int second) {
    return new Message(
        id,
        "body of " + id,
        Map.of("RequestID", MessageAttribute.ofString(id)),
        "111111111111",
        NOW.plusSeconds(second),
        0,
        Optional.empty(),
        Optional.empty(),
        0);
  }

  static Entry gone(String arn, String id) {
    return new Entry.MessageGone(NOW, arn, id, Entry.MessageGone.Why.DELETED);
  }

  /** A run of the handler that answered. */
  static Attempt attempt(int second) {
    Instant started = NOW.plusSeconds(second);
    return new Attempt(
        1,
        "request",
        "7",
        started,
        started.plusMillis(2),
        new InvocationReport(
            new InvocationResult.Success("\"grüße\""),
            List.of(),
            Duration.ofMillis(2),
            Optional.empty(),
            64,
            "stream",
            false));
  }

  private static String told(Entry.NotAccepted entry) {
    if (entry instanceof Entry.EventRepeated) {
      return "repeated ";
    }
    return entry instanceof Entry.EventRejected ? "rejected " : "ignored ";
  }

  /** An entry in a few words. */
  static String tell(Entry entry) {
    if (entry instanceof Entry.EventAccepted accepted) {
      return "accepted " + accepted.event().id();
    }
    if (entry instanceof Entry.EventRouted routed) {
      return "routed " + routed.eventId();
    }
    if (entry instanceof Entry.DeliveryDenied ended) {
      return "ended " + ended.eventId();
    }
    if (entry instanceof Entry.DeliveryBegun begun) {
      return "begun " + begun.eventId();
    }
    if (entry instanceof Entry.DeliveryEnded done) {
      return "done " + done.eventId();
    }
    if (entry instanceof Entry.InvocationAccepted invoked) {
      return "invoked " + invoked.eventId();
    }
    if (entry instanceof Entry.OfCourse told) {
      return "waits " + told.eventId();
    }
    if (entry instanceof Entry.RedeliveryAsked asked) {
      return asked.deliveryId() + " " + asked.eventId();
    }
    if (entry instanceof Entry.Snapshot) {
      return "snapshot";
    }
    if (entry instanceof Entry.MessageSent sent) {
      return "sent " + sent.messageId();
    }
    if (entry instanceof Entry.MessageGone gone) {
      return "gone " + gone.messageId();
    }
    return entry instanceof Entry.NotAccepted passed
        ? told(passed) + passed.key()
        : ((Entry.OperationDone) entry).operation();
  }
}
