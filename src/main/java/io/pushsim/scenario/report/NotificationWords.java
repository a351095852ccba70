package io.pushsim.scenario.report;

import static io.pushsim.scenario.report.Phrases.each;
import static io.pushsim.scenario.report.Phrases.prefixed;
import static io.pushsim.scenario.report.Phrases.quoted;
import static io.pushsim.scenario.report.Phrases.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Notification configurations of buckets in telling words. */
final class NotificationWords {
  private final StorySetting setting;
  private final String arrow;

  NotificationWords(StorySetting setting, String arrow) {
    this.setting = setting;
    this.arrow = arrow;
  }

  /** All of a bucket. */
  String configurations(JsonNode configuration) {
    List<String> shown = new ArrayList<>();
    for (String kind : List.of("LambdaFunction", "Queue", "Topic")) {
      for (JsonNode one : configuration.path(kind + "Configurations")) {
        shown.add(configuration(kind, one));
      }
    }
    if (configuration.has("EventBridgeConfiguration")) {
      shown.add("EventBridge");
    }
    return shown.isEmpty() ? "no configuration" : String.join("; ", shown);
  }

  private String configuration(String kind, JsonNode one) {
    return oneRule(
        text(one, "Id"),
        text(one, kind + "Arn"),
        each(one.path("Events"), JsonNode::asText),
        each(one.path("Filter").path("Key").path("FilterRules"), this::rule));
  }

  private String oneRule(String id, String target, String events, String rules) {
    return (id.isEmpty() ? "" : id + " ")
        + arrow
        + " "
        + setting.shortName(target)
        + prefixed(" on ", events)
        + prefixed(" where ", rules);
  }

  /** The one that the old form of the operations has. */
  String oldConfiguration(JsonNode configuration) {
    JsonNode one = configuration.path("CloudFunctionConfiguration");
    if (one.isMissingNode()) {
      return configurations(configuration);
    }
    String events = each(one.path("Events"), JsonNode::asText);
    return oneRule(
        text(one, "Id"),
        text(one, "CloudFunction"),
        events.isEmpty() ? text(one, "Event") : events,
        "");
  }

  private String rule(JsonNode rule) {
    return text(rule, "Name") + " is " + quoted(text(rule, "Value"));
  }
}
