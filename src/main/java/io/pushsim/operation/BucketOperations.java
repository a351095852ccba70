package io.pushsim.operation;

import io.pushsim.arn.FunctionArn;
import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.DestinationCheck;
import io.pushsim.bucket.FilterRule;
import io.pushsim.bucket.NotificationConfigurationDraft;
import io.pushsim.bucket.TargetConfiguration;
import io.pushsim.bucket.TargetKind;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.S3Errors;
import io.pushsim.error.SimulatorException;
import io.pushsim.journal.Outcome;
import io.pushsim.operation.StateOperation.Decided;
import io.pushsim.operation.shape.NotSimulated;
import io.pushsim.operation.shape.Required;
import io.pushsim.policy.AccessRequest;
import io.pushsim.policy.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations on buckets and their notification configurations. */
final class BucketOperations {
  /** The Region that S3 answers without a name where it is asked for a bucket's location. */
  private static final String UNNAMED_REGION = "us-east-1";

  private BucketOperations() {}

  /** CreateBucket. */
  @NotSimulated({
    "ACL",
    "BucketNamespace",
    "GrantFullControl",
    "GrantRead",
    "GrantReadACP",
    "GrantWrite",
    "GrantWriteACP",
    "ObjectLockEnabledForBucket",
    "ObjectOwnership"
  })
  record Create(
      @Required String bucket, Optional<CreateBucketConfiguration> createBucketConfiguration) {}

  /** Where the bucket is to be. */
  @NotSimulated({"Bucket", "Location", "Tags"})
  record CreateBucketConfiguration(Optional<String> locationConstraint) {}

  /** What asks about one bucket, or deletes it. */
  record Named(@Required String bucket, Optional<String> expectedBucketOwner) {}

  /** PutBucketNotificationConfiguration. */
  record Put(
      @Required String bucket,
      @Required Notifications notificationConfiguration,
      Optional<String> expectedBucketOwner,
      Optional<Boolean> skipDestinationValidation) {}

  /** A notification configuration by the SDK's names, in a request as in an answer. */
  @NotSimulated({"EventBridgeConfiguration", "QueueConfigurations", "TopicConfigurations"})
  record Notifications(Optional<List<LambdaTarget>> lambdaFunctionConfigurations) {}

  /** One rule: which events of which keys go to which function. */
  record LambdaTarget(
      Optional<String> id,
      @Required String lambdaFunctionArn,
      @Required List<String> events,
      Optional<Filter> filter) {}

  /** A filter. */
  record Filter(Optional<KeyFilter> key) {}

  /** A filter on keys. */
  record KeyFilter(Optional<List<Rule>> filterRules) {}

  /** Prefix or suffix. */
  record Rule(Optional<String> name, Optional<String> value) {}

  /** CreateBucket's answer. */
  record Created(String location) {}

  /** HeadBucket's answer: headers. */
  record Head(String bucketArn, String bucketRegion, boolean accessPointAlias) {}

  /**
   * GetBucketLocation's answer.
   *
   * @param locationConstraint the bucket's Region; absent where that is us-east-1
   */
  record Location(Optional<String> locationConstraint) {}

  static Decided create(Create request, Call call) {
    String region =
        request
            .createBucketConfiguration()
            .flatMap(CreateBucketConfiguration::locationConstraint)
            .map(constraint -> constraint.equals("EU") ? "eu-west-1" : constraint)
            .orElse(call.caller().region());
    Outcome[] outcomes =
        call
            .state()
            .buckets()
            .decideCreate(request.bucket(), call.caller().account(), region, call.now())
            .stream()
            .map(Outcome.OfBucket::new)
            .toArray(Outcome[]::new);
    if (outcomes.length > 0) {
      call.contents().create(request.bucket());
    }
    return Decided.answer(new Created("/" + request.bucket()), outcomes);
  }

  /**
   * HeadBucket. S3 answers its errors without a body, and tells the region even to a caller whom it
   * refuses (API reference, HeadBucket).
   */
  static Decided head(Named request, Call call) {
    Bucket bucket = call.state().buckets().require(request.bucket());
    if (!mayUse(bucket, request.expectedBucketOwner(), call)) {
      throw new SimulatorException(
          ErrorCode.S3_ACCESS_DENIED, "Access Denied", Map.of("BucketRegion", bucket.region()));
    }
    return Decided.answer(new Head(bucket.arn().toString(), bucket.region(), false));
  }

  static Decided location(Named request, Call call) {
    Bucket bucket = ownBucket(request.bucket(), request.expectedBucketOwner(), call);
    return Decided.answer(
        new Location(
            Optional.of(bucket.region()).filter(region -> !region.equals(UNNAMED_REGION))));
  }

  static Decided delete(Named request, Call call) {
    ownBucket(request.bucket(), request.expectedBucketOwner(), call);
    call.contents().delete(request.bucket());
    return Decided.done(
        List.of(new Outcome.OfBucket(call.state().buckets().decideDelete(request.bucket()))));
  }

