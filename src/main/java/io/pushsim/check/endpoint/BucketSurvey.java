package io.pushsim.check.endpoint;

import io.pushsim.bucket.TargetKind;
import io.pushsim.check.setup.DeclaredBucket;
import io.pushsim.check.setup.DeclaredRule;
import io.pushsim.check.setup.Symbol;
import io.pushsim.check.setup.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.NotificationConfigurationFilter;

/** Asks about the buckets of the caller's account: where they are, and what they notify. */
final class BucketSurvey {
  private static final String UNNAMED_REGION = "us-east-1";

  private final S3Client s3;
  private final Calls calls;
  private final Workers workers;
  private final Text owner;

  /**
   * @param owner the caller's account: who lists buckets owns them
   */
  BucketSurvey(S3Client s3, Calls calls, Workers workers, Text owner) {
    this.s3 = s3;
    this.calls = calls;
    this.workers = workers;
    this.owner = owner;
  }

  /** What is told of each, in the order of the list. */
  List<Findings> survey() {
    Findings about = new Findings();
    List<CompletableFuture<Findings>> begun = new ArrayList<>();
    calls.ask(
        Call.LIST_BUCKETS,
        "",
        about,
        () -> {
          s3.listBucketsPaginator(request -> {}).buckets().stream()
              .map(Bucket::name)
              .forEach(bucket -> begun.add(workers.begin(() -> findings(bucket))));
          return begun;
        });
    List<Findings> all = new ArrayList<>(List.of(about));
    all.addAll(Workers.await(begun));
    return all;
  }

  private Findings findings(String bucket) {
    Findings findings = new Findings();
    Text region = region(bucket, findings);
    findings.declare(
        setUp ->
            setUp.add(
                new DeclaredBucket(
                    Text.of(bucket), owner, region, calls.origin(Call.LIST_BUCKETS, bucket))));
    calls
        .ask(
            Call.GET_NOTIFICATION_CONFIGURATION,
            bucket,
            findings,
            () -> s3.getBucketNotificationConfiguration(request -> request.bucket(bucket)))
        .ifPresent(configuration -> declareRules(bucket, configuration, findings));
    return findings;
  }

  private Text region(String bucket, Findings findings) {
    return calls
        .ask(
            Call.GET_BUCKET_LOCATION,
            bucket,
            findings,
            () -> s3.getBucketLocation(request -> request.bucket(bucket)))
        .map(location -> Text.of(region(location.locationConstraintAsString())))
        .orElseGet(() -> Text.unknown(unknownRegion(bucket)));
  }

  /** What GetBucketLocation means (S3 API reference). */
  private static String region(@Nullable String constraint) {
    if (constraint == null || constraint.isEmpty()) {
      return UNNAMED_REGION;
    }
    return constraint.equals("EU") ? "eu-west-1" : constraint;
  }

  private static Symbol unknownRegion(String bucket) {
    return new Symbol(
        "region of " + bucket,
        Symbol.Kind.REGION,
        "Allow the caller %s on %s.".formatted(Call.GET_BUCKET_LOCATION.action(), bucket));
  }

  private void declareRules(
      String bucket, GetBucketNotificationConfigurationResponse configuration, Findings findings) {
    findings.declare(setUp -> setUp.addConfigured(Text.of(bucket)));
    configuration
        .lambdaFunctionConfigurations()
        .forEach(
            rule ->
                declare(
                    bucket,
                    new Rule(
                        TargetKind.LAMBDA,
                        Optional.ofNullable(rule.id()),
                        rule.lambdaFunctionArn(),
                        rule.eventsAsStrings(),
                        filters(rule.filter())),
                    findings));
    configuration
        .queueConfigurations()
        .forEach(
            rule ->
                declare(
                    bucket,
                    new Rule(
                        TargetKind.QUEUE,
                        Optional.ofNullable(rule.id()),
                        rule.queueArn(),
                        rule.eventsAsStrings(),
                        filters(rule.filter())),
                    findings));
    configuration
        .topicConfigurations()
        .forEach(
            rule ->
                declare(
                    bucket,
                    new Rule(
                        TargetKind.TOPIC,
                        Optional.ofNullable(rule.id()),
                        rule.topicArn(),
                        rule.eventsAsStrings(),
                        filters(rule.filter())),
                    findings));
  }

  /** A rule, whatever it is that it notifies. */
  private record Rule(
      TargetKind kind,
      Optional<String> id,
      String target,
      List<String> events,
      List<DeclaredRule.Filter> filter) {}

  private void declare(String bucket, Rule rule, Findings findings) {
    findings.declare(
        setUp ->
            setUp.add(
                new DeclaredRule(
                    Text.of(bucket),
                    rule.id().map(Text::of),
                    rule.kind(),
                    Text.of(rule.target()),
                    rule.events().stream().map(Text::of).toList(),
                    rule.filter(),
                    calls.origin(Call.GET_NOTIFICATION_CONFIGURATION, bucket))));
  }

  private static List<DeclaredRule.Filter> filters(
      @Nullable NotificationConfigurationFilter filter) {
    if (filter == null || filter.key() == null) {
      return List.of();
    }
    return filter.key().filterRules().stream()
        .map(
            rule ->
                new DeclaredRule.Filter(
                    Text.of(rule.nameAsString()),
                    Text.of(rule.value() == null ? "" : rule.value())))
        .toList();
  }
}
