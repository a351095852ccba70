package io.pushsim.check.mending;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.bucket.TargetKind;
import io.pushsim.check.decision.PlacedStatement;
import io.pushsim.check.setup.Dialect;
import io.pushsim.check.setup.Origin;
import io.pushsim.policy.PermissionRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells mending steps as lines of a CloudFormation or SAM template. */
final class TemplateLines extends StepLines {
  private static final Pattern NOT_IN_LOGICAL_ID = Pattern.compile("[^A-Za-z0-9]+");

  private final Expressions expressions;
  private final Origin origin;
  private final Map<FunctionArn, String> made = new HashMap<>();

  TemplateLines(Expressions expressions, Origin origin) {
    super("yaml");
    this.expressions = expressions;
    this.origin = origin;
  }

  @Override
  Optional<Lines> of(List<MendingStep> steps) {
    return new EventLines(expressions, origin).of(steps).or(() -> super.of(steps));
  }

  @Override
  void tell(MendingStep step, Set<String> where, List<String> lines) {
    if (step instanceof MendingStep.AddGrant add) {
      where.add("add to Resources of " + origin.place().file());
      lines.addAll(permission(add.target(), add.permission()));
    } else if (step instanceof MendingStep.RemoveGrant remove) {
      where.add("delete %s (%s)".formatted(named(remove.statement()), place(remove.statement())));
    } else if (step instanceof MendingStep.ReplaceGrant replace) {
      where.add(
          "in %s (%s) write".formatted(named(replace.statement()), place(replace.statement())));
      lines.addAll(properties(replace.permission()));
    } else if (step instanceof MendingStep.CorrectGrant correct) {
      where.add(
          "in the resource %s (%s) write"
              .formatted(correct.origin().reference(), correct.origin().place()));
      lines.addAll(properties(correct.permission()));
    } else if (step instanceof MendingStep.PutRules put) {
      where.add(
          put.changed().isEmpty()
              ? "delete the rule at " + origin.place()
              : "write the rule at %s as".formatted(origin.place()));
      put.changed().forEach(rule -> lines.addAll(rule(rule)));
    } else if (step instanceof MendingStep.CreateAlias create) {
      where.add("add to Resources of " + origin.place().file());
      made.put(create.alias(), aliasId(create.alias()));
      lines.addAll(alias(create.alias(), create.version()));
    } else if (step instanceof MendingStep.PointAliasToNewVersion point) {
      where.add("add a version, and let the alias point to it");
      lines.addAll(version(point.alias()));
      lines.add("# in the alias " + point.alias().qualifier());
      lines.add("      FunctionVersion: !GetAtt " + versionId(point.alias()) + ".Version");
    } else if (step instanceof MendingStep.ClearWeights clear) {
      where.add("delete RoutingConfig of the alias " + clear.alias().qualifier());
    }
  }

  private static String named(PlacedStatement statement) {
    String reference = statement.origin().reference();
    return reference.isEmpty() ? statement.title() : "the resource " + reference;
  }

  private static String place(PlacedStatement statement) {
    return statement.origin().place().toString();
  }

  private List<String> permission(FunctionArn target, PermissionRequest permission) {
    List<String> lines = new ArrayList<>();
    lines.add("  " + logicalId(permission.statementId()) + ":");
    lines.add("    Type: AWS::Lambda::Permission");
    lines.add("    Properties:");
    lines.add("      FunctionName: " + target(target));
    lines.addAll(properties(permission));
    return lines;
  }

  private List<String> properties(PermissionRequest permission) {
    List<String> lines = new ArrayList<>();
    lines.add("      Action: " + expressions.template(permission.action()));
    lines.add("      Principal: " + expressions.template(permission.principal()));
    permission
        .sourceArn()
        .ifPresent(arn -> lines.add("      SourceArn: " + expressions.template(arn)));
    permission
        .sourceAccount()
        .ifPresent(account -> lines.add("      SourceAccount: " + expressions.template(account)));
    return lines;
  }

  private String target(FunctionArn target) {
    return Optional.ofNullable(made.get(target))
        .or(() -> expressions.reference(target, Dialect.CLOUDFORMATION))
        .filter(reference -> !(target.qualifier() instanceof Qualifier.Version))
        .map(reference -> "!Ref " + reference)
        .orElseGet(() -> expressions.template(target.toString()));
  }

  private List<String> rule(RuleDraft rule) {
    List<String> lines = new ArrayList<>();
    String indent = "          ";
    for (String event : rule.events()) {
      lines.add(indent + "- Event: " + expressions.template(event));
      lines.add(indent + "  " + property(rule.kind()) + ": " + ruleTarget(rule));
      lines.addAll(expressions.filter(indent + "  ", rule));
    }
    return lines;
  }

  private String ruleTarget(RuleDraft rule) {
    return FunctionArn.parse(rule.target())
        .filter(arn -> arn.qualifier() instanceof Qualifier.Alias)
        .map(this::target)
        .orElseGet(() -> expressions.template(rule.target()));
  }

  private static String property(TargetKind kind) {
    return switch (kind) {
      case LAMBDA -> "Function";
      case QUEUE -> "Queue";
      case TOPIC -> "Topic";
    };
  }

  private List<String> alias(FunctionArn alias, Optional<String> version) {
    List<String> lines = new ArrayList<>();
    if (version.isEmpty()) {
      lines.addAll(version(alias));
    }
    lines.add("  %s:".formatted(aliasId(alias)));
    lines.add("    Type: AWS::Lambda::Alias");
    lines.add("    Properties:");
    lines.add("      FunctionName: " + target(alias.unqualified()));
    lines.add("      Name: " + Expressions.yaml(alias.qualifier().toString()));
    lines.add(
        "      FunctionVersion: "
            + version
                .map(Expressions::yaml)
                .orElseGet(() -> "!GetAtt " + versionId(alias) + ".Version"));
    return lines;
  }

  private List<String> version(FunctionArn alias) {
    return List.of(
        "  " + versionId(alias) + ":",
        "    Type: AWS::Lambda::Version",
        "    Properties:",
        "      FunctionName: " + target(alias.unqualified()));
  }

  private String aliasId(FunctionArn alias) {
    return logicalId(alias.functionName() + " alias " + alias.qualifier());
  }

  private String versionId(FunctionArn alias) {
    return logicalId(alias.functionName() + " version");
  }

  private String logicalId(String words) {
    StringBuilder id = new StringBuilder();
    for (String word : NOT_IN_LOGICAL_ID.split(expressions.shown(words))) {
      if (!word.isEmpty()) {
        id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return id.toString();
  }
}
