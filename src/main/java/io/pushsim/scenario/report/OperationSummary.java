package io.pushsim.scenario.report;

import static io.pushsim.scenario.report.Phrases.each;
import static io.pushsim.scenario.report.Phrases.fields;
import static io.pushsim.scenario.report.Phrases.list;
import static io.pushsim.scenario.report.Phrases.named;
import static io.pushsim.scenario.report.Phrases.parsed;
import static io.pushsim.scenario.report.Phrases.phrase;
import static io.pushsim.scenario.report.Phrases.prefixed;
import static io.pushsim.scenario.report.Phrases.quoted;
import static io.pushsim.scenario.report.Phrases.shortened;
import static io.pushsim.scenario.report.Phrases.text;
import static io.pushsim.scenario.report.Phrases.value;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.display.Figures;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The table of operations in telling words: of what was asked, and of what was answered. */
final class OperationSummary {
  private final StorySetting setting;
  private final String arrow;
  private final NotificationWords notifications;
  private final SettingsWords settings;
  private final Map<String, Words> table = new HashMap<>();

  /** How one operation is put in words; an empty text where there is nothing to say. */
  private record Words(Function<JsonNode, String> asked, Function<JsonNode, String> answered) {}

  OperationSummary(StorySetting setting, String arrow) {
    this.setting = setting;
    this.arrow = arrow;
    notifications = new NotificationWords(setting, arrow);
    settings = new SettingsWords(setting, arrow);
    functions();
    concurrency();
    eventInvokes();
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

  private void concurrency() {
    put("PutFunctionConcurrency", p -> phrase(function(p), SettingsWords.reserved(p)), r -> "");
    put(
        "GetFunctionConcurrency",
        this::function,
        r -> r.isEmpty() ? "nothing reserved" : SettingsWords.reserved(r));
    put("DeleteFunctionConcurrency", this::function, r -> "");
    put(
        "PutProvisionedConcurrencyConfig",
        p -> phrase(function(p), SettingsWords.provisioned(p)),
        r -> text(r, "Status"));
    put("GetProvisionedConcurrencyConfig", this::function, SettingsWords::standing);
    put("DeleteProvisionedConcurrencyConfig", this::function, r -> "");
    put("ListProvisionedConcurrencyConfigs", this::function, settings::standings);
  }

  private void eventInvokes() {
    put("PutFunctionEventInvokeConfig", p -> phrase(function(p), settings.eventInvoke(p)), r -> "");
    put(
        "UpdateFunctionEventInvokeConfig",
        p -> phrase(function(p), settings.eventInvoke(p)),
        settings::eventInvoke);
    put("GetFunctionEventInvokeConfig", this::function, settings::eventInvoke);
    put("DeleteFunctionEventInvokeConfig", this::function, r -> "");
    put("ListFunctionEventInvokeConfigs", this::function, settings::allEventInvoke);
    put("PutFunctionRecursionConfig", p -> phrase(function(p), text(p, "RecursiveLoop")), r -> "");
    put("GetFunctionRecursionConfig", this::function, r -> text(r, "RecursiveLoop"));
  }

  private void tags() {
    put("TagResource", p -> phrase(tagged(p), fields(p.path("Tags"), Set.of())), r -> "");
    put("UntagResource", p -> phrase(tagged(p), each(p.path("TagKeys"), Phrases::value)), r -> "");
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
                + notifications.configurations(p.path("NotificationConfiguration"))
                + (p.path("SkipDestinationValidation").asBoolean()
                    ? "; destination unchecked"
                    : ""),
        r -> "");
    put(
        "GetBucketNotificationConfiguration",
        p -> text(p, "Bucket"),
        notifications::configurations);
    put(
        "PutBucketNotification",
        p ->
            text(p, "Bucket")
                + ": "
                + notifications.oldConfiguration(p.path("NotificationConfiguration")),
        r -> "");
    put("GetBucketNotification", p -> text(p, "Bucket"), notifications::oldConfiguration);
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

  private String object(JsonNode p) {
    return objectName(text(p, "Bucket"), text(p, "Key"));
  }

  /** Bucket and key; in quotes where the key's ends would not be seen. */
  static String objectName(String bucket, String key) {
    boolean plain = !key.isEmpty() && key.equals(key.strip());
    return bucket + "/" + (plain ? key : quoted(key));
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
}
