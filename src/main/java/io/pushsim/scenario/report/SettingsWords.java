package io.pushsim.scenario.report;

import static io.pushsim.scenario.report.Phrases.each;
import static io.pushsim.scenario.report.Phrases.list;
import static io.pushsim.scenario.report.Phrases.phrase;
import static io.pushsim.scenario.report.Phrases.prefixed;
import static io.pushsim.scenario.report.Phrases.text;
import static io.pushsim.scenario.report.Phrases.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.display.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How functions are invoked, in telling words: concurrency, retries, destinations. */
final class SettingsWords {
  private final StorySetting setting;
  private final String arrow;

  SettingsWords(StorySetting setting, String arrow) {
    this.setting = setting;
    this.arrow = arrow;
  }

  /** {@code 2 reserved}. */
  static String reserved(JsonNode node) {
    JsonNode reserved = node.path("ReservedConcurrentExecutions");
    return reserved.isMissingNode() ? "" : value(reserved) + " reserved";
  }

  /** {@code 2 provisioned}. */
  static String provisioned(JsonNode node) {
    return value(node.path("ProvisionedConcurrentExecutions")) + " provisioned";
  }

  /** {@code READY 2 of 2 available}. */
  static String standing(JsonNode node) {
    return phrase(
        text(node, "Status"),
        text(node, "StatusReason"),
        "%s of %s available"
            .formatted(
                value(node.path("AvailableProvisionedConcurrentExecutions")),
                value(node.path("RequestedProvisionedConcurrentExecutions"))));
  }

  /** {@code fn:PROD READY, fn:1 IN_PROGRESS}. */
  String standings(JsonNode node) {
    return each(
        node.path("ProvisionedConcurrencyConfigs"),
        one -> setting.shortName(text(one, "FunctionArn")) + prefixed(" ", text(one, "Status")));
  }

  /** {@code 1 retry, at most 1h old, on failure → dlq}. */
  String eventInvoke(JsonNode node) {
    JsonNode destinations = node.path("DestinationConfig");
    return list(
        retries(node.path("MaximumRetryAttempts")),
        age(node.path("MaximumEventAgeInSeconds")),
        destination("on success", destinations.path("OnSuccess")),
        destination("on failure", destinations.path("OnFailure")));
  }

  private static String retries(JsonNode retries) {
    return retries.canConvertToInt() ? Figures.count(retries.asInt(), "retry", "retries") : "";
  }

  private static String age(JsonNode seconds) {
    return seconds.canConvertToInt()
        ? "at most %s old".formatted(Figures.span(Duration.ofSeconds(seconds.asInt())))
        : "";
  }

  private String destination(String when, JsonNode destination) {
    String target = text(destination, "Destination");
    return target.isEmpty() ? "" : when + " " + arrow + " " + TargetName.of(target);
  }

  /** {@code fn:PROD 1 retry; fn:1 on failure → dlq}. */
  String allEventInvoke(JsonNode node) {
    List<String> configs = new ArrayList<>();
    for (JsonNode one : node.path("FunctionEventInvokeConfigs")) {
      configs.add(setting.shortName(text(one, "FunctionArn")) + prefixed(" ", eventInvoke(one)));
    }
    return String.join("; ", configs);
  }
}
