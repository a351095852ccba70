package io.pushsim.scenario;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.S3Errors;
import io.pushsim.error.SimulatorException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The objects that a story has put into its buckets, which have no versions. */
public final class StoredObjects implements ObjectContents {
  /** The version that every object of a bucket without versions has. */
  private static final String ONLY_VERSION = "null";

  private final Map<String, SortedMap<String, StoredObject>> buckets = new HashMap<>();

  @Override
  public ObjectChange put(String how, String bucket, String key, StoredObject object) {
    buckets.computeIfAbsent(bucket, name -> new TreeMap<>(StoredObjects::byBytes)).put(key, object);
    return new ObjectChange(
        "ObjectCreated:" + how,
        bucket,
        key,
        Optional.of(object.size()),
        Optional.of(object.eTag()),
        Optional.empty());
  }

  @Override
  public Optional<StoredObject> get(String bucket, String key) {
    return Optional.ofNullable(list(bucket).get(key));
  }

  @Override
  public InputStream open(String bucket, String key, Optional<String> version) throws IOException {
    if (version.filter(id -> !id.equals(ONLY_VERSION)).isPresent()) {
      throw S3Errors.invalidArgument("Invalid version id specified", "versionId", version.get());
    }
    return get(bucket, key)
        .orElseThrow(() -> S3Errors.noSuchKey(key))
        .content()
        .orElseThrow(() -> unknownContent(bucket, key))
        .open();
  }

  @Override
  public Optional<ObjectChange> remove(String bucket, String key) {
    Map<String, StoredObject> objects = buckets.get(bucket);
    return objects == null || objects.remove(key) == null
        ? Optional.empty()
        : Optional.of(
            new ObjectChange(
                "ObjectRemoved:Delete",
                bucket,
                key,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @Override
  public SortedMap<String, StoredObject> list(String bucket) {
    return Collections.unmodifiableSortedMap(
        buckets.getOrDefault(bucket, Collections.emptySortedMap()));
  }

  boolean isEmpty(String bucket) {
    return list(bucket).isEmpty();
  }

  /** S3 lists keys by their UTF-8 bytes, and so by their code points. */
  private static int byBytes(String a, String b) {
    return Arrays.compareUnsigned(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private static SimulatorException unknownContent(String bucket, String key) {
    return new SimulatorException(
        ErrorCode.INVALID_INPUT,
        "%s/%s was uploaded in parts, of which only the size is told; put it with PutObject to have it read"
            .formatted(bucket, key));
  }
}
