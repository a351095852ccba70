package io.pushsim.api.front;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.arn.Scope;
import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.BucketRegistry;
import io.pushsim.error.Failures;
import io.pushsim.error.S3Errors;
import io.pushsim.error.SimulatorException;
import io.pushsim.operation.Operations;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What pushsim knows of the buckets that lie on the S3 server: it learns of them as they are made
 * and used, since the server knows no AWS accounts.
 */
public final class KnownBuckets {
  private final BucketRegistry buckets;
  private final Operations operations;
  private final Map<String, String> owners;
  private final Scope home;
  private final Function<String, CompletionStage<Boolean>> server;
  private final Consumer<String> notice;
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  /**
   * @param owners the accounts that own buckets whoever made them, by the buckets' names
   * @param home the account that owns all others, unless they are made through pushsim, and the
   *     region in which they are
   * @param server says whether the S3 server has a bucket
   * @param notice gets told of buckets that pushsim cannot keep
   */
  public KnownBuckets(
      BucketRegistry buckets,
      Operations operations,
      Map<String, String> owners,
      Scope home,
      Function<String, CompletionStage<Boolean>> server,
      Consumer<String> notice) {
    this.buckets = buckets;
    this.operations = operations;
    this.owners = Map.copyOf(owners);
    this.home = home;
    this.server = server;
    this.notice = notice;
  }

  /**
   * Learns of a bucket that lies on the server, if it does.
   *
   * @return fails with a {@link SimulatorException} where the server cannot be asked
   */
  public CompletionStage<Void> find(String name) {
    return isSettled(name)
        ? nothing()
        : server.apply(name).thenCompose(there -> there ? learn(name, home) : nothing());
  }

  /** A bucket is known, or can be no bucket of AWS's. */
  private boolean isSettled(String name) {
    return buckets.find(name).isPresent() || !Bucket.isName(name);
  }

  /**
   * That a bucket belongs to the account that a caller expects; the server itself says where there
   * is no such bucket.
   *
   * @return fails with a {@link SimulatorException} where it belongs to another
   */
  CompletionStage<Void> checkOwner(String name, String expected) {
    if (!Scope.isAccount(expected)) {
      return CompletableFuture.failedFuture(S3Errors.invalidBucketOwner());
    }
    return find(name)
        .thenAccept(found -> buckets.find(name).ifPresent(bucket -> bucket.requireOwner(expected)));
  }

  /** Somebody used the bucket, so it lies on the server. */
  CompletionStage<Void> used(String name) {
    return isSettled(name) ? nothing() : learn(name, home);
  }

  /**
   * The server told of an event of this bucket, which may come late: it is asked whether there is
   * such a bucket, once at a time. Does not block.
   */
  void toldOf(String name) {
    if (!isSettled(name) && asked.add(name)) {
      find(name).whenComplete((found, failure) -> asked.remove(name));
    }
  }

  /** Somebody made the bucket on the server. */
  CompletionStage<Void> created(String name, Scope creator) {
    return buckets.find(name).isPresent() ? nothing() : learn(name, creator);
  }

  private CompletionStage<Void> learn(String name, Scope creator) {
    Scope owner = new Scope(owners.getOrDefault(name, creator.account()), creator.region());
    return settle(
        name, operations.call("CreateBucket", parameters(name), owner).thenAccept(made -> {}));
  }

  /** Somebody deleted the bucket on the server. */
  CompletionStage<Void> deleted(String name) {
    Optional<Bucket> bucket = buckets.find(name);
    if (bucket.isEmpty()) {
      return nothing();
    }
    Scope owner = new Scope(bucket.get().ownerAccount(), bucket.get().region());
    return settle(
        name, operations.call("DeleteBucket", parameters(name), owner).thenAccept(gone -> {}));
  }

  /** What the server has done is done: that pushsim cannot follow is told, and no failure. */
  private CompletionStage<Void> settle(String name, CompletionStage<Void> change) {
    return change.exceptionally(
        failure -> {
          Throwable cause = Failures.cause(failure);
          if (buckets.find(name).isEmpty() || !(cause instanceof SimulatorException)) {
            notice.accept(
                "pushsim cannot keep up with the S3 server's bucket '%s', so nothing will be pushed for it: %s"
                    .formatted(name, cause.getMessage()));
          }
          return null;
        });
  }

  private static ObjectNode parameters(String name) {
    return JsonNodeFactory.instance.objectNode().put("Bucket", name);
  }

  /** What there is nothing to wait for. */
  static CompletionStage<Void> nothing() {
    return CompletableFuture.completedFuture(null);
  }
}
