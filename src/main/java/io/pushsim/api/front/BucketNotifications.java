package io.pushsim.api.front;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.arn.Scope;
import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.BucketRegistry;
import io.pushsim.eventsource.remote.WebhookRules;
import io.pushsim.operation.Answer;
import io.pushsim.operation.Operations;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What buckets notify is pushsim's to decide; that it hears of it is the S3 server's. So each
 * change is made here first and then on the server, one change at a time; where the server cannot
 * follow, it is as if nothing had been asked.
 */
public final class BucketNotifications {
  private static final String PUT = "PutBucketNotificationConfiguration";
  private static final String GET = "GetBucketNotificationConfiguration";

  private final BucketRegistry buckets;
  private final Operations operations;
  private final KnownBuckets known;
  private final URI server;
  private final Optional<WebhookRules> rules;
  private final Set<String> listened;
  private final Consumer<String> notice;
  private final AtomicBoolean told = new AtomicBoolean();
  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

  /**
   * @param server the S3 server's address
   * @param rules by which the server tells of events; empty where pushsim has no keys to set them
   * @param listened buckets whose events are listened to, so that the server need not be told
   * @param notice gets told what people have to know about the server
   */
  public BucketNotifications(
      BucketRegistry buckets,
      Operations operations,
      KnownBuckets known,
      URI server,
      Optional<WebhookRules> rules,
      Set<String> listened,
      Consumer<String> notice) {
    this.buckets = buckets;
    this.operations = operations;
    this.known = known;
    this.server = server;
    this.rules = rules;
    this.listened = Set.copyOf(listened);
    this.notice = notice;
  }

  CompletionStage<Answer> carryOut(String operation, ObjectNode parameters, Scope caller) {
    String bucket = parameters.path("Bucket").asText("");
    CompletionStage<Void> found = known.find(bucket);
    return operation.equals(PUT)
        ? found.thenCompose(there -> inTurn(() -> put(bucket, parameters, caller)))
        : found.thenCompose(there -> operations.call(operation, parameters, caller));
  }

  /** Begins once the change before has ended, well or badly. */
  private synchronized CompletionStage<Answer> inTurn(Supplier<CompletionStage<Answer>> change) {
    CompletionStage<Answer> answer = last.thenCompose(before -> change.get());
    last = answer.handle((done, failure) -> (Void) null).toCompletableFuture();
    return answer;
  }

  private CompletionStage<Answer> put(String bucket, ObjectNode parameters, Scope caller) {
    return former(bucket)
        .thenCompose(
            former ->
                operations
                    .call(PUT, parameters, caller)
                    .thenCompose(
                        answer -> followed(bucket, former).thenApply(installed -> answer)));
  }

  /** The configuration as it is, in the form in which it is put. */
  private CompletionStage<JsonNode> former(String bucket) {
    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    return buckets
        .find(bucket)
        .<CompletionStage<JsonNode>>map(
            known -> operations.call(GET, named(bucket), owner(known)).thenApply(Answer::body))
        .orElseGet(() -> CompletableFuture.completedFuture(nothing));
  }

  /** The server follows, or the former configuration comes back. */
  private CompletionStage<Void> followed(String bucket, JsonNode former) {
    return install(bucket)
        .exceptionallyCompose(
            failure ->
                putBack(bucket, former)
                    .handle((back, never) -> CompletableFuture.<Void>failedFuture(failure))
                    .thenCompose(refused -> refused));
  }

  private CompletionStage<Void> putBack(String bucket, JsonNode former) {
    Optional<Bucket> known = buckets.find(bucket);
    if (known.isEmpty()) {
      return KnownBuckets.nothing();
    }
    ObjectNode parameters = named(bucket).put("SkipDestinationValidation", true);
    parameters.set("NotificationConfiguration", former);
    return operations.call(PUT, parameters, owner(known.get())).thenAccept(back -> {});
  }

  private CompletionStage<Void> install(String bucket) {
    Optional<Bucket> known = buckets.find(bucket);
    if (known.isEmpty() || listened.contains(bucket)) {
      return KnownBuckets.nothing();
    }
    if (rules.isEmpty()) {
      tellOnce(
          "Without --s3-access-key and --s3-secret-key pushsim cannot tell the S3 server at %s which buckets' events to send: see that it sends them to the webhook.");
      return KnownBuckets.nothing();
    }
    return rules
        .get()
        .install(bucket, known.get().notificationConfiguration())
        .thenAccept(installed -> tell(bucket, installed));
  }

  private void tell(String bucket, WebhookRules.Installed installed) {
    if (!installed.supported()) {
      tellOnce(
          "The S3 server at %s knows no notification configurations: it must send the events of all buckets to the webhook by itself (versitygw: --event-webhook-url).");
    }
    if (!installed.untold().isEmpty()) {
      notice.accept(
          "The S3 server never tells of %s, which the notification configuration of '%s' asks for."
              .formatted(String.join(", ", installed.untold()), bucket));
    }
  }

  private void tellOnce(String sentence) {
    if (told.compareAndSet(false, true)) {
      notice.accept(sentence.formatted(server));
    }
  }

  private static Scope owner(Bucket bucket) {
    return new Scope(bucket.ownerAccount(), bucket.region());
  }

  private static ObjectNode named(String bucket) {
    return JsonNodeFactory.instance.objectNode().put("Bucket", bucket);
  }
}
