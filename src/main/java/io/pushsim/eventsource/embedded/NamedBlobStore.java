package io.pushsim.eventsource.embedded;

import io.pushsim.eventsource.embedded.Page.Question;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * Objects by their keys, in a store that keeps each in a file: see {@link FileNames}. What it lists
 * is in S3's order, with any delimiter, without what s3proxy keeps for its own use.
 */
final class NamedBlobStore extends ForwardingBlobStore {
  /** The beginning of the keys of what s3proxy keeps of an upload in parts. */
  static final String STUB = ".s3proxy-mpu-stub-";

  private static final String ONLY_VERSION = "null";

  /** What all parts but the last have at least (S3 user guide, multipart upload limits). */
  private static final long SMALLEST_PART = 5L << 20;

  NamedBlobStore(BlobStore files) {
    super(files);
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
    return delegate()
        .putBlob(request.toBuilder().key(FileNames.of(request.key())).build(), content);
  }

  @Override
  public CopyObjectResponse copyBlob(CopyObjectRequest request) {
    return delegate()
        .copyBlob(
            request.toBuilder()
                .sourceKey(FileNames.of(request.sourceKey()))
                .destinationKey(FileNames.of(request.destinationKey()))
                .build());
  }

  @Override
  public boolean blobExists(String bucket, String key) {
    return delegate().blobExists(bucket, FileNames.of(key));
  }

