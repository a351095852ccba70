package io.pushsim.check.mending;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.arn.FunctionArn;
import io.pushsim.bucket.FilterRule;
import io.pushsim.bucket.TargetKind;
import io.pushsim.check.decision.BucketRule;
import io.pushsim.check.decision.NotifyingBucket;
import io.pushsim.check.decision.PlacedStatement;
import io.pushsim.check.decision.Reading;
import io.pushsim.policy.AwsCommand;
import io.pushsim.policy.PermissionRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells mending steps as commands of the AWS CLI. */
public final class Commands {
  private static final Pattern REMOVABLE_SID = Pattern.compile("[a-zA-Z0-9-_.]{1,100}");

  private final Reading reading;

  public Commands(Reading reading) {
    this.reading = reading;
  }

  /**
   * The commands, to be run one after the other; none where a step has none.
   *
   * @param steps as {@link MendingPlan} tells them
   */
  public List<String> of(List<MendingStep> steps) {
    List<List<String>> told = steps.stream().map(this::of).toList();
    return told.stream().anyMatch(List::isEmpty)
        ? List.of()
        : told.stream().flatMap(List::stream).toList();
  }

  private List<String> of(MendingStep step) {
    if (step instanceof MendingStep.AddGrant add) {
      return List.of(add(add.target(), add.permission()));
    }
    if (step instanceof MendingStep.CorrectGrant correct) {
      return List.of(add(correct.target(), correct.permission()));
    }
    if (step instanceof MendingStep.RemoveGrant remove) {
      return remove(remove.statement()).stream().toList();
    }
    if (step instanceof MendingStep.ReplaceGrant replace) {
      return remove(replace.statement())
          .map(removed -> List.of(removed, add(replace.statement().target(), replace.permission())))
          .orElse(List.of());
    }
    if (step instanceof MendingStep.PutRules put) {
      return List.of(put(put.bucket(), put.rules()));
    }
    if (step instanceof MendingStep.CreateAlias create) {
      return List.of(create(create.alias(), create.version()));
    }
    if (step instanceof MendingStep.PointAliasToNewVersion point) {
      return List.of(
          lambda("update-alias", named(point.alias()))
              + " --function-version "
              + published(point.alias()));
    }
    MendingStep.ClearWeights clear = (MendingStep.ClearWeights) step;
    Map<String, String> parameters = named(clear.alias());
    parameters.put("RoutingConfig", "AdditionalVersionWeights={}");
    return List.of(lambda("update-alias", parameters));
  }

  private String add(FunctionArn target, PermissionRequest permission) {
    Map<String, String> parameters = new LinkedHashMap<>();
    region(target, parameters);
    parameters.putAll(permission.parametersFor(target));
    return lambda("add-permission", parameters);
  }

  private Optional<String> remove(PlacedStatement statement) {
    return statement
        .statement()
        .sid()
        .filter(sid -> REMOVABLE_SID.matcher(sid).matches())
        .map(
            sid -> {
              Map<String, String> parameters = new LinkedHashMap<>();
              region(statement.target(), parameters);
              parameters.putAll(AwsCommand.target(statement.target()));
              parameters.put("StatementId", sid);
              return lambda("remove-permission", parameters);
            });
  }

  private String create(FunctionArn alias, Optional<String> version) {
    Map<String, String> parameters = named(alias);
    version.ifPresent(number -> parameters.put("FunctionVersion", number));
    String line = lambda("create-alias", parameters);
    return version.isPresent() ? line : line + " --function-version " + published(alias);
  }

  private Map<String, String> named(FunctionArn alias) {
    Map<String, String> parameters = new LinkedHashMap<>();
    region(alias, parameters);
    parameters.put("FunctionName", alias.functionName());
    parameters.put("Name", alias.qualifier().toString());
    return parameters;
  }

  private String published(FunctionArn alias) {
    Map<String, String> parameters = new LinkedHashMap<>();
    region(alias, parameters);
    parameters.put("FunctionName", alias.functionName());
    parameters.put("Query", "Version");
    parameters.put("Output", "text");
    return "\"$(" + lambda("publish-version", parameters) + ")\"";
  }

  // The CLI's own region will do where no input tells one.
  private void region(FunctionArn target, Map<String, String> parameters) {
    if (reading.restored(target.region()).isKnown()) {
      parameters.put("Region", target.region());
    }
  }

  private String lambda(String command, Map<String, String> parameters) {
    return line("lambda " + command, parameters);
  }

  private String line(String command, Map<String, String> parameters) {
    parameters.replaceAll((name, value) -> reading.shown(value));
    return AwsCommand.line(command, parameters);
  }

  private String put(NotifyingBucket bucket, List<RuleDraft> rules) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("Bucket", bucket.name());
    parameters.put("NotificationConfiguration", json(rules).toString());
    return line("s3api put-bucket-notification-configuration", parameters);
  }

  private static ObjectNode json(List<RuleDraft> rules) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (RuleDraft rule : rules) {
      ObjectNode entry = list(json, rule.kind()).addObject();
      rule.id().ifPresent(id -> entry.put("Id", id));
      entry.put(targetName(rule.kind()), rule.target());
      ArrayNode events = entry.putArray("Events");
      rule.events().forEach(events::add);
      if (!rule.filters().isEmpty()) {
        ArrayNode filters = entry.putObject("Filter").putObject("Key").putArray("FilterRules");
        for (BucketRule.Filter filter : rule.filters()) {
          filters.addObject().put("Name", wireName(filter.name())).put("Value", filter.value());
        }
      }
    }
    return json;
  }

  private static String wireName(String name) {
    return FilterRule.Name.parse(name).map(FilterRule.Name::wireName).orElse(name);
  }

  private static ArrayNode list(ObjectNode json, TargetKind kind) {
    String name =
        switch (kind) {
          case LAMBDA -> "LambdaFunctionConfigurations";
          case QUEUE -> "QueueConfigurations";
          case TOPIC -> "TopicConfigurations";
        };
    return json.withArray("/" + name);
  }

  /** What a rule's target is called in S3's API. */
  static String targetName(TargetKind kind) {
    return switch (kind) {
      case LAMBDA -> "LambdaFunctionArn";
      case QUEUE -> "QueueArn";
      case TOPIC -> "TopicArn";
    };
  }
}
