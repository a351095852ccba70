package io.pushsim.eventsource.remote;

import io.minio.GetBucketNotificationArgs;
import io.minio.SetBucketNotificationArgs;
import io.minio.messages.NotificationConfiguration.QueueConfiguration;
import io.pushsim.bucket.NotificationConfiguration;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Sees that the server tells pushsim of a bucket's events: one rule a bucket, which is pushsim's
 * own by its target, without a filter, since pushsim itself matches keys. Rules with other targets
 * stay as they are.
 */
public final class WebhookRules {
  private static final String RULE_ID = "pushsim";
  private static final int NOT_IMPLEMENTED = 501;

  private final RemoteS3 server;
  private final Supplier<WebhookTarget> target;

  /**
   * What came of it.
   *
   * @param supported whether the server has rules at all; one that has none tells of everything, or
   *     of nothing
   * @param untold events that are wanted and that the server has no rule for, by AWS's names
   */
  public record Installed(boolean supported, List<String> untold) {}

  WebhookRules(RemoteS3 server, Supplier<WebhookTarget> target) {
    this.server = server;
    this.target = target;
  }

  /**
   * Makes the bucket's rule be what a notification configuration needs, or be gone where it needs
   * none.
   *
   * @return fails with a {@link SimulatorException} that says what to do; the server's rules are
   *     then as they were
   */
  public CompletionStage<Installed> install(String bucket, NotificationConfiguration wanted) {
    List<String> events = RuleEvents.of(wanted);
    return server.told(
        server
            .ask(client -> client.getBucketNotification(reading(bucket)))
            .thenCompose(former -> replace(bucket, former, events))
            .thenApply(replaced -> new Installed(true, RuleEvents.untold(wanted)))
            .exceptionallyCompose(
                failure ->
                    isUnsupported(failure)
                        ? CompletableFuture.completedFuture(new Installed(false, List.of()))
                        : CompletableFuture.failedFuture(worded(failure))));
  }

  private static GetBucketNotificationArgs reading(String bucket) {
    return GetBucketNotificationArgs.builder().bucket(bucket).build();
  }

  private CompletionStage<Void> replace(
      String bucket, io.minio.messages.NotificationConfiguration former, List<String> events) {
    List<QueueConfiguration> rules = new ArrayList<>(former.queueConfigurations());
    List<QueueConfiguration> own =
        rules.stream().filter(rule -> WebhookTarget.isOwn(rule.queue())).toList();
    List<List<String>> told =
        own.stream().map(rule -> List.copyOf(new TreeSet<>(rule.events()))).toList();
    if (told.equals(events.isEmpty() ? List.of() : List.of(events))) {
      return CompletableFuture.completedFuture(null);
    }
    rules.removeAll(own);
    if (!events.isEmpty()) {
      rules.add(new QueueConfiguration(WebhookTarget.ARN, RULE_ID, events, null));
    }
    io.minio.messages.NotificationConfiguration next =
        new io.minio.messages.NotificationConfiguration(null, rules, null, null);
    return server.ask(
        client ->
            client.setBucketNotification(
                SetBucketNotificationArgs.builder().bucket(bucket).config(next).build()));
  }

  private static boolean isUnsupported(Throwable failure) {
    return RemoteFailures.status(failure).filter(status -> status == NOT_IMPLEMENTED).isPresent();
  }

  /** MinIO's one answer to an ARN that it has no target for (cmd/api-errors.go). */
  private Throwable worded(Throwable failure) {
    return RemoteFailures.message(failure).filter(said -> said.contains("ARN")).isEmpty()
        ? failure
        : new SimulatorException(
            ErrorCode.S3_INVALID_ARGUMENT,
            "The S3 server has no webhook %s, so it could not tell pushsim of this bucket's events. Start it with %s, and put the configuration again."
                .formatted(WebhookTarget.ARN, String.join(" ", target.get().variables())));
  }
}
