package io.pushsim.bucket;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.bucket.NotificationConfigurationDraft.Rule;
import io.pushsim.bucket.NotificationConfigurationDraft.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Drafts of notification configurations, read from the tables of this room's tests. */
final class Drafts {
  static final String FUNCTION = "arn:aws:lambda:us-west-2:111111111111:function:helloworld:PROD";

  private Drafts() {}

  static NotificationConfigurationDraft of(Target... targets) {
    return new NotificationConfigurationDraft(List.of(targets), false);
  }

  static Target function(String id, String event, Rule... rules) {
    return new Target(
        Optional.of(id), TargetKind.LAMBDA, Optional.of(FUNCTION), List.of(event), List.of(rules));
  }

  static Rule prefix(String value) {
    return new Rule(Optional.of("prefix"), Optional.of(value));
  }

  static Rule suffix(String value) {
    return new Rule(Optional.of("suffix"), Optional.of(value));
  }

  /** A draft from the list of a table's case; {@code Kind} and {@code Target} have defaults. */
  static NotificationConfigurationDraft from(JsonNode configurations) {
    return new NotificationConfigurationDraft(
        StreamSupport.stream(configurations.spliterator(), false).map(Drafts::target).toList(),
        false);
  }

  private static Target target(JsonNode node) {
    List<Rule> rules = new ArrayList<>();
    node.path("Rules")
        .forEach(rule -> rules.add(new Rule(text(rule, "Name"), text(rule, "Value"))));
    text(node, "Prefix").ifPresent(value -> rules.add(prefix(value)));
    text(node, "Suffix").ifPresent(value -> rules.add(suffix(value)));
    return new Target(
        text(node, "Id"),
        TargetKind.valueOf(text(node, "Kind").orElse("lambda").toUpperCase(Locale.ROOT)),
        node.has("Target") ? text(node, "Target") : Optional.of(FUNCTION),
        StreamSupport.stream(node.path("Events").spliterator(), false)
            .map(JsonNode::asText)
            .toList(),
        rules);
  }

  private static Optional<String> text(JsonNode node, String member) {
    return Optional.ofNullable(node.get(member)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }
}
