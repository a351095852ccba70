package io.pushsim.scenario;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The objects that a story has put into its buckets: what S3 remembers of them for events. */
final class StoredObjects {
  private final Map<String, Map<String, StoredObject>> buckets = new HashMap<>();

  void put(String bucket, String key, StoredObject object) {
    buckets.computeIfAbsent(bucket, name -> new HashMap<>()).put(key, object);
  }

  Optional<StoredObject> get(String bucket, String key) {
    return Optional.ofNullable(buckets.getOrDefault(bucket, Map.of()).get(key));
  }

  /** Takes the object away, and says whether there was one. */
  boolean remove(String bucket, String key) {
    Map<String, StoredObject> objects = buckets.get(bucket);
    return objects != null && objects.remove(key) != null;
  }

  boolean isEmpty(String bucket) {
    return buckets.getOrDefault(bucket, Map.of()).isEmpty();
  }

  /**
   * An object as its events show it.
   *
   * @param size in bytes
   * @param eTag without quotes
   */
  record StoredObject(long size, String eTag) {}
}
