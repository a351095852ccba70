package io.pushsim.check.mending;

import io.pushsim.arn.FunctionArn;
import io.pushsim.bucket.TargetKind;
import io.pushsim.check.decision.BucketRule;
import io.pushsim.check.decision.PlacedStatement;
import io.pushsim.check.setup.Dialect;
import io.pushsim.check.setup.Origin;
import io.pushsim.policy.PermissionRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells mending steps as lines of a Terraform configuration. */
final class TerraformLines extends StepLines {
  private static final Pattern NOT_IN_NAME = Pattern.compile("[^A-Za-z0-9]+");

  private final Expressions expressions;
  private final Origin origin;
  private final Map<FunctionArn, String> made = new HashMap<>();

  TerraformLines(Expressions expressions, Origin origin) {
    super("hcl");
    this.expressions = expressions;
    this.origin = origin;
  }

  @Override
  void tell(MendingStep step, Set<String> where, List<String> lines) {
    if (step instanceof MendingStep.AddGrant add) {
      where.add("add a resource");
      lines.addAll(permission(add.target(), add.permission()));
    } else if (step instanceof MendingStep.RemoveGrant remove) {
      where.add("delete " + named(remove.statement()));
    } else if (step instanceof MendingStep.ReplaceGrant replace) {
      where.add("in " + named(replace.statement()) + " write");
      lines.addAll(arguments(replace.permission()));
    } else if (step instanceof MendingStep.CorrectGrant correct) {
      where.add("in " + correct.origin().reference() + " write");
      lines.addAll(arguments(correct.permission()));
    } else if (step instanceof MendingStep.PutRules put) {
      where.add(
          (put.changed().isEmpty() ? "in %s leave out the rule" : "in %s write")
              .formatted(
                  origin.reference().isEmpty()
                      ? "the bucket's aws_s3_bucket_notification"
                      : origin.reference()));
      put.changed().forEach(rule -> lines.addAll(rule(rule)));
    } else if (step instanceof MendingStep.CreateAlias create) {
      where.add("add a resource");
      made.put(create.alias(), "aws_lambda_alias." + name(create.alias().shortName()));
      lines.addAll(alias(create.alias(), create.version()));
    } else if (step instanceof MendingStep.PointAliasToNewVersion point) {
      where.add("in the function write publish = true, and in the alias");
      lines.add("  function_version = " + newVersion(point.alias()));
    } else if (step instanceof MendingStep.ClearWeights clear) {
      where.add("delete routing_config of the alias " + clear.alias().qualifier());
    }
  }

  private static String named(PlacedStatement statement) {
    String reference = statement.origin().reference();
    return reference.isEmpty() ? statement.title() : reference;
  }

  private List<String> permission(FunctionArn target, PermissionRequest permission) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "resource \"aws_lambda_permission\" \"%s\" {".formatted(name(permission.statementId())));
    lines.add("  function_name  = " + function(target));
    if (!target.qualifier().toString().isEmpty()) {
      lines.add("  qualifier      = " + qualifier(target));
    }
    lines.add("  statement_id   = " + expressions.terraform(permission.statementId()));
    lines.addAll(arguments(permission));
    lines.add("}");
    return lines;
  }

  private List<String> arguments(PermissionRequest permission) {
    List<String> lines = new ArrayList<>();
    lines.add("  action         = " + expressions.terraform(permission.action()));
    lines.add("  principal      = " + expressions.terraform(permission.principal()));
    permission
        .sourceArn()
        .ifPresent(arn -> lines.add("  source_arn     = " + expressions.terraform(arn)));
    permission
        .sourceAccount()
        .ifPresent(account -> lines.add("  source_account = " + expressions.terraform(account)));
    return lines;
  }

  private String function(FunctionArn target) {
    return expressions
        .reference(target.unqualified(), Dialect.TERRAFORM)
        .map(reference -> reference + ".function_name")
        .orElseGet(() -> expressions.terraform(target.unqualified().toString()));
  }

  // What is made here is referred to, so that Terraform makes it first.
  private Optional<String> reference(FunctionArn target) {
    return Optional.ofNullable(made.get(target))
        .or(() -> expressions.reference(target, Dialect.TERRAFORM));
  }

  private String qualifier(FunctionArn target) {
    return reference(target)
        .filter(reference -> reference.contains("aws_lambda_alias."))
        .map(reference -> reference + ".name")
        .orElseGet(() -> expressions.terraform(target.qualifier().toString()));
  }

  private List<String> rule(RuleDraft rule) {
    List<String> lines = new ArrayList<>();
    lines.add("  " + block(rule.kind()) + " {");
    rule.id().ifPresent(id -> lines.add("    id = " + expressions.terraform(id)));
    lines.add("    " + argument(rule.kind()) + " = " + ruleTarget(rule));
    lines.add(
        "    events = ["
            + rule.events().stream().map(expressions::terraform).collect(Collectors.joining(", "))
            + "]");
    for (BucketRule.Filter filter : rule.filters()) {
      lines.add(
          "    filter_%s = %s"
              .formatted(
                  filter.name().toLowerCase(Locale.ROOT), expressions.terraform(filter.value())));
    }
    lines.add("  }");
    return lines;
  }

  private String ruleTarget(RuleDraft rule) {
    return FunctionArn.parse(rule.target())
        .flatMap(this::reference)
        .map(reference -> reference + ".arn")
        .orElseGet(() -> expressions.terraform(rule.target()));
  }

  private static String block(TargetKind kind) {
    return switch (kind) {
      case LAMBDA -> "lambda_function";
      case QUEUE -> "queue";
      case TOPIC -> "topic";
    };
  }

  private static String argument(TargetKind kind) {
    return switch (kind) {
      case LAMBDA -> "lambda_function_arn";
      case QUEUE -> "queue_arn";
      case TOPIC -> "topic_arn";
    };
  }

  private List<String> alias(FunctionArn alias, Optional<String> version) {
    return List.of(
        "resource \"aws_lambda_alias\" \"%s\" {".formatted(name(alias.shortName())),
        "  function_name    = " + function(alias),
        "  name             = " + expressions.terraform(alias.qualifier().toString()),
        "  function_version = "
            + version.map(expressions::terraform).orElseGet(() -> newVersion(alias)),
        "}");
  }

  // The function's publish = true makes it.
  private String newVersion(FunctionArn alias) {
    return expressions
        .reference(alias.unqualified(), Dialect.TERRAFORM)
        .map(reference -> reference + ".version")
        .orElse("aws_lambda_function." + name(alias.functionName()) + ".version");
  }

  private String name(String words) {
    return NOT_IN_NAME.matcher(expressions.shown(words)).replaceAll("_").toLowerCase(Locale.ROOT);
  }
}
