package io.pushsim.eventsource.remote;

import io.minio.CopyObjectArgs;
import io.minio.ObjectWriteResponse;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.SourceObject;
import io.pushsim.error.Failures;
import io.pushsim.error.SimulatorException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Changes objects of an S3 server as its clients do, many at once. Each change completes with the
 * id of the request that the answer tells, if it tells one.
 */
public final class RemoteObjects implements AutoCloseable {
  /** Each request under way has a thread and a connection of the client's. */
  public static final int AT_ONCE = 256;

  private static final String REQUEST_ID = "x-amz-request-id";

  // A call begins with the hash of what is sent, which takes a processor its time.
  private final ExecutorService beginnings =
      Executors.newFixedThreadPool(
          Math.max(2, Runtime.getRuntime().availableProcessors()),
          work -> {
            Thread thread = new Thread(work, "pushsim-s3-client");
            thread.setDaemon(true);
            return thread;
          });

  private final RemoteS3 server;

  public RemoteObjects(RemoteSettings settings, RemoteSettings.Keys keys) {
    server = new RemoteS3(settings, keys, beginnings, AT_ONCE);
  }

  /**
   * Whether the server has such a bucket.
   *
   * @return fails with a {@link SimulatorException} where it cannot be asked
   */
  public CompletionStage<Boolean> hasBucket(String name) {
    return server.hasBucket(name);
  }

  /** PutObject. */
  public CompletionStage<Optional<String>> put(String bucket, String key, byte[] content) {
    PutObjectArgs wanted =
        PutObjectArgs.builder().bucket(bucket).object(key).data(content, content.length).build();
    return server.ask(asked -> asked.putObject(wanted)).thenApply(RemoteObjects::requestId);
  }

  /** CopyObject. */
  public CompletionStage<Optional<String>> copy(
      String bucket, String key, String sourceBucket, String sourceKey) {
    CopyObjectArgs wanted =
        CopyObjectArgs.builder()
            .bucket(bucket)
            .object(key)
            .source(SourceObject.builder().bucket(sourceBucket).object(sourceKey).build())
            .build();
    return server.ask(asked -> asked.copyObject(wanted)).thenApply(RemoteObjects::requestId);
  }

  /** DeleteObject, of whose answer the client tells nothing. */
  public CompletionStage<Optional<String>> delete(String bucket, String key) {
    RemoveObjectArgs wanted = RemoveObjectArgs.builder().bucket(bucket).object(key).build();
    return server
        .ask(asked -> asked.removeObject(wanted))
        .thenApply(removed -> Optional.<String>empty());
  }

  private static Optional<String> requestId(ObjectWriteResponse answer) {
    return Optional.ofNullable(answer.headers().get(REQUEST_ID)).filter(id -> !id.isEmpty());
  }

  /** S3's code of the error by which the server refused a change, where it did. */
  public static Optional<String> errorCode(Throwable failure) {
    Throwable cause = Failures.cause(failure);
    return cause instanceof SimulatorException refused
        ? Optional.of(refused.code().shapeName())
        : RemoteFailures.code(cause);
  }

  @Override
  public void close() {
    server.close();
    beginnings.shutdownNow();
  }
}
