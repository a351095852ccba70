package io.pushsim.check.finding;

import io.pushsim.arn.Partition;
import io.pushsim.arn.Scope;
import io.pushsim.bucket.Bucket;
import io.pushsim.bucket.BucketChange;
import io.pushsim.bucket.BucketRegistry;
import io.pushsim.bucket.DestinationCheck;
import io.pushsim.bucket.EventType;
import io.pushsim.bucket.NotificationConfiguration;
import io.pushsim.bucket.NotificationConfigurationDraft;
import io.pushsim.check.decision.BucketRule;
import io.pushsim.check.decision.NotifyingBucket;
import io.pushsim.check.mending.MendingStep;
import io.pushsim.check.mending.RuleDraft;
import io.pushsim.check.setup.Text;
import io.pushsim.document.NearestWord;
import io.pushsim.error.SimulatorException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Configurations that S3 refuses, whatever the policies say: S3's own checks, asked of each rule.
 */
final class Configurations implements Inspection {
  /** S3 lists all events behind each that it does not know. */
  private static final Pattern SUPPORTED = Pattern.compile(" Supported events are.*");

  private static final String REGION = "The notification destination service region";

  @Override
  public void inspect(Case setUp) {
    setUp.inventory().buckets().stream()
        .filter(bucket -> !bucket.rules().isEmpty())
        .forEach(bucket -> inspect(setUp, bucket));
  }

  private static void inspect(Case setUp, NotifyingBucket bucket) {
    List<BucketRule> sound = new ArrayList<>();
    for (BucketRule rule : bucket.rules()) {
      if (isKnown(rule)) {
        Optional<String> refusal = refusal(bucket, List.of(RuleDraft.of(rule)));
        refusal
            .filter(message -> !message.startsWith(REGION) || isLocated(setUp, bucket, rule))
            .ifPresent(message -> refused(setUp, bucket, rule, message));
        if (refusal.isEmpty()) {
          sound.add(rule);
        }
      }
    }
    new Overlaps(setUp, bucket, sound).inspect();
    sameIds(setUp, bucket, sound);
  }

  private static boolean isKnown(BucketRule rule) {
    return (rule.declared().target().isKnown() || rule.function().isPresent())
        && rule.declared().events().stream().allMatch(Text::isKnown);
  }

  // Regions are compared where both are known.
  private static boolean isLocated(Case setUp, NotifyingBucket bucket, BucketRule rule) {
    return setUp.isKnown(bucket.region())
        && rule.function()
            .map(target -> setUp.isKnown(target.region()))
            .orElse(rule.declared().target().isKnown());
  }

  /** S3's words for a configuration of these rules, or empty where it takes them. */
  static Optional<String> refusal(NotifyingBucket bucket, List<RuleDraft> rules) {
    if (!Scope.isAccount(bucket.owner()) || !Scope.isRegion(bucket.region())) {
      return Optional.empty();
    }
    BucketRegistry registry = new BucketRegistry();
    registry.apply(
        new BucketChange.BucketRestored(
            new Bucket(
                bucket.name(),
                bucket.owner(),
                bucket.region(),
                Instant.EPOCH,
                NotificationConfiguration.EMPTY)));
    try {
      registry.decideNotificationConfiguration(
          bucket.name(), draft(rules), DestinationCheck.SKIPPED, UUID::randomUUID);
      return Optional.empty();
    } catch (SimulatorException s3s) {
      return Optional.of(s3s.message());
    }
  }

  private static NotificationConfigurationDraft draft(List<RuleDraft> rules) {
    return new NotificationConfigurationDraft(
        rules.stream()
            .map(
                rule ->
                    new NotificationConfigurationDraft.Target(
                        rule.id(),
                        rule.kind(),
                        Optional.of(rule.target()),
                        rule.events(),
                        rule.filters().stream()
                            .map(
                                filter ->
                                    new NotificationConfigurationDraft.Rule(
                                        Optional.of(filter.name()), Optional.of(filter.value())))
                            .toList()))
            .toList(),
        false);
  }

  private static void refused(Case setUp, NotifyingBucket bucket, BucketRule rule, String message) {
    String partition = Partition.ofRegion(bucket.region()).id();
    boolean foreign =
        rule.function().filter(target -> !target.partition().equals(partition)).isPresent();
    setUp.explain(rule);
    setUp.find(
        foreign ? FindingKind.WRONG_PARTITION : FindingKind.CONFIGURATION_REFUSED,
        Case.subject(rule),
        foreign
            ? "%s of %s names a function in the partition %s; the bucket is in %s."
                .formatted(
                    Case.capital(Case.nameOf(rule)),
                    bucket.name(),
                    rule.function().orElseThrow().partition(),
                    partition)
            : "S3 refuses %s of %s: %s"
                .formatted(
                    Case.nameOf(rule), bucket.name(), SUPPORTED.matcher(message).replaceFirst("")),
        mended(bucket, rule));
  }

  // A misspelt event can be mended; a region, or what is no ARN, only by who knows what is meant.
  private static List<MendingStep> mended(NotifyingBucket bucket, BucketRule rule) {
    List<String> events = new ArrayList<>();
    boolean changed = false;
    for (String event : rule.events()) {
      if (!EventType.selectedBy(event).isEmpty()) {
        events.add(event);
      } else {
        Optional<String> meant = NearestWord.to(event, EventType.configurationNames());
        if (meant.isEmpty()) {
          return List.of();
        }
        changed = true;
        events.add(meant.get());
      }
    }
    RuleDraft mended = RuleDraft.of(rule).withEvents(events.stream().distinct().toList());
    return changed && refusal(bucket, List.of(mended)).isEmpty()
        ? List.of(
            new MendingStep.ChangeRule(
                bucket, rule, draft -> draft.withEvents(mended.events()), false))
        : List.of();
  }

  private static void sameIds(Case setUp, NotifyingBucket bucket, List<BucketRule> rules) {
    for (int i = 0; i < rules.size(); i++) {
      BucketRule rule = rules.get(i);
      Optional<String> id = RuleDraft.of(rule).id();
      boolean taken =
          id.isPresent()
              && rules.subList(0, i).stream()
                  .anyMatch(other -> RuleDraft.of(other).id().equals(id));
      if (taken) {
        String other = id.get() + "-" + (i + 1);
        setUp.find(
            FindingKind.CONFIGURATION_REFUSED,
            Case.subject(rule),
            "Two rules of %s have the id '%s'. S3 says: Same ID used for multiple configurations. IDs must be unique."
                .formatted(bucket.name(), id.get()),
            List.of(new MendingStep.ChangeRule(bucket, rule, draft -> draft.withId(other), false)));
      }
    }
  }
}
