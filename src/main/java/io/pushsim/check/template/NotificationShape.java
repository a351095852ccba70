package io.pushsim.check.template;

import io.pushsim.bucket.TargetKind;
import java.util.List;
import java.util.Map;

/** How a notification configuration is written. */
enum NotificationShape {
  /** As {@code AWS::S3::Bucket} has it. */
  CLOUDFORMATION(
      Map.of(
          "LambdaConfigurations", TargetKind.LAMBDA,
          "QueueConfigurations", TargetKind.QUEUE,
          "TopicConfigurations", TargetKind.TOPIC),
      "Event",
      "",
      "S3Key",
      "Rules"),
  /** As S3's API has it, and so CDK's custom resource. */
  API(
      Map.of(
          "LambdaFunctionConfigurations", TargetKind.LAMBDA,
          "QueueConfigurations", TargetKind.QUEUE,
          "TopicConfigurations", TargetKind.TOPIC),
      "Events",
      "Arn",
      "Key",
      "FilterRules");

  @SuppressWarnings("ImmutableEnumChecker") // Each is made by Map.of.
  private final Map<String, TargetKind> lists;

  private final String events;
  private final String targetSuffix;
  private final String key;
  private final String rules;

  NotificationShape(
      Map<String, TargetKind> lists, String events, String targetSuffix, String key, String rules) {
    this.lists = lists;
    this.events = events;
    this.targetSuffix = targetSuffix;
    this.key = key;
    this.rules = rules;
  }

  /** The lists of rules by their keys. */
  Map<String, TargetKind> lists() {
    return lists;
  }

  /** The key of what is notified. */
  String target(TargetKind kind) {
    return switch (kind) {
      case LAMBDA -> this == API ? "LambdaFunctionArn" : "Function";
      case QUEUE -> "Queue" + targetSuffix;
      case TOPIC -> "Topic" + targetSuffix;
    };
  }

  /** The key of the events. */
  String events() {
    return events;
  }

  /** Whether a rule has a list of events. */
  boolean takesEvents() {
    return this == API;
  }

  /** The key of a filter's mapping. */
  String key() {
    return key;
  }

  /** The key of a filter's list. */
  String rules() {
    return rules;
  }

  /** All keys of a rule. */
  List<String> keys(TargetKind kind) {
    return this == API
        ? List.of("Id", target(kind), events, "Filter")
        : List.of(target(kind), events, "Filter");
  }
}
