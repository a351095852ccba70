package io.pushsim.eventsource.embedded;

import io.pushsim.bucket.EventType;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Error;

/**
 * The store as one request sees it: the caller's own buckets, and an event for every object that
 * changes, in the order in which the store takes a key's changes.
 */
final class EventingBlobStore extends ForwardingBlobStore {
  private static final EventType COMPLETED = EventType.OBJECT_CREATED_COMPLETE_MULTIPART_UPLOAD;

  private final Events events;
  private final KeyLocks locks;
  private final BucketGuard guard;
  private @Nullable RuntimeException failure;

  EventingBlobStore(BlobStore objects, Events events, KeyLocks locks, BucketGuard guard) {
    super(objects);
    this.events = events;
    this.locks = locks;
    this.guard = guard;
  }

  /**
   * Why an upload in parts could not be completed. s3proxy may complete one on a thread of its own,
   * and then tells nobody why that failed.
   */
  Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure);
  }

  private Change change(String bucket, String key) {
    return new Change(bucket, locks.of(bucket, key), guard);
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
    if (request.key().startsWith(NamedBlobStore.STUB)) {
      return delegate().putBlob(request, content);
    }
    try (Change change = change(request.bucket(), request.key())) {
      PutObjectResponse put = delegate().putBlob(request, change.beginningAtTheEndOf(content));
      change.begin();
      tellOfCreated(events.put(), request.bucket(), request.key(), put.versionId());
      return put;
    }
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    events.requireOwn(guard, request.sourceBucket());
    String bucket = request.destinationBucket();
    String key = request.destinationKey();
    try (Change change = change(bucket, key)) {
      change.begin();
      CopyObjectResponse copied = delegate().copyBlob(request);
      tellOfCreated(EventType.OBJECT_CREATED_COPY, bucket, key, copied.versionId());
      return copied;
    }
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    String bucket = upload.containerName();
    String key = upload.blobName();
    try (Change change = change(bucket, key)) {
      change.begin();
      CompleteMultipartUploadResponse completed =
          delegate().completeMultipartUpload(upload, request);
      tellOfCreated(COMPLETED, bucket, key, completed.versionId());
      return completed;
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    }
  }

  /**
   * Tells once more of an upload in parts that was complete before this request: its client asks
   * again since it did not hear that, perhaps because nobody could be told.
   */
  void tellOfCompleted(String bucket, String key) {
    try (Change change = change(bucket, key)) {
      change.begin();
      tellOfCreated(COMPLETED, bucket, key, null);
    }
  }

  /** Of an object that was just stored, while nothing else happens to its key. */
  private void tellOfCreated(EventType type, String bucket, String key, @Nullable String version) {
    HeadObjectResponse stored =
        delegate()
            .blobMetadata(
                HeadObjectRequest.builder().bucket(bucket).key(key).versionId(version).build());
    events.created(type, bucket, key, stored);
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    return request.key().startsWith(NamedBlobStore.STUB)
        ? delegate().removeBlob(request)
        : remove(request, false);
  }

  /**
   * @param always whether an object is told of that is not there
   */
  private DeleteObjectResponse remove(DeleteObjectRequest request, boolean always) {
    String bucket = request.bucket();
    String key = request.key();
    @Nullable String version = request.versionId();
    try (Change change = change(bucket, key)) {
      change.begin();
      boolean owed = events.isOwed(bucket, key);
      boolean there = always || owed || version != null || delegate().blobExists(bucket, key);
      DeleteObjectResponse removed = delegate().removeBlob(request);
      if (version == null && Boolean.TRUE.equals(removed.deleteMarker())) {
        events.removed(
            EventType.OBJECT_REMOVED_DELETE_MARKER_CREATED, bucket, key, removed.versionId());
      } else if (there) {
        events.removed(EventType.OBJECT_REMOVED_DELETE, bucket, key, version);
      }
      return removed;
    }
  }

  /**
   * Removes objects one after another, as they stand in the request. Each is told of, those that
   * are not there too.
   */
  @Override
  public DeleteObjectsResponse removeBlobs(DeleteObjectsRequest request) {
    List<DeletedObject> deleted = new ArrayList<>();
    List<S3Error> errors = new ArrayList<>();
    for (ObjectIdentifier object : request.delete().objects()) {
      try {
        deleted.add(removed(request.bucket(), object));
      } catch (AwsServiceException refused) {
        errors.add(
            S3Error.builder()
                .key(object.key())
                .versionId(object.versionId())
                .code(S3Exceptions.errorCode(refused))
                .message(message(refused))
                .build());
      }
    }
    return DeleteObjectsResponse.builder().deleted(deleted).errors(errors).build();
  }

  private static String message(AwsServiceException refused) {
    return Refusals.of(refused, false) instanceof ObjectRefusal told
        ? told.message()
        : String.valueOf(refused.getMessage());
  }

  private DeletedObject removed(String bucket, ObjectIdentifier object) {
    DeletedObject.Builder removed =
        DeletedObject.builder().key(object.key()).versionId(object.versionId());
    DeleteObjectResponse answer =
        remove(
            DeleteObjectRequest.builder()
                .bucket(bucket)
                .key(object.key())
                .versionId(object.versionId())
                .build(),
            true);
    if (Boolean.TRUE.equals(answer.deleteMarker())) {
      removed.deleteMarker(true).deleteMarkerVersionId(answer.versionId());
    }
    return removed.build();
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
    events.requireOwn(guard, request.bucket());
    // Or what is said of the object, and the object itself, may be of two writes.
    try (Change none = change(request.bucket(), request.key())) {
      none.begin();
      return delegate().getBlob(request);
    }
  }

  @Override
  public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
    events.requireOwn(guard, request.bucket());
    try (Change none = change(request.bucket(), request.key())) {
      none.begin();
      return delegate().blobMetadata(request);
    }
  }
}
