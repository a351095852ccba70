package io.pushsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.bucket.S3Object;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.S3Errors;
import io.pushsim.error.SimulatorException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
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
      case DELETE_OBJECT -> objects.remove(bucket, key);
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

  private StoredObject content(Step step) throws IOException {
    if (step.attachment().isPresent()) {
      Path file = step.attachment().get();
      return new StoredObject(
          Files.size(file),
          ObjectTag.of(file),
          Optional.of(() -> Files.newInputStream(file)),
          Map.of(),
          now());
    }
    byte[] body = step.parameters().path("Body").asText("").getBytes(StandardCharsets.UTF_8);
    return StoredObject.of(body, Map.of(), now());
  }

  private StoredObject uploaded(Step step, String bucket, String key) {
    long size = step.parameters().path("Size").longValue();
    return new StoredObject(
        size, ObjectTag.ofParts(bucket, key, size), Optional.empty(), Map.of(), now());
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
      throw S3Errors.copyToItself();
    }
    if (object.size() > MAX_COPY) {
      throw new SimulatorException(
          ErrorCode.S3_INVALID_REQUEST,
          "The specified copy source is larger than the maximum allowable size for a copy source: "
              + MAX_COPY);
    }
    return object.copy(now());
  }

  private Instant now() {
    return world.time().instant();
  }

  private Optional<ObjectChange> created(
      String how, String bucket, String key, StoredObject object) {
    return Optional.of(objects.put(how, bucket, key, object));
  }
}