  @Override
  public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
    return delegate()
        .blobMetadata(
            request.toBuilder()
                .key(FileNames.of(request.key()))
                .versionId(version(request.bucket(), request.key(), request.versionId()))
                .build());
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
    return delegate()
        .getBlob(
            request.toBuilder()
                .key(FileNames.of(request.key()))
                .versionId(version(request.bucket(), request.key(), request.versionId()))
                .build());
  }

  /**
   * The version to ask the store for, which knows of none in a bucket that never had any: there the
   * one that there is has the name {@code null}.
   */
  private @Nullable String version(String bucket, String key, @Nullable String asked) {
    boolean versioned = supportsVersioning() && delegate().getBucketVersioning(bucket) != null;
    if (asked != null && !versioned && !asked.equals(ONLY_VERSION)) {
      throw S3Exceptions.noSuchVersion(bucket, key, asked, "the bucket has no versions");
    }
    return versioned ? asked : null;
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    return delegate().removeBlob(request.toBuilder().key(FileNames.of(request.key())).build());
  }

  @Override
  public ObjectCannedACL getBlobAccess(String bucket, String key) {
    return delegate().getBlobAccess(bucket, FileNames.of(key));
  }

  @Override
  public ObjectCannedACL getBlobAccess(String bucket, String key, @Nullable String version) {
    return delegate().getBlobAccess(bucket, FileNames.of(key), version);
  }

  @Override
  public void setBlobAccess(String bucket, String key, ObjectCannedACL access) {
    delegate().setBlobAccess(bucket, FileNames.of(key), access);
  }

  @Override
  public void setBlobAccess(
      String bucket, String key, ObjectCannedACL access, @Nullable String version) {
    delegate().setBlobAccess(bucket, FileNames.of(key), access, version);
  }

  @Override
  public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
    MultipartUpload upload =
        delegate()
            .initiateMultipartUpload(request.toBuilder().key(FileNames.of(request.key())).build());
    return new MultipartUpload(upload.id(), request, upload.response());
  }

  @Override
  public void abortMultipartUpload(MultipartUpload upload) {
    delegate().abortMultipartUpload(named(upload));
  }

  @Override
  public CompleteMultipartUploadResponse completeMultipartUpload(
      MultipartUpload upload, CompleteMultipartUploadRequest request) {
    return delegate().completeMultipartUpload(named(upload), request);
  }

  @Override
  public UploadPartResponse uploadMultipartPart(
      MultipartUpload upload, UploadPartRequest request, InputStream content) {
    return delegate().uploadMultipartPart(named(upload), request, content);
  }

  @Override
  public List<Part> listMultipartUpload(MultipartUpload upload) {
    return delegate().listMultipartUpload(named(upload));
  }

  private static MultipartUpload named(MultipartUpload upload) {
    CreateMultipartUploadRequest request = upload.request();
    return new MultipartUpload(
        upload.id(),
        request.toBuilder().key(FileNames.of(request.key())).build(),
        upload.response());
  }

  @Override
  public List<software.amazon.awssdk.services.s3.model.MultipartUpload> listMultipartUploads(
      String bucket) {
    return delegate().listMultipartUploads(bucket).stream()
        .flatMap(
            upload ->
                FileNames.key(upload.key()).stream()
                    .map(key -> upload.toBuilder().key(key).build()))
        .sorted(Comparator.comparing(upload -> upload.key(), Utf8Order.KEYS))
        .toList();
  }

  @Override
  public long getMinimumMultipartPartSize() {
    return SMALLEST_PART;
  }

  /** All objects of a bucket, as they are now, in their order. */
  private List<S3Object> objects(String bucket) {
    return delegate()
        .list(ListObjectsV2Request.builder().bucket(bucket).build())
        .contents()
        .stream()
        .flatMap(
            object -> key(object.key()).stream().map(key -> object.toBuilder().key(key).build()))
        .sorted(Comparator.comparing(S3Object::key, Utf8Order.KEYS))
        .toList();
  }

  /** The key of an object of a client's. */
  private static Optional<String> key(String name) {
    return FileNames.key(name).filter(key -> !key.startsWith(STUB));
  }

  @Override
  public ListObjectsV2Response list(ListObjectsV2Request request) {
    String token = request.continuationToken();
    Page<S3Object> page =
        Page.of(
            objects(request.bucket()),
            S3Object::key,
            Question.of(
                request.prefix(),
                request.delimiter(),
                token != null ? token : request.startAfter(),
                request.maxKeys()));
    return ListObjectsV2Response.builder()
        .contents(page.entries())
        .commonPrefixes(prefixes(page.commonPrefixes()))
        .nextContinuationToken(page.next().orElse(null))
        .isTruncated(page.next().isPresent())
        .build();
  }

  private static List<CommonPrefix> prefixes(List<String> prefixes) {
    return prefixes.stream().map(prefix -> CommonPrefix.builder().prefix(prefix).build()).toList();
  }

  @Override
  public ListObjectVersionsResponse listVersions(ListObjectVersionsRequest request) {
    List<Version> rest =
        behind(versions(request.bucket()), request.keyMarker(), request.versionIdMarker());
    Page<Version> page =
        Page.of(
            rest,
            Version::key,
            Question.of(
                request.prefix(),
                request.delimiter(),
                request.versionIdMarker() == null ? request.keyMarker() : null,
                request.maxKeys()));
    Optional<Version> last =
        page.entries().stream().reduce((one, next) -> next).filter(v -> page.next().isPresent());
    return ListObjectVersionsResponse.builder()
        .versions(page.entries().stream().flatMap(version -> version.object().stream()).toList())
        .deleteMarkers(
            page.entries().stream().flatMap(version -> version.marker().stream()).toList())
        .commonPrefixes(prefixes(page.commonPrefixes()))
        .isTruncated(page.next().isPresent())
        .nextKeyMarker(page.next().orElse(null))
        .nextVersionIdMarker(
            last.filter(version -> page.next().equals(Optional.of(version.key())))
                .map(Version::id)
                .orElse(null))
        .build();
  }

  /** What follows a version of a key, where a page ended in the middle of the key's versions. */
  private static List<Version> behind(
      List<Version> all, @Nullable String key, @Nullable String versionId) {
    if (key == null || versionId == null) {
      return all;
    }
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).key().equals(key) && all.get(i).id().equals(versionId)) {
        return all.subList(i + 1, all.size());
      }
    }
    return all.stream().filter(version -> Utf8Order.KEYS.compare(version.key(), key) > 0).toList();
  }

  /** All versions and delete markers of a bucket: by their keys, the newest of a key first. */
  private List<Version> versions(String bucket) {
    ListObjectVersionsResponse stored =
        delegate()
            .listVersions(
                ListObjectVersionsRequest.builder()
                    .bucket(bucket)
                    .maxKeys(Integer.MAX_VALUE)
                    .build());
    List<Version> versions = new ArrayList<>();
    collect(stored.versions(), ObjectVersion::key, Version::of, versions);
    collect(stored.deleteMarkers(), DeleteMarkerEntry::key, Version::of, versions);
    versions.sort(
        Comparator.comparing(Version::key, Utf8Order.KEYS)
            .thenComparing(Version::time, Comparator.reverseOrder()));
    return versions;
  }

  private static <T> void collect(
      List<T> stored, Function<T, String> name, Versioned<T> as, List<Version> versions) {
    stored.forEach(
        entry -> key(name.apply(entry)).ifPresent(key -> versions.add(as.version(entry, key))));
  }

  private interface Versioned<T> {
    Version version(T stored, String key);
  }

  /** A version of an object, or a delete marker, by its key. */
  private record Version(
      String key,
      String id,
      Instant time,
      Optional<ObjectVersion> object,
      Optional<DeleteMarkerEntry> marker) {

    static Version of(ObjectVersion stored, String key) {
      return new Version(
          key,
          stored.versionId(),
          stored.lastModified(),
          Optional.of(stored.toBuilder().key(key).build()),
          Optional.empty());
    }

    static Version of(DeleteMarkerEntry stored, String key) {
      return new Version(
          key,
          stored.versionId(),
          stored.lastModified(),
          Optional.empty(),
          Optional.of(stored.toBuilder().key(key).build()));
    }
  }

  /** Whether a bucket holds nothing of a client's: no object, no version, no delete marker. */
  boolean isEmpty(String bucket) {
    return objects(bucket).isEmpty() && (!supportsVersioning() || versions(bucket).isEmpty());
  }
}
