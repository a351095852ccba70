package io.pushsim.eventsource.embedded;

import io.pushsim.bucket.Bucket;
import io.pushsim.error.S3Errors;
import io.pushsim.error.SimulatorException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Keeps the store's buckets in step with pushsim's, which are the truth: an object can be in a
 * bucket only as long as that is there. Safe for many threads.
 */
final class BucketGuard {
  private final NamedBlobStore store;
  private final Function<String, Optional<Bucket>> buckets;

  /** Held shared while an object becomes true, and alone while a bucket goes. */
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  /** The buckets that are going, and may be there still. */
  private final Set<String> going = ConcurrentHashMap.newKeySet();

  BucketGuard(NamedBlobStore store, Function<String, Optional<Bucket>> buckets) {
    this.store = store;
    this.buckets = buckets;
  }

  /**
   * The bucket, which is in the store from here on.
   *
   * @throws SimulatorException NoSuchBucket; AccessDenied where it is another account's: there are
   *     no bucket policies
   */
  Bucket require(String name, String account) {
    return require(name, bucket -> bucket.requireOwner(account));
  }

  /** The same, for pushsim itself. */
  Bucket require(String name) {
    return require(name, bucket -> {});
  }

  private Bucket require(String name, Consumer<Bucket> check) {
    lock.readLock().lock();
    try {
      Bucket bucket = present(name);
      check.accept(bucket);
      makeSureOf(name);
      return bucket;
    } finally {
      lock.readLock().unlock();
    }
  }

  private void makeSureOf(String name) {
    synchronized (going) {
      if (!store.containerExists(name)) {
        store.createContainer(name);
      }
    }
  }

  /** The bucket, if it is there and stays. */
  private Bucket present(String name) {
    return buckets
        .apply(name)
        .filter(found -> !going.contains(name))
        .orElseThrow(() -> S3Errors.noSuchBucket(name));
  }

  /**
   * Keeps a bucket as it is until it is let go.
   *
   * @throws SimulatorException NoSuchBucket
   */
  void hold(String bucket) {
    lock.readLock().lock();
    try {
      present(bucket);
    } catch (SimulatorException gone) {
      lock.readLock().unlock();
      throw gone;
    }
  }

  void letGo() {
    lock.readLock().unlock();
  }

  /** A bucket is made: whatever was in one of this name is gone. */
  void create(String bucket) {
    lock.writeLock().lock();
    try {
      store.deleteContainer(bucket);
      going.remove(bucket);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /**
   * A bucket goes, if nothing is in it.
   *
   * @throws SimulatorException BucketNotEmpty
   */
  void delete(String bucket) {
    lock.writeLock().lock();
    try {
      if (store.containerExists(bucket) && !store.isEmpty(bucket)) {
        throw S3Errors.bucketNotEmpty(bucket);
      }
      store.deleteContainer(bucket);
      // Of those that went before, all have gone by now.
      going.removeIf(name -> buckets.apply(name).isEmpty());
      going.add(bucket);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** These buckets go with all that is in them. */
  void clear(Collection<String> all) {
    lock.writeLock().lock();
    try {
      for (String bucket : all) {
        store.deleteContainer(bucket);
        going.add(bucket);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
