package io.pushsim.cli;

import io.pushsim.arn.Scope;
import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.NotificationConfiguration;
import io.pushsim.error.Failures;
import io.pushsim.eventsource.remote.RemoteS3;
import io.pushsim.operation.CodeObjects;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Code that lies on the S3 server behind. Its methods block.
 *
 * @param home the region of buckets that pushsim has not heard of
 * @param owner the account that owns a bucket
 */
record ServerCode(RemoteS3 server, Scope home, Function<String, String> owner)
    implements CodeObjects {

  @Override
  public InputStream open(String bucket, String key, Optional<String> version) throws IOException {
    return server.open(bucket, key, version);
  }

  @Override
  public Optional<Bucket> bucket(String name) throws IOException {
    try {
      return server.hasBucket(name).toCompletableFuture().join()
          ? Optional.of(unheard(name))
          : Optional.empty();
    } catch (CompletionException e) {
      throw new IOException(Failures.cause(e).getMessage(), e);
    }
  }

  private Bucket unheard(String name) {
    return new Bucket(
        name, owner.apply(name), home.region(), Instant.EPOCH, NotificationConfiguration.EMPTY);
  }
}
