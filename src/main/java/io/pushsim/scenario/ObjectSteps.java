package io.pushsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.bucket.S3Object;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.S3Errors;
import io.pushsim.error.SimulatorException;
import io.pushsim.scenario.StoredObjects.StoredObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Does a story's changes of objects as S3 would, on buckets without versions. */
final class ObjectSteps {
  private static final long MAX_COPY = 5L << 30;

  private final World world;
  private final StoredObjects objects;

  ObjectSteps(World world, StoredObjects objects) {
    this.world = world;
    this.objects = objects;
  }

  /**
   * Does the step and says what S3 would notify of; empty where nothing changed.
   *
   * @throws SimulatorException where S3 would answer with an error
   */
  Optional<ObjectChange> perform(EventStep event, Step step) throws IOException {
    String bucket = step.parameters().path("Bucket").textValue();
    String key = step.parameters().path("Key").textValue();
    requireBucket(bucket);
    requireKey(key);
    return switch (event) {
      case PUT_OBJECT -> created("Put", bucket, key, content(step));
      case COPY_OBJECT -> created("Copy", bucket, key, copied(step, bucket, key));
      case COMPLETE_MULTIPART_UPLOAD ->
          created("CompleteMultipartUpload", bucket, key, uploaded(step, bucket, key));
      case DELETE_OBJECT -> deleted(bucket, key);
      case NOTIFY -> throw new IllegalArgumentException("a notification changes no object");
    };
  }

  /**
   * Refuses to delete a bucket that the caller might delete if it were empty.
   *
   * @throws SimulatorException BucketNotEmpty
   */
  void checkCall(Step step, String account) {
    if (step.name().equals("DeleteBucket")) {
      String bucket = step.parameters().path("Bucket").asText();
      boolean owned = world.bucketOwner(bucket).equals(Optional.of(account));
      if (owned && !objects.isEmpty(bucket)) {
        throw S3Errors.bucketNotEmpty(bucket);
      }
    }
  }

  private void requireBucket(String bucket) {
    if (world.bucketOwner(bucket).isEmpty()) {
      throw S3Errors.noSuchBucket(bucket);
    }
  }

  private static void requireKey(String key) {
    int size = key.getBytes(StandardCharsets.UTF_8).length;
    if (size > S3Object.LONGEST_KEY) {
      throw S3Errors.keyTooLong(size, S3Object.LONGEST_KEY);
    }
  }

  private static StoredObject content(Step step) throws IOException {
    if (step.attachment().isPresent()) {
      Path file = step.attachment().get();
      return new StoredObject(
          Files.size(file), ObjectTag.of(file), Optional.of(() -> Files.newInputStream(file)));
    }
    byte[] body = step.parameters().path("Body").asText("").getBytes(StandardCharsets.UTF_8);
    return StoredObject.of(body);
  }

  private static StoredObject uploaded(Step step, String bucket, String key) {
    long size = step.parameters().path("Size").longValue();
    return new StoredObject(size, ObjectTag.ofParts(bucket, key, size), Optional.empty());
  }

  private StoredObject copied(Step step, String bucket, String key) {
    JsonNode parameter = step.parameters().path("CopySource");
    String source = parameter.textValue().replaceFirst("^/", "");
    String sourceBucket = source.substring(0, source.indexOf('/'));
    String sourceKey = source.substring(source.indexOf('/') + 1);
    requireBucket(sourceBucket);
    StoredObject object =
        objects.get(sourceBucket, sourceKey).orElseThrow(() -> S3Errors.noSuchKey(sourceKey));
    if (sourceBucket.equals(bucket) && sourceKey.equals(key)) {
      throw new SimulatorException(
          ErrorCode.S3_INVALID_REQUEST,
          "This copy request is illegal because it is trying to copy an object to itself without"
              + " changing the object's metadata, storage class, website redirect location or"
              + " encryption attributes.");
    }
    if (object.size() > MAX_COPY) {
      throw new SimulatorException(
          ErrorCode.S3_INVALID_REQUEST,
          "The specified copy source is larger than the maximum allowable size for a copy source: "
              + MAX_COPY);
    }
    return new StoredObject(object.size(), ObjectTag.ofCopy(object.eTag()), object.content());
  }

  private Optional<ObjectChange> created(
      String how, String bucket, String key, StoredObject object) {
    return Optional.of(objects.put(how, bucket, key, object));
  }

  private Optional<ObjectChange> deleted(String bucket, String key) {
    return objects.remove(bucket, key)
        ? Optional.of(
            new ObjectChange(
                "ObjectRemoved:Delete",
                bucket,
                key,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()))
        : Optional.empty();
  }
}
