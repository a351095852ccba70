package io.pushsim.cli;

import io.pushsim.api.front.BucketNotifications;
import io.pushsim.api.front.KnownBuckets;
import io.pushsim.api.front.S3Front;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.eventsource.remote.RemoteS3;
import io.pushsim.eventsource.remote.RemoteS3.Readiness;
import io.pushsim.eventsource.remote.RemoteS3.Report;
import io.pushsim.eventsource.remote.WebhookTarget;
import io.pushsim.invocation.destination.ObjectWriter;
import io.pushsim.operation.CodeObjects;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The S3 server behind pushsim, wired: the front before it, and what pushsim itself asks of it. */
final class S3Behind implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 3;

  private final S3Settings settings;
  private final ServeSettings served;
  private final Consumer<String> notice;
  private final Optional<RemoteS3> server;
  private final CompletableFuture<Report> report;
  private final Map<String, String> owners;

  /**
   * Begins to ask whether the server can be asked.
   *
   * @param background where calls of the server begin
   * @param notice gets told what people have to know about the server
   */
  S3Behind(
      S3Settings settings, ServeSettings served, Executor background, Consumer<String> notice) {
    this.settings = settings;
    this.served = served;
    this.notice = notice;
    owners =
        served.buckets().stream()
            .collect(Collectors.toMap(StandingBucket::name, StandingBucket::owner));
    server =
        settings.server().keys().map(keys -> new RemoteS3(settings.server(), keys, background));
    report =
        server
            .map(asked -> asked.report().toCompletableFuture())
            .orElseGet(() -> CompletableFuture.completedFuture(withoutKeys()))
            .completeOnTimeout(late(), PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static Report withoutKeys() {
    return new Report(Readiness.READY, "without keys of pushsim's own");
  }

  private static Report late() {
    return new Report(Readiness.UNREACHABLE, "no answer within %d s".formatted(PATIENCE_SECONDS));
  }

  /**
   * Whether the server can be asked; tells people where it cannot. Blocks, for seconds at the most.
   *
   * @throws SimulatorException InvalidInput where it refuses the keys: another start mends that,
   *     while a server that does not answer may still come up
   */
  Report report() {
    Report found = report.join();
    if (found.readiness() == Readiness.KEYS_REFUSED) {
      throw new SimulatorException(
          ErrorCode.INVALID_INPUT,
          "the S3 server at %s refuses --s3-access-key and --s3-secret-key (%s): give them as the server has them"
              .formatted(settings.server().endpoint(), found.detail()));
    }
    if (found.readiness() == Readiness.UNREACHABLE) {
      notice.accept(
          "The S3 server at %s does not answer (%s): requests for it are answered 503 until it does."
              .formatted(settings.server().endpoint(), found.detail()));
    }
    return found;
  }

  /** Code of functions. */
  CodeObjects code() {
    return server
        .<CodeObjects>map(asked -> new ServerCode(asked, served.home(), this::owner))
        .orElse(CodeObjects.NONE);
  }

  /**
   * Writes objects, of whose events the server tells as of all others: the chain in which they were
   * written is lost on that way.
   */
  ObjectWriter writer() {
    return server
        .<ObjectWriter>map(
            asked ->
                object ->
                    asked.put(
                        object.bucket(),
                        object.key(),
                        object.content().getBytes(StandardCharsets.UTF_8)))
        .orElseGet(
            () ->
                ObjectWriter.refusing(
                    "pushsim has no keys for the S3 server at %s: give --s3-access-key and --s3-secret-key"
                        .formatted(settings.server().endpoint())));
  }

  private String owner(String bucket) {
    return owners.getOrDefault(bucket, served.home().account());
  }

  /**
   * The front.
   *
   * @param webhook what the server must know of the webhook, once pushsim listens
   */
  S3Front front(Vertx vertx, Simulator simulator, Supplier<WebhookTarget> webhook) {
    KnownBuckets known =
        new KnownBuckets(
            simulator.state().buckets(),
            simulator.operations(),
            owners,
            served.home(),
            name ->
                server
                    .map(asked -> asked.hasBucket(name))
                    .orElseGet(() -> CompletableFuture.completedFuture(false)),
            notice);
    BucketNotifications notifications =
        new BucketNotifications(
            simulator.state().buckets(),
            simulator.operations(),
            known,
            settings.server().endpoint(),
            server.map(asked -> asked.rules(webhook)),
            listened(),
            notice);
    return new S3Front(vertx, settings.server(), settings.domains(), known, notifications, notice);
  }

  private Set<String> listened() {
    return served
        .sources()
        .listened()
        .map(listened -> Set.copyOf(listened.buckets()))
        .orElse(Set.of());
  }

  @Override
  public void close() {
    server.ifPresent(RemoteS3::close);
  }
}
