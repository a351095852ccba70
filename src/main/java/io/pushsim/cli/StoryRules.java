package io.pushsim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.bucket.TargetKind;
import io.pushsim.check.setup.DeclaredRule;
import io.pushsim.check.setup.Text;
import io.pushsim.scenario.RehearsedStep;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules that a step was to give a bucket, as it says them. */
final class StoryRules {
  private static final String RULES = "LambdaFunctionConfigurations";
  private static final String OLD_RULE = "CloudFunctionConfiguration";

  private final RehearsedStep step;
  private final Text bucket;

  private StoryRules(RehearsedStep step) {
    this.step = step;
    this.bucket = Text.of(StoryNotes.text(step, "Bucket"));
  }

  /** The rules of a PutBucketNotificationConfiguration or a PutBucketNotification. */
  static List<DeclaredRule> of(RehearsedStep step) {
    return new StoryRules(step).rules();
  }

  private List<DeclaredRule> rules() {
    JsonNode configuration = step.parameters().path("NotificationConfiguration");
    List<DeclaredRule> rules = new ArrayList<>();
    JsonNode written = configuration.path(RULES);
    for (int i = 0; i < written.size(); i++) {
      JsonNode rule = written.path(i);
      rules.add(
          rule(
              rule,
              "LambdaFunctionArn",
              texts(rule.path("Events")),
              "/NotificationConfiguration/" + RULES + "/" + i));
    }
    if (configuration.has(OLD_RULE)) {
      JsonNode rule = configuration.path(OLD_RULE);
      Set<Text> events = new LinkedHashSet<>();
      text(rule.path("Event")).ifPresent(events::add);
      events.addAll(texts(rule.path("Events")));
      rules.add(
          rule(
              rule,
              "CloudFunction",
              List.copyOf(events),
              "/NotificationConfiguration/" + OLD_RULE));
    }
    return rules;
  }

  private DeclaredRule rule(JsonNode rule, String target, List<Text> events, String pointer) {
    return new DeclaredRule(
        bucket,
        text(rule.path("Id")),
        TargetKind.LAMBDA,
        text(rule.path(target)).orElse(Text.of("")),
        events,
        filters(rule.path("Filter").path("Key").path("FilterRules")),
        StorySetUp.origin(step.placeOf(pointer)));
  }

  private static List<DeclaredRule.Filter> filters(JsonNode written) {
    List<DeclaredRule.Filter> filters = new ArrayList<>();
    for (JsonNode rule : written) {
      filters.add(
          new DeclaredRule.Filter(
              text(rule.path("Name")).orElse(Text.of("")),
              text(rule.path("Value")).orElse(Text.of(""))));
    }
    return filters;
  }

  private static List<Text> texts(JsonNode list) {
    List<Text> texts = new ArrayList<>();
    for (JsonNode item : list) {
      text(item).ifPresent(texts::add);
    }
    return texts;
  }

  private static Optional<Text> text(JsonNode value) {
    return value.isTextual() ? Optional.of(Text.of(value.textValue())) : Optional.empty();
  }
}
