package io.pushsim.api.front;

import io.pushsim.api.http.WireService;
import io.pushsim.api.s3.ObjectRequest;
import io.pushsim.api.s3.ObjectServer;
import io.pushsim.eventsource.embedded.EmbeddedS3;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Passes S3's requests about objects on to the S3 within pushsim, which blocks: each is carried out
 * on one of a few threads of its own, and what waits for one holds no body.
 */
public final class EmbeddedFront implements ObjectServer {
  private final Supplier<EmbeddedS3> objects;
  private final Consumer<String> buckets;
  private final Executor threads;

  /**
   * @param objects may take long when it is asked first
   * @param buckets refuses the names of those that are not there
   * @param threads on which requests are carried out; refuses what it has no room for
   */
  public EmbeddedFront(Supplier<EmbeddedS3> objects, Consumer<String> buckets, Executor threads) {
    this.objects = objects;
    this.buckets = buckets;
    this.threads = threads;
  }

  @Override
  public Optional<WireService.Task> task(ObjectRequest request) {
    return EmbeddedS3.carriesOut(request.operation())
        ? Optional.of(new EmbeddedFrontTask(request, objects, buckets, threads))
        : Optional.empty();
  }
}
