package io.pushsim.bucket;

import io.pushsim.arn.Scope;
import io.pushsim.bucket.BucketChange.BucketCreated;
import io.pushsim.bucket.BucketChange.BucketDeleted;
import io.pushsim.bucket.BucketChange.BucketRestored;
import io.pushsim.bucket.BucketChange.NotificationConfigurationReplaced;
import io.pushsim.error.S3Errors;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All buckets of all accounts by name, which is unique among them all. Decisions change nothing;
 * {@link #apply} replaces one bucket's immutable value and never asks whether it may.
 */
public final class BucketRegistry {
  private static final String LEGACY_REGION = "us-east-1";

  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  public Optional<Bucket> find(String name) {
    return Optional.ofNullable(buckets.get(name));
  }

  /**
   * The bucket of this name.
   *
   * @throws io.pushsim.error.SimulatorException NoSuchBucket
   */
  public Bucket require(String name) {
    return find(name).orElseThrow(() -> S3Errors.noSuchBucket(name));
  }

  /** The account's buckets in the order of their names, as ListBuckets gives them. */
  public List<Bucket> ownedBy(String account) {
    return buckets.values().stream()
        .filter(bucket -> bucket.ownerAccount().equals(account))
        .sorted(Comparator.comparing(Bucket::name))
        .toList();
  }

  /** The names of all buckets of all accounts. */
  public Set<String> names() {
    return Set.copyOf(buckets.keySet());
  }

  /**
   * Decides CreateBucket. Empty where the caller already owns the bucket and it is in us-east-1,
   * where S3 answers as if it had just been made (S3 API reference, CreateBucket).
   *
   * @throws io.pushsim.error.SimulatorException InvalidBucketName, InvalidLocationConstraint,
   *     BucketAlreadyExists, BucketAlreadyOwnedByYou
   */
  public Optional<BucketChange> decideCreate(
      String name, String account, String region, Instant now) {
    if (!BucketName.isValid(name)) {
      throw BucketErrors.invalidBucketName(name);
    }
    if (!Scope.isRegion(region)) {
      throw BucketErrors.invalidLocationConstraint(region);
    }
    Optional<Bucket> existing = find(name);
    if (existing.isEmpty()) {
      return Optional.of(
          new BucketCreated(name, account, region, now.truncatedTo(ChronoUnit.SECONDS)));
    }
    if (!existing.get().ownerAccount().equals(account)) {
      throw BucketErrors.bucketAlreadyExists(name);
    }
    if (region.equals(LEGACY_REGION) && existing.get().region().equals(LEGACY_REGION)) {
      return Optional.empty();
    }
    throw BucketErrors.bucketAlreadyOwnedByYou(name);
  }

  /**
   * Decides DeleteBucket as far as the bucket's existence goes; whether objects are in it is known
   * elsewhere.
   *
   * @throws io.pushsim.error.SimulatorException NoSuchBucket
   */
  public BucketChange decideDelete(String name) {
    return new BucketDeleted(require(name).name());
  }

  /**
   * Decides PutBucketNotificationConfiguration.
   *
   * @param ids makes the Id of each configuration that has none
   * @throws io.pushsim.error.SimulatorException NoSuchBucket, MalformedXML, InvalidArgument
   */
  public BucketChange decideNotificationConfiguration(
      String bucketName,
      NotificationConfigurationDraft draft,
      DestinationCheck destinations,
      Supplier<UUID> ids) {
    Bucket bucket = require(bucketName);
    return new NotificationConfigurationReplaced(
        bucketName, new ConfigurationValidator(bucket, ids).validate(draft, destinations));
  }

  /**
   * Makes a change true.
   *
   * @throws IllegalStateException where it is about a bucket that is not there: changes are applied
   *     in the order in which they were decided
   */
  public void apply(BucketChange change) {
    if (change instanceof BucketCreated created) {
      buckets.put(
          created.bucketName(),
          new Bucket(
              created.bucketName(),
              created.ownerAccount(),
              created.region(),
              created.created(),
              NotificationConfiguration.EMPTY));
    } else if (change instanceof BucketRestored restored) {
      buckets.put(restored.bucketName(), restored.bucket());
    } else if (change instanceof NotificationConfigurationReplaced replaced) {
      NotificationConfiguration configuration = replaced.notificationConfiguration();
      present(
          replaced,
          buckets.computeIfPresent(
              replaced.bucketName(),
              (name, bucket) -> bucket.withNotificationConfiguration(configuration)));
    } else {
      present(change, buckets.remove(change.bucketName()));
    }
  }

  /** Changes that make an empty registry what this one is. */
  public List<BucketChange> snapshot() {
    return buckets.values().stream().<BucketChange>map(BucketRestored::new).toList();
  }

  /** Lets all buckets go. */
  public void clear() {
    buckets.clear();
  }

  private static void present(BucketChange change, @Nullable Bucket bucket) {
    if (bucket == null) {
      throw new IllegalStateException("no bucket is there for " + change);
    }
  }
}
