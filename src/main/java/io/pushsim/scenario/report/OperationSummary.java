package io.pushsim.scenario.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.display.Figures;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The table of operations in telling words: of what was asked, and of what was answered. */
final class OperationSummary {
  private final StorySetting setting;
  private final String arrow;
  private final Map<String, Words> table = new HashMap<>();

  /** How one operation is put in words; an empty text where there is nothing to say. */
  private record Words(Function<JsonNode, String> asked, Function<JsonNode, String> answered) {}

  OperationSummary(StorySetting setting, String arrow) {
    this.setting = setting;
    this.arrow = arrow;
    functions();
    tags();
    aliases();
    policies();
    buckets();
    events();
  }

  /** What a step asks for, and as whom where that is not the story's own account. */
  String asked(StepReport step) {
    return asked(step.operation(), step.parameters())
        + step.account().map(account -> "  as " + account).orElse("");
  }

  /** The parameters that tell one call of the operation from another. */
  String asked(String operation, JsonNode parameters) {
    Words words = table.get(operation);
    return words == null ? fields(parameters, Set.of()) : words.asked.apply(parameters);
  }

  /** What of the answer matters. */
  String answered(String operation, JsonNode response) {
    Words words = table.get(operation);
    return words == null ? fields(response, Set.of()) : words.answered.apply(response);
  }

  private void functions() {
    put(
        "CreateFunction",
        p ->
            phrase(
                function(p), list(text(p, "Runtime"), text(p, "Handler")) + code(p.path("Code"))),
        r -> named("FunctionArn", r));
    put("UpdateFunctionCode", p -> function(p) + code(p), r -> named("CodeSha256", r));
    put(
        "UpdateFunctionConfiguration",
        p -> phrase(function(p), fields(p, Set.of("FunctionName"))),
        r -> "");
    put("GetFunction", this::function, r -> configuration(r.path("Configuration")));
    put("GetFunctionConfiguration", this::function, this::configuration);
    put("DeleteFunction", this::function, r -> "");
    put("ListFunctions", p -> "", r -> each(r.path("Functions"), f -> text(f, "FunctionName")));
    put(
        "PublishVersion",
        p -> phrase(function(p), text(p, "Description")),
        r -> named("Version", r));
    put("ListVersionsByFunction", this::function, r -> each(r.path("Versions"), this::version));
    put(
        "Invoke",
        p -> phrase(function(p), text(p, "InvocationType"), payload(p.path("Payload"))),
        r -> phrase(named("StatusCode", r), named("FunctionError", r)));
    put(
        "InvokeAsync",
        p -> phrase(function(p), payload(p.path("InvokeArgs"))),
        r -> named("Status", r));
    put("GetAccountSettings", p -> "", r -> fields(r.path("AccountUsage"), Set.of()));
  }

  private void tags() {
    put("TagResource", p -> phrase(tagged(p), fields(p.path("Tags"), Set.of())), r -> "");
    put(
        "UntagResource",
        p -> phrase(tagged(p), each(p.path("TagKeys"), OperationSummary::value)),
        r -> "");
    put("ListTags", this::tagged, r -> fields(r.path("Tags"), Set.of()));
  }

  private void aliases() {
    put("CreateAlias", p -> alias(p) + pointsTo(p), r -> named("AliasArn", r));
    put("UpdateAlias", p -> alias(p) + pointsTo(p), r -> named("AliasArn", r));
    put("GetAlias", this::alias, r -> text(r, "Name") + pointsTo(r));
    put("DeleteAlias", this::alias, r -> "");
    put(
        "ListAliases",
        p -> phrase(function(p), text(p, "FunctionVersion")),
        r -> each(r.path("Aliases"), a -> text(a, "Name") + pointsTo(a)));
  }

  private void policies() {
    put(
        "AddPermission",
        p -> phrase(function(p), prefixed("Sid ", text(p, "StatementId")), grant(p)),
        r -> parsed(r, "Statement").map(s -> named("Resource", s)).orElse(""));
    put(
        "RemovePermission",
        p -> phrase(function(p), prefixed("Sid ", text(p, "StatementId"))),
        r -> "");
    put("GetPolicy", this::function, r -> parsed(r, "Policy").map(this::statements).orElse(""));
  }

  private void buckets() {
    put("CreateBucket", p -> text(p, "Bucket"), r -> "");
    put("DeleteBucket", p -> text(p, "Bucket"), r -> "");
    put("HeadBucket", p -> text(p, "Bucket"), r -> named("BucketRegion", r));
    put("GetBucketLocation", p -> text(p, "Bucket"), r -> named("LocationConstraint", r));
    put(
        "ListBuckets",
        p -> fields(p, Set.of()),
        r -> each(r.path("Buckets"), bucket -> text(bucket, "Name")));
    put(
        "PutBucketNotificationConfiguration",
        p ->
            text(p, "Bucket")
                + ": "
                + configurations(p.path("NotificationConfiguration"))
                + (p.path("SkipDestinationValidation").asBoolean()
                    ? "; destination unchecked"
                    : ""),
        r -> "");
    put("GetBucketNotificationConfiguration", p -> text(p, "Bucket"), r -> configurations(r));
    put(
        "PutBucketNotification",
        p -> text(p, "Bucket") + ": " + oldConfiguration(p.path("NotificationConfiguration")),
        r -> "");
    put("GetBucketNotification", p -> text(p, "Bucket"), r -> oldConfiguration(r));
  }

