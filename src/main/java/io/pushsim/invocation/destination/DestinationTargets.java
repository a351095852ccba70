package io.pushsim.invocation.destination;

import io.pushsim.arn.Arn;
import io.pushsim.arn.FunctionArn;
import io.pushsim.journal.Conclusion;
import io.pushsim.journal.Delivery;
import io.pushsim.journal.Entry;
import io.pushsim.journal.Lineage;
import io.pushsim.journal.Sending;
import io.pushsim.journal.State;
import io.pushsim.policy.AccessRequest;
import io.pushsim.policy.Decision;
import io.pushsim.policy.Principal;
import io.pushsim.time.Ids;
import io.pushsim.time.IsoTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The targets of dead letters and destination records: functions are invoked and objects written;
 * queues, topics and event buses get messages. Rights are the execution role's, which pushsim does
 * not simulate: what exists can be reached.
 */
public final class DestinationTargets {
  private final State state;
  private final Ids ids;
  private final ObjectWriter objects;
  private final Outbox outbox;

  /**
   * @param objects where records in S3 go
   */
  public DestinationTargets(State state, Ids ids, ObjectWriter objects) {
    this.state = state;
    this.ids = ids;
    this.objects = objects;
    this.outbox = new Outbox(state, ids);
  }

  /** Sends the event itself to a dead-letter queue or topic. */
  CompletionStage<Dispatcher.Told> deadLetter(String target, Ending ending) {
    return CompletableFuture.completedFuture(outbox.deadLetter(target, ending));
  }

  /** Sends a record of the invocation to a destination; may fail where it cannot be written. */
  CompletionStage<Dispatcher.Told> record(Sending.Kind kind, String target, Ending ending) {
    String service = Arn.parse(target).map(Arn::service).orElse("");
    return switch (service) {
      case "lambda" -> CompletableFuture.completedFuture(invocation(kind, target, ending));
      case "s3" -> object(kind, target, ending);
      default -> CompletableFuture.completedFuture(outbox.record(kind, target, ending));
    };
  }

  private Dispatcher.Told invocation(Sending.Kind kind, String target, Ending ending) {
    Optional<FunctionArn> function = FunctionArn.parse(target).filter(state.functions()::has);
    if (function.isEmpty()) {
      return Dispatcher.Told.failure(kind, target, "Function not found: " + target);
    }
    Delivery invoked = invoked(function.get(), ending);
    return new Dispatcher.Told(
        List.of(new Sending(kind, target, Optional.empty())),
        List.of(new Entry.InvocationAccepted(ending.time(), invoked)),
        List.of(invoked));
  }

  private Delivery invoked(FunctionArn function, Ending ending) {
    Principal role =
        Principal.aws(
            ending
                .configuration()
                .map(configuration -> configuration.role())
                .orElse("arn:aws:iam::%s:root".formatted(function.account())));
    return Delivery.invoked(
        ids.get().toString(),
        function,
        DestinationRecord.of(ending),
        ending.time(),
        new Decision.OfOwnAccount(
            AccessRequest.direct(role, AccessRequest.INVOKE_FUNCTION, function)),
        lineage(ending));
  }

  /** The chain goes on where the function has run, or was stopped: that shows by one run more. */
  private static Lineage lineage(Ending ending) {
    Lineage lineage = ending.delivery().lineage();
    boolean counts =
        ending.lastAttempt().isPresent() || ending.conclusion() == Conclusion.RECURSION_DETECTED;
    return counts ? lineage.and(ending.delivery().target()) : lineage;
  }

  private CompletionStage<Dispatcher.Told> object(Sending.Kind kind, String target, Ending ending) {
    String bucket = Arn.parse(target).map(Arn::resource).orElse("");
    if (state.buckets().find(bucket).isEmpty()) {
      return CompletableFuture.completedFuture(
          Dispatcher.Told.failure(kind, target, "The specified bucket does not exist: " + bucket));
    }
    return objects
        .write(
            new ObjectWriter.NewObject(
                bucket,
                key(ending),
                DestinationRecord.of(ending),
                "AWS:" + ending.roleSession(),
                lineage(ending)))
        .thenApply(written -> Dispatcher.Told.sent(kind, target));
  }

  /**
   * The object's name (Lambda's developer guide, "Capturing records of Lambda asynchronous
   * invocations", S3 destinations).
   */
  private String key(Ending ending) {
    Instant time = ending.time();
    String second = IsoTime.milliseconds(time).substring(0, 19).replace(':', '.');
    return "aws/lambda/async/%s/%s/%s-%s"
        .formatted(ending.delivery().target().functionName(), IsoTime.day(time), second, ids.get());
  }
}
