package io.pushsim.eventsource;

import io.pushsim.arn.FunctionArn;
import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.TargetConfiguration;
import io.pushsim.policy.AccessRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is asked of the targets that buckets push at: of a bucket and a target always the same, so
 * it is made once, and held once by all deliveries. Any thread may ask.
 */
public final class Destinations {
  /** So many are remembered; then all are forgotten. */
  private static final int MOST = 10_000;

  private final Map<Way, Destination> known = new ConcurrentHashMap<>();

  private record Way(String bucketName, String owner, String region, String target) {}

  /**
   * A target, and what its policy is asked.
   *
   * @param request with the source ARN and account of what pushsim knows of the bucket, never of
   *     what a server said
   */
  public record Destination(FunctionArn target, AccessRequest request) {}

  /** What is asked of a target of the bucket's configuration. */
  public Destination of(Bucket bucket, TargetConfiguration target) {
    Way way = new Way(bucket.name(), bucket.ownerAccount(), bucket.region(), target.target());
    Destination found = known.get(way);
    if (found != null) {
      return found;
    }
    if (known.size() >= MOST) {
      known.clear();
    }
    return known.computeIfAbsent(way, missing -> made(bucket, target));
  }

  private static Destination made(Bucket bucket, TargetConfiguration target) {
    FunctionArn arn =
        FunctionArn.parse(target.target())
            .orElseThrow(() -> new IllegalStateException(target.target() + " was let pass"));
    return new Destination(arn, AccessRequest.push(bucket.arn(), bucket.ownerAccount(), arn));
  }
}
