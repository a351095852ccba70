package io.pushsim.api.front;

import io.pushsim.api.http.Exchange;
import io.pushsim.api.s3.Document;
import io.pushsim.api.s3.ObjectRequest;
import io.pushsim.arn.Scope;
import io.pushsim.error.SimulatorException;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** What pushsim learns of a bucket from a request that passes, and what it knows better. */
final class BucketTraffic {
  private static final String EXPECTED_OWNER = "x-amz-expected-bucket-owner";
  private static final String CREATE = "CreateBucket";
  private static final String DELETE = "DeleteBucket";

  /** What succeeds only where the bucket is there, and is no other server's own path. */
  private static final Set<String> USES =
      Set.of("HeadBucket", "GetBucketLocation", "ListObjects", "ListObjectsV2");

  /** A document that says where a bucket is to be is shorter. */
  private static final int MOST_SEEN = 64 * 1024;

  private final ObjectRequest request;
  private final KnownBuckets buckets;
  private final Buffer document = Buffer.buffer();

  BucketTraffic(ObjectRequest request, KnownBuckets buckets) {
    this.request = request;
    this.buckets = buckets;
  }

  /**
   * The server knows no AWS accounts, so pushsim compares the owner that the caller expects with
   * the one that it knows.
   *
   * @return fails with AccessDenied where it is another
   */
  CompletionStage<Void> checkOwner() {
    Optional<String> expected = request.exchange().header(EXPECTED_OWNER);
    return expected.isEmpty() || request.bucket().isEmpty()
        ? KnownBuckets.nothing()
        : buckets.checkOwner(request.bucket().get(), expected.get());
  }

  /** Looks at a part of the request's body. */
  void sees(Buffer part) {
    if (request.operation().equals(CREATE) && document.length() + part.length() <= MOST_SEEN) {
      document.appendBuffer(part);
    }
  }

  /** Follows what the server has done. */
  CompletionStage<Void> answered(int status) {
    if (status / 100 != 2 || request.bucket().isEmpty()) {
      return KnownBuckets.nothing();
    }
    String bucket = request.bucket().get();
    return switch (request.operation()) {
      case CREATE -> buckets.created(bucket, creator());
      case DELETE -> buckets.deleted(bucket);
      default -> USES.contains(request.operation()) ? buckets.used(bucket) : KnownBuckets.nothing();
    };
  }

  /** The caller's account, and the region that the bucket is to be in: else the caller's. */
  private Scope creator() {
    Exchange exchange = request.exchange();
    String account = exchange.caller().account();
    return constraint()
        .filter(Scope::isRegion)
        .map(region -> new Scope(account, region))
        .orElse(exchange.caller());
  }

  /** What the server took, and pushsim cannot read, names no region of AWS's. */
  private Optional<String> constraint() {
    try {
      return document.length() == 0
          ? Optional.empty()
          : Optional.of(
              Document.CREATE_BUCKET_CONFIGURATION
                  .read(document.getBytes())
                  .path("LocationConstraint")
                  .asText(""));
    } catch (SimulatorException e) {
      return Optional.empty();
    }
  }
}