  static Decided put(Put request, Call call) {
    Bucket bucket = ownBucket(request.bucket(), request.expectedBucketOwner(), call);
    return replace(
        bucket,
        draft(request.notificationConfiguration()),
        request.skipDestinationValidation().orElse(false),
        call);
  }

  /** Gives the bucket this notification configuration, if S3 would take it. */
  static Decided replace(
      Bucket bucket, NotificationConfigurationDraft draft, boolean unchecked, Call call) {
    List<String> reasons = new ArrayList<>();
    DestinationCheck destinations =
        unchecked ? DestinationCheck.SKIPPED : target -> refusal(target, bucket, call, reasons);
    try {
      return Decided.done(
          List.of(
              new Outcome.OfBucket(
                  call.state()
                      .buckets()
                      .decideNotificationConfiguration(
                          bucket.name(), draft, destinations, call.ids()))));
    } catch (SimulatorException refused) {
      throw refused.explained(reasons);
    }
  }

  /**
   * May S3 invoke exactly this ARN for this bucket? It answers alike for what is missing and what
   * is denied; the reasons tell which.
   */
  private static Optional<String> refusal(
      TargetConfiguration target, Bucket bucket, Call call, List<String> reasons) {
    FunctionArn arn = FunctionArn.parse(target.target()).orElseThrow();
    if (call.function(arn).flatMap(f -> f.described(arn.qualifier())).isEmpty()) {
      reasons.add("There is no %s.".formatted(arn));
      return Optional.of(DestinationCheck.notAuthorized(target.target()));
    }
    Decision decision =
        call.state()
            .policies()
            .decide(arn, AccessRequest.push(bucket.arn(), bucket.ownerAccount(), arn), call.now());
    if (decision.isAllowed()) {
      return Optional.empty();
    }
    reasons.add(decision.reason());
    decision.remedies().forEach(remedy -> reasons.add(remedy.inOneLine()));
    return Optional.of(DestinationCheck.notAuthorized(target.target()));
  }

  static Decided get(Named request, Call call) {
    Bucket bucket = ownBucket(request.bucket(), request.expectedBucketOwner(), call);
    List<LambdaTarget> targets =
        bucket.notificationConfiguration().targets(TargetKind.LAMBDA).stream()
            .map(BucketOperations::described)
            .toList();
    return Decided.answer(
        new Notifications(targets.isEmpty() ? Optional.empty() : Optional.of(targets)));
  }

  private static LambdaTarget described(TargetConfiguration target) {
    List<Rule> rules = target.filter().rules().stream().map(BucketOperations::described).toList();
    return new LambdaTarget(
        Optional.of(target.id()),
        target.target(),
        target.events().names(),
        rules.isEmpty()
            ? Optional.empty()
            : Optional.of(new Filter(Optional.of(new KeyFilter(Optional.of(rules))))));
  }

  private static Rule described(FilterRule rule) {
    return new Rule(Optional.of(rule.name().wireName()), Optional.of(rule.value()));
  }

  private static NotificationConfigurationDraft draft(Notifications request) {
    return new NotificationConfigurationDraft(
        request.lambdaFunctionConfigurations().orElse(List.of()).stream()
            .map(BucketOperations::draft)
            .toList(),
        false);
  }

  private static NotificationConfigurationDraft.Target draft(LambdaTarget target) {
    return new NotificationConfigurationDraft.Target(
        target.id(),
        TargetKind.LAMBDA,
        Optional.of(target.lambdaFunctionArn()),
        target.events(),
        target.filter().flatMap(Filter::key).map(BucketOperations::rules).orElse(List.of()).stream()
            .map(rule -> new NotificationConfigurationDraft.Rule(rule.name(), rule.value()))
            .toList());
  }

  // S3's schema wants a rule in a filter on keys (hashicorp/terraform#5473): none is refused as one
  // that lacks all.
  private static List<Rule> rules(KeyFilter filter) {
    return filter
        .filterRules()
        .filter(rules -> !rules.isEmpty())
        .orElse(List.of(new Rule(Optional.empty(), Optional.empty())));
  }

  /**
   * The caller's bucket of this name.
   *
   * @throws SimulatorException NoSuchBucket; AccessDenied where it is another's, or another's than
   *     expected
   */
  static Bucket ownBucket(String name, Optional<String> expectedOwner, Call call) {
    Bucket bucket = call.state().buckets().require(name);
    if (!mayUse(bucket, expectedOwner, call)) {
      throw S3Errors.accessDenied();
    }
    return bucket;
  }

  private static boolean mayUse(Bucket bucket, Optional<String> expectedOwner, Call call) {
    String owner = bucket.ownerAccount();
    return owner.equals(call.caller().account()) && owner.equals(expectedOwner.orElse(owner));
  }
}
