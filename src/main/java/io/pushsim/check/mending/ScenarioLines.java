package io.pushsim.check.mending;

import io.pushsim.arn.FunctionArn;
import io.pushsim.check.decision.BucketRule;
import io.pushsim.check.decision.PlacedStatement;
import io.pushsim.check.setup.Origin;
import io.pushsim.policy.AwsCommand;
import io.pushsim.policy.PermissionRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells mending steps as steps of a scenario. */
final class ScenarioLines extends StepLines {
  private final Expressions expressions;
  private final Origin origin;

  ScenarioLines(Expressions expressions, Origin origin) {
    super("yaml");
    this.expressions = expressions;
    this.origin = origin;
  }

  @Override
  void tell(MendingStep step, Set<String> where, List<String> lines) {
    if (step instanceof MendingStep.AddGrant add) {
      where.add("add a step to " + origin.place().file());
      lines.add(permission(add.target(), add.permission()));
    } else if (step instanceof MendingStep.RemoveGrant remove) {
      where.add("delete the step at " + place(remove.statement()));
    } else if (step instanceof MendingStep.ReplaceGrant replace) {
      where.add("write the step at " + place(replace.statement()) + " as");
      lines.add(permission(replace.statement().target(), replace.permission()));
    } else if (step instanceof MendingStep.CorrectGrant correct) {
      where.add("write the step at " + correct.origin().place() + " as");
      lines.add(permission(correct.target(), correct.permission()));
    } else if (step instanceof MendingStep.PutRules put) {
      where.add(
          put.changed().isEmpty()
              ? "delete the rule at " + origin.place()
              : "write the rule at %s as".formatted(origin.place()));
      put.changed().forEach(rule -> lines.add(rule(rule)));
    } else if (step instanceof MendingStep.CreateAlias create) {
      where.add("add a step");
      create
          .version()
          .ifPresentOrElse(
              version -> lines.add(alias("CreateAlias", create.alias(), Optional.of(version))),
              () -> {
                lines.add(published(create.alias()));
                lines.add(alias("CreateAlias", create.alias(), Optional.empty()));
              });
    } else if (step instanceof MendingStep.PointAliasToNewVersion point) {
      where.add("add steps, with the number that PublishVersion answers");
      lines.add(published(point.alias()));
      lines.add(alias("UpdateAlias", point.alias(), Optional.empty()));
    } else if (step instanceof MendingStep.ClearWeights clear) {
      where.add("leave out RoutingConfig of the alias " + clear.alias().qualifier());
    }
  }

  private static String place(PlacedStatement statement) {
    return statement.origin().place().toString();
  }

  private String permission(FunctionArn target, PermissionRequest permission) {
    return step("AddPermission", permission.parametersFor(target));
  }

  private String published(FunctionArn alias) {
    return step("PublishVersion", Map.of("FunctionName", alias.functionName()));
  }

  private String alias(String operation, FunctionArn alias, Optional<String> version) {
    Map<String, String> parameters = new LinkedHashMap<>(AwsCommand.target(alias.unqualified()));
    parameters.put("Name", alias.qualifier().toString());
    parameters.put("FunctionVersion", version.orElse("…"));
    return step(operation, parameters);
  }

  private String step(String operation, Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + Expressions.yaml(expressions.shown(entry.getValue())))
        .collect(Collectors.joining(", ", "  - " + operation + ": { ", " }"));
  }

  private String rule(RuleDraft rule) {
    String indent = "          ";
    List<String> lines = new ArrayList<>();
    String first = "- ";
    if (rule.id().isPresent()) {
      lines.add(indent + first + "Id: " + Expressions.yaml(rule.id().get()));
      first = "  ";
    }
    lines.add(
        indent + first + Commands.targetName(rule.kind()) + ": " + Expressions.yaml(rule.target()));
    lines.add(
        indent
            + "  Events: ["
            + rule.events().stream().map(Expressions::yaml).collect(Collectors.joining(", "))
            + "]");
    if (!rule.filters().isEmpty()) {
      lines.add(indent + "  Filter: { Key: { FilterRules: [" + filters(rule) + "] } }");
    }
    return String.join("\n", lines);
  }

  private static String filters(RuleDraft rule) {
    List<String> filters = new ArrayList<>();
    for (BucketRule.Filter filter : rule.filters()) {
      filters.add(
          "{ Name: %s, Value: %s }"
              .formatted(Expressions.yaml(filter.name()), Expressions.yaml(filter.value())));
    }
    return String.join(", ", filters);
  }
}
