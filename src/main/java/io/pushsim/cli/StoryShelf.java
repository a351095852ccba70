package io.pushsim.cli;

import io.pushsim.api.s3.shelf.ObjectShelf;
import io.pushsim.bucket.Bucket;
import io.pushsim.journal.State;
import io.pushsim.scenario.ObjectChange;
import io.pushsim.scenario.ObjectContents;
import io.pushsim.scenario.StoredObject;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The objects of a story, for its functions: what they change there S3 tells of, as it does of what
 * the story's steps change.
 *
 * @param state tells which buckets there are
 * @param clock the story's
 * @param events accepts what a change is told by
 */
record StoryShelf(ObjectContents objects, Supplier<State> state, InstantSource clock, Events events)
    implements ObjectShelf {

  /** Accepts the event of a change. */
  interface Events {
    CompletionStage<Void> accept(ObjectChange change, String principalId, Optional<String> trace);
  }

  @Override
  public void require(String bucket, Optional<String> expectedOwner) {
    Bucket found = state.get().buckets().require(bucket);
    expectedOwner.ifPresent(found::requireOwner);
  }

  @Override
  public Optional<Kept> find(String bucket, String key) {
    return objects.get(bucket, key).map(object -> kept(bucket, key, object));
  }

  @Override
  public SortedMap<String, Kept> list(String bucket) {
    SortedMap<String, StoredObject> stored = objects.list(bucket);
    Comparator<? super String> order = stored.comparator();
    SortedMap<String, Kept> listed = new TreeMap<>(order);
    stored.forEach((key, object) -> listed.put(key, kept(bucket, key, object)));
    return listed;
  }

  private Kept kept(String bucket, String key, StoredObject object) {
    return new Kept(
        object.size(),
        object.eTag(),
        object.lastModified(),
        object.headers(),
        () -> objects.open(bucket, key, Optional.empty()));
  }

  @Override
  public CompletionStage<Kept> put(Change change, byte[] content, Map<String, String> headers) {
    StoredObject object = StoredObject.of(content, headers, clock.instant());
    Kept kept = kept(change.bucket(), change.key(), object);
    return events
        .accept(
            objects.put(change.how(), change.bucket(), change.key(), object),
            change.principalId(),
            change.trace())
        .thenApply(durable -> kept);
  }

  @Override
  public CompletionStage<Void> remove(Change change) {
    return objects
        .remove(change.bucket(), change.key())
        .map(removed -> events.accept(removed, change.principalId(), change.trace()))
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }
}
