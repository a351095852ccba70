package io.pushsim.load.remote;

import io.pushsim.arn.FunctionArn;
import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.S3Event;
import io.pushsim.eventsource.S3EventWriter;
import io.pushsim.load.LoadEvent;
import io.pushsim.load.Shot;
import io.pushsim.load.measurement.Measurements;
import io.pushsim.load.remote.Reconnaissance.Pushed;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A running pushsim whose functions are invoked: for each push, those at whom it would be pushed,
 * with what they would get. No bucket's grant is asked then, and nothing is tried again.
 */
public final class InvokeTarget extends RemoteTarget {
  private static final int NO_CONTENT = 204;

  private final PushsimClient client;
  private final Function<String, Optional<Bucket>> buckets;
  private final Reconnaissance known;
  private final UnaryOperator<ObjectEvent> kinds;
  private final Measurements measurements;
  private final S3EventWriter writer = new S3EventWriter();

  private InvokeTarget(
      PushsimClient client,
      UnaryOperator<ObjectEvent> kinds,
      Function<String, Optional<Bucket>> buckets,
      Reconnaissance known,
      Measurements measurements) {
    super(known, known.process());
    this.client = client;
    this.buckets = buckets;
    this.known = known;
    this.kinds = kinds;
    this.measurements = measurements;
  }

  /**
   * The target, once it has been asked whether its functions can be invoked.
   *
   * @param events of the load, of each kind one
   * @param kinds tells which of these an event that is sent is like
   * @param buckets of the story, by name: what payloads say of them
   * @throws RemoteException where it cannot be loaded
   */
  public static InvokeTarget of(
      PushsimClient client,
      List<LoadEvent> events,
      UnaryOperator<ObjectEvent> kinds,
      Function<String, Optional<Bucket>> buckets,
      Measurements measurements)
      throws InterruptedException {
    Reconnaissance known = Reconnaissance.of(client, events, "--target");
    known.pushes().values().stream()
        .flatMap(List::stream)
        .map(Pushed::target)
        .distinct()
        .forEach(function -> tryOut(client, function));
    return new InvokeTarget(client, kinds, buckets, known, measurements);
  }

  private static void tryOut(PushsimClient client, FunctionArn function) {
    HttpResponse<String> answer;
    try {
      answer = client.invoke(function, "DryRun", "{}").toCompletableFuture().join();
    } catch (CompletionException e) {
      throw new RemoteException(
          "%s does not answer an Invoke (%s)".formatted(client.endpoint(), e.getCause()));
    }
    if (answer.statusCode() != NO_CONTENT) {
      throw new RemoteException(
          "%s refuses to have %s invoked (%d %s). A load does not sign its calls: start the pushsim without --credentials, with the function there, or load it --by webhook"
              .formatted(
                  client.endpoint(),
                  function,
                  answer.statusCode(),
                  InvokeAnswer.errorCode(answer)));
    }
  }

  @Override
  public void send(Shot shot) {
    ObjectEvent event = shot.objectEvent(Instant.now(), "%016X".formatted(shot.number()));
    Bucket bucket = buckets.apply(event.bucketName()).orElseThrow();
    List<Pushed> pushes =
        Optional.ofNullable(known.pushes().get(kinds.apply(shot.event().template()))).orElseThrow();
    shot.expect(pushes.size());
    for (Pushed push : pushes) {
      String payload = writer.write(S3Event.of(event, bucket, push.configurationId()));
      long sent = System.nanoTime();
      client
          .invoke(push.target(), "RequestResponse", payload)
          .whenComplete((answer, failure) -> end(shot, push, sent, answer, failure));
    }
  }

  private void end(
      Shot shot,
      Pushed push,
      long sent,
      @Nullable HttpResponse<String> answer,
      @Nullable Throwable failure) {
    if (answer == null) {
      measurements.failed(
          shot, reachability.kind(client.endpoint(), Objects.requireNonNull(failure)));
    } else {
      new InvokeAnswer(answer).tell(measurements, shot, push.target(), sent);
    }
    if (shot.isLast()) {
      measurements.over(shot);
    }
  }

  @Override
  public String description() {
    return client.endpoint() + ", by Invoke";
  }

  /** Each answer says all that comes of its push. */
  @Override
  public void close() {}
}
