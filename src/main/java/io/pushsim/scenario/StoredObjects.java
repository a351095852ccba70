package io.pushsim.scenario;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.S3Errors;
import io.pushsim.error.SimulatorException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The objects that a story has put into its buckets, which have no versions. */
final class StoredObjects implements ObjectContents {
  /** The version that every object of a bucket without versions has. */
  private static final String ONLY_VERSION = "null";

  private final Map<String, Map<String, StoredObject>> buckets = new HashMap<>();

  void put(String bucket, String key, StoredObject object) {
    buckets.computeIfAbsent(bucket, name -> new HashMap<>()).put(key, object);
  }

  @Override
  public ObjectChange put(String bucket, String key, byte[] content) {
    return put("Put", bucket, key, StoredObject.of(content));
  }

  /**
   * Puts an object there.
   *
   * @param how S3's name of what creates it
   */
  ObjectChange put(String how, String bucket, String key, StoredObject object) {
    put(bucket, key, object);
    return new ObjectChange(
        "ObjectCreated:" + how,
        bucket,
        key,
        Optional.of(object.size()),
        Optional.of(object.eTag()),
        Optional.empty());
  }

  Optional<StoredObject> get(String bucket, String key) {
    return Optional.ofNullable(buckets.getOrDefault(bucket, Map.of()).get(key));
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

  /** Takes the object away, and says whether there was one. */
  boolean remove(String bucket, String key) {
    Map<String, StoredObject> objects = buckets.get(bucket);
    return objects != null && objects.remove(key) != null;
  }

  boolean isEmpty(String bucket) {
    return buckets.getOrDefault(bucket, Map.of()).isEmpty();
  }

  private static SimulatorException unknownContent(String bucket, String key) {
    return new SimulatorException(
        ErrorCode.INVALID_INPUT,
        "%s/%s was uploaded in parts, of which only the size is told; put it with PutObject to have it read"
            .formatted(bucket, key));
  }

  /**
   * An object.
   *
   * @param size in bytes
   * @param eTag without quotes
   * @param content absent where the story tells its size alone
   */
  record StoredObject(long size, String eTag, Optional<ObjectContent> content) {
    /** One of these bytes. */
    static StoredObject of(byte[] bytes) {
      return new StoredObject(
          bytes.length, ObjectTag.of(bytes), Optional.of(() -> new ByteArrayInputStream(bytes)));
    }
  }
}
