package io.pushsim.eventsource.embedded;

import io.pushsim.bucket.EventType;
import io.pushsim.bucket.ObjectEvent;
import io.pushsim.bucket.S3Object;
import io.pushsim.bucket.Sequencer;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** The events of one request. Safe for several threads. */
final class Events {
  private static final String NULL_VERSION = "null";

  private final ObjectCall call;
  private final Sequence sequence;
  private final InstantSource clock;
  private final Function<ObjectEvent, CompletionStage<Void>> accept;
  private final Set<ObjectName> owed;
  private final List<CompletionStage<Void>> accepted = new CopyOnWriteArrayList<>();
  private final List<ObjectName> removed = new CopyOnWriteArrayList<>();

  /** A key of a bucket. */
  record ObjectName(String bucket, String key) {}

  /**
   * @param owed the objects that are gone and whose events could not be made durable: shared by all
   *     requests, so that a client that tries again still has them told of
   */
  Events(
      ObjectCall call,
      Sequence sequence,
      InstantSource clock,
      Function<ObjectEvent, CompletionStage<Void>> accept,
      Set<ObjectName> owed) {
    this.call = call;
    this.owed = owed;
    this.sequence = sequence;
    this.clock = clock;
    this.accept = accept;
  }

  /** What an object is created by that a client sends as a whole: a request or a form. */
  EventType put() {
    return call.operation().equals("PostObject")
        ? EventType.OBJECT_CREATED_POST
        : EventType.OBJECT_CREATED_PUT;
  }

  void requireOwn(BucketGuard guard, String bucket) {
    if (!bucket.equals(call.bucket())) {
      guard.require(bucket, call.caller().account());
    }
  }

  void created(EventType type, String bucket, String key, HeadObjectResponse stored) {
    tell(
        type,
        bucket,
        new S3Object(
            key,
            Optional.of(stored.contentLength()),
            Optional.of(stored.eTag().replace("\"", "")),
            version(stored.versionId()),
            Optional.of(sequence.next())));
  }

  void removed(EventType type, String bucket, String key, @Nullable String version) {
    Sequencer next = sequence.next();
    removed.add(new ObjectName(bucket, key));
    tell(
        type,
        bucket,
        new S3Object(key, Optional.empty(), Optional.empty(), version(version), Optional.of(next)));
  }

  private static Optional<String> version(@Nullable String id) {
    return Optional.ofNullable(id).filter(known -> !known.equals(NULL_VERSION));
  }

  /** Whether the object went before, and nobody could be told of it. */
  boolean isOwed(String bucket, String key) {
    return owed.remove(new ObjectName(bucket, key));
  }

  /** Whether there has been nothing to tell of. */
  boolean areNone() {
    return accepted.isEmpty();
  }

  private CompletionStage<Void> accepted(ObjectEvent event) {
    try {
      return accept.apply(event);
    } catch (RuntimeException failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private void tell(EventType type, String bucket, S3Object object) {
    accepted.add(
        accepted(
            new ObjectEvent(
                type,
                clock.instant(),
                bucket,
                object,
                new ObjectEvent.Request(
                    call.caller().principalId(),
                    call.caller().address(),
                    Optional.of(call.requestId()),
                    Optional.of(call.hostId())),
                Optional.empty())));
  }

  /**
   * Waits until all events so far are durable.
   *
   * @throws ObjectRefusal ServiceUnavailable, where one cannot be: the client is to try again
   */
  void awaitDurable() {
    try {
      accepted.forEach(event -> event.toCompletableFuture().join());
    } catch (CompletionException lost) {
      owed.addAll(removed);
      throw new ObjectRefusal(
          503,
          "ServiceUnavailable",
          "The object's event cannot be made durable (%s). Please try again."
              .formatted(String.valueOf(lost.getCause())));
    }
  }
}