  private void events() {
    put("PutObject", p -> phrase(object(p), body(p)), r -> "");
    put(
        "DeleteObject",
        p -> phrase(object(p), prefixed("version ", text(p, "VersionId"))),
        r -> "");
    put("CompleteMultipartUpload", this::object, r -> "");
    put(
        "CopyObject",
        p -> list(value(p.path("CopySource"))) + " " + arrow + " " + object(p),
        r -> "");
    put("Notify", this::notification, r -> "");
    put("Advance", this::duration, r -> "");
  }

  private void put(
      String operation, Function<JsonNode, String> asked, Function<JsonNode, String> answered) {
    table.put(operation, new Words(asked, answered));
  }

  private String function(JsonNode node) {
    String qualifier = text(node, "Qualifier");
    return setting.shortName(text(node, "FunctionName")) + prefixed(":", qualifier);
  }

  private String alias(JsonNode node) {
    return setting.shortName(text(node, "FunctionName")) + prefixed(":", text(node, "Name"));
  }

  private String tagged(JsonNode node) {
    return setting.shortName(text(node, "Resource"));
  }

  private String code(JsonNode code) {
    if (code.has("Path")) {
      return " from " + text(code, "Path");
    }
    if (code.has("S3Key")) {
      return " from " + objectName(text(code, "S3Bucket"), text(code, "S3Key"));
    }
    return code.has("ZipFile") ? " from a ZipFile" : "";
  }

  /** {@code → 1}, or with the weights {@code → 1 (90 %), 2 (10 %)}. */
  private String pointsTo(JsonNode alias) {
    String version = text(alias, "FunctionVersion");
    if (version.isEmpty()) {
      return "";
    }
    List<String> shares = new ArrayList<>();
    double rest = 1;
    for (Map.Entry<String, JsonNode> weight :
        alias.path("RoutingConfig").path("AdditionalVersionWeights").properties()) {
      rest -= weight.getValue().asDouble();
      shares.add(weight.getKey() + " (" + Figures.percent(weight.getValue().asDouble()) + ")");
    }
    if (shares.isEmpty()) {
      return " " + arrow + " " + version;
    }
    shares.add(0, version + " (" + Figures.percent(rest) + ")");
    return " " + arrow + " " + String.join(", ", shares);
  }

  private String grant(JsonNode p) {
    return text(p, "Principal")
        + " may "
        + text(p, "Action")
        + prefixed(" from ", text(p, "SourceArn"))
        + prefixed(" of ", text(p, "SourceAccount"));
  }

  private String statements(JsonNode policy) {
    JsonNode statements = policy.path("Statement");
    return Figures.count(statements.size(), "statement", "statements")
        + prefixed(": Sid ", each(statements, s -> text(s, "Sid")));
  }

  private String configuration(JsonNode configuration) {
    return phrase(
        named("Version", configuration),
        list(text(configuration, "Runtime"), text(configuration, "State")));
  }

  private String configurations(JsonNode configuration) {
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

  private String oldConfiguration(JsonNode configuration) {
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

  private String object(JsonNode p) {
    return objectName(text(p, "Bucket"), text(p, "Key"));
  }

  /** Bucket and key; in quotes where the key's ends would not be seen. */
  static String objectName(String bucket, String key) {
    boolean plain = !key.isEmpty() && key.equals(key.strip());
    return bucket + "/" + (plain ? key : quoted(key));
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private String body(JsonNode p) {
    JsonNode body = p.path("Body");
    if (!body.isTextual()) {
      return "";
    }
    int bytes = body.asText().getBytes(StandardCharsets.UTF_8).length;
    return "(" + Figures.count(bytes, "byte", "bytes") + ")";
  }

  private String payload(JsonNode payload) {
    return payload.isMissingNode() ? "" : prefixed("with ", shortened(value(payload)));
  }

  private String notification(JsonNode p) {
    if (p.isObject() && p.has("File")) {
      return text(p, "File");
    }
    JsonNode records = p.path("Records");
    return records.isArray()
        ? Figures.count(records.size(), "record", "records")
        : shortened(value(p));
  }

  private String duration(JsonNode p) {
    try {
      return Figures.span(Duration.parse(p.asText()));
    } catch (DateTimeException e) {
      return value(p);
    }
  }

  private String version(JsonNode configuration) {
    return text(configuration, "Version");
  }

  /** Every field with its value, for what the table does not know. */
  private String fields(JsonNode node, Set<String> without) {
    if (!node.isObject()) {
      return node.isMissingNode() || node.isNull() ? "" : shortened(value(node));
    }
    List<String> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!without.contains(field.getKey())) {
        fields.add(field.getKey() + " " + shortened(value(field.getValue())));
      }
    }
    return String.join(", ", fields);
  }

  private static Optional<JsonNode> parsed(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() ? JsonText.parse(value.asText()) : Optional.of(value);
  }

  private static String each(JsonNode array, Function<JsonNode, String> word) {
    List<String> words = new ArrayList<>();
    array.forEach(element -> words.add(word.apply(element)));
    return String.join(", ", words);
  }

  private static String named(String field, JsonNode node) {
    return prefixed(field + " ", text(node, field));
  }

  private static String prefixed(String prefix, String text) {
    return text.isEmpty() ? "" : prefix + text;
  }

  private static String phrase(String... parts) {
    return joined("  ", parts);
  }

  private static String list(String... parts) {
    return joined(", ", parts);
  }

  private static String joined(String between, String... parts) {
    return String.join(between, List.of(parts).stream().filter(part -> !part.isEmpty()).toList());
  }

  private static String text(JsonNode node, String field) {
    return value(node.path(field));
  }

  private static String value(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return "";
    }
    return node.isTextual() ? node.asText() : JsonText.compact(node);
  }

  private static String shortened(String text) {
    int longest = 100;
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest)) + " ...";
  }
}
