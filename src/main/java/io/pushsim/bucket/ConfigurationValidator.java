package io.pushsim.bucket;

import io.pushsim.arn.Arn;
import io.pushsim.bucket.EventSelection.SharedEvent;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.S3Errors;
import io.pushsim.error.SimulatorException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Turns a draft into the configuration that S3 would keep, or refuses it as S3 does. The order is
 * S3's as far as it is known: every check of form comes before every check of a destination
 * (recorded: test_invalid_lambda_arn). In between comes overlap; the order of the checks of form
 * among themselves is pushsim's choice.
 */
final class ConfigurationValidator {
  private static final int MOST_CONFIGURATIONS = 100;
  private static final int LONGEST_ID = 255;
  private static final int LONGEST_VALUE_BYTES = 1024;

  private final Bucket bucket;
  private final Supplier<UUID> ids;

  ConfigurationValidator(Bucket bucket, Supplier<UUID> ids) {
    this.bucket = bucket;
    this.ids = ids;
  }

  NotificationConfiguration validate(
      NotificationConfigurationDraft draft, DestinationCheck destinations) {
    draft.targets().forEach(ConfigurationValidator::checkSchema);
    checkCount(draft);
    List<TargetConfiguration> targets = draft.targets().stream().map(this::checked).toList();
    checkIdsDiffer(targets);
    checkOverlaps(targets);
    checkDestinations(targets, destinations);
    return new NotificationConfiguration(targets, draft.eventBridge());
  }

  private static void checkSchema(NotificationConfigurationDraft.Target draft) {
    boolean ruleLacksSomething =
        draft.rules().stream().anyMatch(rule -> rule.name().isEmpty() || rule.value().isEmpty());
    if (ruleLacksSomething || draft.target().isEmpty() || draft.events().isEmpty()) {
      throw S3Errors.malformedXml();
    }
  }

  private static void checkCount(NotificationConfigurationDraft draft) {
    if (draft.targets().size() > MOST_CONFIGURATIONS) {
      throw BucketErrors.invalidArgument(
          "Too many configurations submitted. The maximum number of configurations is "
              + MOST_CONFIGURATIONS);
    }
  }

  private TargetConfiguration checked(NotificationConfigurationDraft.Target draft) {
    if (draft.id().filter(id -> id.length() > LONGEST_ID).isPresent()) {
      throw BucketErrors.invalidArgument("ID length exceeded allowed limit of " + LONGEST_ID);
    }
    KeyFilter filter = checkedFilter(draft.rules());
    String target = checkedTarget(draft.kind(), draft.target().orElseThrow());
    draft.events().forEach(ConfigurationValidator::checkEvent);
    return new TargetConfiguration(
        draft.id().orElseGet(this::freshId),
        draft.kind(),
        target,
        new EventSelection(draft.events()),
        filter);
  }

  private static KeyFilter checkedFilter(List<NotificationConfigurationDraft.Rule> drafts) {
    List<FilterRule> rules = drafts.stream().map(ConfigurationValidator::checkedRule).toList();
    for (FilterRule.Name name : FilterRule.Name.values()) {
      if (rules.stream().filter(rule -> rule.name() == name).count() > 1) {
        throw BucketErrors.invalidArgument(
            "Cannot specify more than one "
                + (name == FilterRule.Name.PREFIX ? "prefix" : "suffix")
                + " rule in a filter.");
      }
    }
    return new KeyFilter(rules);
  }

  private static FilterRule checkedRule(NotificationConfigurationDraft.Rule draft) {
    String name = draft.name().orElseThrow();
    String value = draft.value().orElseThrow();
    FilterRule.Name known =
        FilterRule.Name.parse(name)
            .orElseThrow(
                () ->
                    S3Errors.invalidArgument(
                        "filter rule name must be either prefix or suffix",
                        "FilterRule.Name",
                        name));
    if (value.getBytes(StandardCharsets.UTF_8).length > LONGEST_VALUE_BYTES) {
      throw BucketErrors.invalidArgument(
          "Size of filter rule value cannot exceed %d bytes in UTF-8 representation"
              .formatted(LONGEST_VALUE_BYTES));
    }
    return new FilterRule(known, value);
  }

  private String checkedTarget(TargetKind kind, String target) {
    Arn arn =
        kind.parse(target)
            .orElseThrow(
                () ->
                    S3Errors.invalidArgument(
                        "The ARN could not be parsed", kind.elementName(), target));
    if (kind == TargetKind.QUEUE && arn.resource().endsWith(".fifo")) {
      throw BucketErrors.invalidArgument("FIFO SQS queues are not supported.");
    }
    if (!arn.region().equals(bucket.region())) {
      throw BucketErrors.invalidArgument(
          "The notification destination service region is not valid for the bucket location"
              + " constraint");
    }
    return target;
  }

  private static void checkEvent(String name) {
    if (EventType.selectedBy(name).isEmpty()) {
      throw BucketErrors.invalidArgument(
          "The event '%s' is not supported for notifications. Supported events are as follows: %s"
              .formatted(name, EventType.configurationNames()));
    }
  }

  // A UUID's text in base64: what S3 makes where the caller gave no Id.
  private String freshId() {
    byte[] text = ids.get().toString().getBytes(StandardCharsets.US_ASCII);
    return Base64.getEncoder().encodeToString(text);
  }

  private static void checkIdsDiffer(List<TargetConfiguration> targets) {
    Set<String> seen = new HashSet<>();
    if (!targets.stream().allMatch(target -> seen.add(target.id()))) {
      throw BucketErrors.invalidArgument(
          "Same ID used for multiple configurations. IDs must be unique.");
    }
  }

  private static void checkOverlaps(List<TargetConfiguration> targets) {
    for (int first = 0; first < targets.size(); first++) {
      TargetConfiguration one = targets.get(first);
      one.events().sharedWithin().ifPresent(shared -> refuseOverlap(one, one, shared));
      for (int second = first + 1; second < targets.size(); second++) {
        TargetConfiguration other = targets.get(second);
        one.overlapWith(other).ifPresent(shared -> refuseOverlap(one, other, shared));
      }
    }
  }

  private static void refuseOverlap(
      TargetConfiguration one, TargetConfiguration other, SharedEvent shared) {
    if (one.filter().rules().isEmpty() && other.filter().rules().isEmpty()) {
      throw S3Errors.invalidArgument(
          "Configurations overlap. Configurations on the same bucket cannot share a common event"
              + " type.",
          "Event",
          shared.first() + ", " + shared.second());
    }
    throw BucketErrors.invalidArgument(
        "Configuration is ambiguously defined. Cannot have overlapping suffixes in two rules if"
            + " the prefixes are overlapping for the same event type.");
  }

  private static void checkDestinations(
      List<TargetConfiguration> targets, DestinationCheck destinations) {
    Map<String, String> refused = new LinkedHashMap<>();
    for (TargetConfiguration target : targets) {
      Optional<String> refusal = destinations.refusal(target);
      if (refusal.isPresent()) {
        int number = refused.size() / 2 + 1;
        refused.put("ArgumentName" + number, target.kind().refusedName(target.target()));
        refused.put("ArgumentValue" + number, refusal.get());
      }
    }
    if (!refused.isEmpty()) {
      throw new SimulatorException(
          ErrorCode.S3_INVALID_ARGUMENT,
          "Unable to validate the following destination configurations",
          refused);
    }
  }
}
