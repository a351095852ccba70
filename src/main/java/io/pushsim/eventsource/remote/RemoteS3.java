package io.pushsim.eventsource.remote;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectArgs;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.Failures;
import io.pushsim.error.SimulatorException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * What pushsim itself asks of the S3 server behind it, with its own keys. The client's calls begin
 * in the background, since they may block, and end on threads of the client's.
 */
public final class RemoteS3 implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final Duration KEPT_OPEN = Duration.ofMinutes(1);

  /** The usual number of requests that the client has under way at once. */
  private static final int AT_ONCE = 5;

  private final OkHttpClient http;
  private final RemoteFailures failures;
  private final MinioAsyncClient client;
  private final Executor background;

  /** Whether the server can be asked. */
  public enum Readiness {
    /** It answers, and takes the keys. */
    READY,
    /** It answers, and does not know the keys. */
    KEYS_REFUSED,
    /** It does not answer, or not yet as an S3 server does. */
    UNREACHABLE
  }

  /**
   * What came of asking whether the server can be asked.
   *
   * @param detail what it said, or why it could not be asked; empty where all is well
   */
  public record Report(Readiness readiness, String detail) {}

  /**
   * @param background where calls begin: not an event loop
   */
  public RemoteS3(RemoteSettings settings, RemoteSettings.Keys keys, Executor background) {
    this(settings, keys, background, AT_ONCE);
  }

  /**
   * @param atOnce how many requests may be under way at once: others wait within the client
   */
  RemoteS3(RemoteSettings settings, RemoteSettings.Keys keys, Executor background, int atOnce) {
    this.background = background;
    Dispatcher dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(Math.max(atOnce, dispatcher.getMaxRequests()));
    dispatcher.setMaxRequestsPerHost(atOnce);
    http =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(atOnce, KEPT_OPEN.toSeconds(), TimeUnit.SECONDS))
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectTimeout(CONNECT)
            .readTimeout(SILENCE)
            .writeTimeout(SILENCE)
            .build();
    failures = new RemoteFailures(settings.endpoint());
    client =
        MinioAsyncClient.builder()
            .endpoint(settings.endpoint().toString())
            .credentials(keys.accessKey(), keys.secretKey())
            .httpClient(http, true)
            .build();
  }

  /** Asks the server for what it must answer to anybody with good keys. */
  public CompletionStage<Report> report() {
    return ask(MinioAsyncClient::listBuckets)
        .handle((buckets, failure) -> failure == null ? ready() : report(failure));
  }

  private static Report ready() {
    return new Report(Readiness.READY, "");
  }

  private static Report report(Throwable failure) {
    Throwable cause = Failures.cause(failure);
    if (RemoteFailures.isOfKeys(cause)) {
      return new Report(Readiness.KEYS_REFUSED, RemoteFailures.code(cause).orElse(""));
    }
    // A key that may not list all buckets is a good one.
    boolean answered = RemoteFailures.status(cause).filter(status -> status < 500).isPresent();
    return answered
        ? ready()
        : new Report(
            Readiness.UNREACHABLE,
            RemoteFailures.code(cause).orElseGet(() -> RemoteFailures.reason(cause)));
  }

  /**
   * Whether the server has such a bucket.
   *
   * @return fails with a {@link SimulatorException} where it cannot be asked
   */
  public CompletionStage<Boolean> hasBucket(String name) {
    return told(ask(asked -> asked.bucketExists(BucketExistsArgs.builder().bucket(name).build())));
  }

  /**
   * By which rules the server tells pushsim of events.
   *
   * @param target the webhook, which is known once pushsim listens
   */
  public WebhookRules rules(Supplier<WebhookTarget> target) {
    return new WebhookRules(this, target);
  }

  /**
   * Opens an object; blocks.
   *
   * @param version its version id; empty for the current version
   * @throws SimulatorException with S3's code and message where the server refuses it
   * @throws IOException where the server cannot be asked
   */
  public InputStream open(String bucket, String key, Optional<String> version) throws IOException {
    GetObjectArgs.Builder wanted = GetObjectArgs.builder().bucket(bucket).object(key);
    version.ifPresent(wanted::versionId);
    try {
      return ask(asked -> asked.getObject(wanted.build())).toCompletableFuture().join();
    } catch (CompletionException e) {
      Optional<SimulatorException> refusal = failures.own(e);
      if (refusal.isPresent()) {
        throw refusal.get();
      }
      throw new IOException(failures.answer(e).message(), e);
    }
  }

  /**
   * Puts an object.
   *
   * @param content JSON
   * @return completes once the server has it; fails with a {@link SimulatorException} where it
   *     refuses it or cannot be asked
   */
  public CompletionStage<Void> put(String bucket, String key, byte[] content) {
    PutObjectArgs wanted =
        PutObjectArgs.builder()
            .bucket(bucket)
            .object(key)
            .contentType("application/json")
            .data(content, content.length)
            .build();
    return told(ask(asked -> asked.putObject(wanted))).thenAccept(written -> {});
  }

  /** Begins a call in the background. */
  <T> CompletionStage<T> ask(Function<MinioAsyncClient, CompletableFuture<T>> call) {
    return CompletableFuture.supplyAsync(() -> client, background)
        .thenCompose(asked -> begin(call, asked));
  }

  // The client throws some failures and returns others.
  private static <T> CompletableFuture<T> begin(
      Function<MinioAsyncClient, CompletableFuture<T>> call, MinioAsyncClient asked) {
    try {
      return call.apply(asked);
    } catch (IllegalArgumentException e) {
      return CompletableFuture.failedFuture(
          new SimulatorException(
              ErrorCode.S3_INVALID_REQUEST,
              "The MinIO client refuses the request: " + e.getMessage()));
    }
  }

  /** The same, failing in words for pushsim's callers. */
  <T> CompletionStage<T> told(CompletionStage<T> stage) {
    return stage.exceptionallyCompose(
        failure -> CompletableFuture.failedFuture(failures.answer(failure)));
  }

  @Override
  public void close() {
    client.close();
    http.dispatcher().cancelAll();
  }
}
