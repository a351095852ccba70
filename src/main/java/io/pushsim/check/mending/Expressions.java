package io.pushsim.check.mending;

import io.pushsim.arn.FunctionArn;
import io.pushsim.check.decision.BucketRule;
import io.pushsim.check.decision.Inventory;
import io.pushsim.check.setup.Dialect;
import io.pushsim.check.setup.Origin;
import io.pushsim.check.setup.Symbol;
import io.pushsim.check.setup.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes values as the inputs themselves would. */
final class Expressions {
  private static final Pattern PLAIN_YAML =
      Pattern.compile("[A-Za-z/][A-Za-z0-9_/.$-]*(:+[A-Za-z0-9_/.$*-]+)*");
  private static final Pattern LOGICAL = Pattern.compile("[A-Za-z0-9:]+(\\.[A-Za-z0-9.]+)?");
  private static final Pattern YAML_WORD = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

  private final Inventory inventory;

  Expressions(Inventory inventory) {
    this.inventory = inventory;
  }

  /** A value in a template: a scalar, or {@code !Sub} and {@code !Ref} of what is not known. */
  String template(String value) {
    Text text = inventory.reading().restored(value);
    if (text.isKnown()) {
      return yaml(value);
    }
    return text.parts().size() == 1
        ? reference(text.symbols().findFirst().orElseThrow())
        : "!Sub " + yaml(text.toString());
  }

  private static String reference(Symbol symbol) {
    if (!LOGICAL.matcher(symbol.label()).matches()) {
      return yaml(symbol.toString()); // A choice or the like, which its author can write alone.
    }
    return (symbol.label().contains(".") ? "!GetAtt " : "!Ref ") + symbol.label();
  }

  /** A template's filter of a rule; no lines where it has none. */
  List<String> filter(String indent, RuleDraft rule) {
    if (rule.filters().isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(indent + "Filter:");
    lines.add(indent + "  S3Key:");
    lines.add(indent + "    Rules:");
    for (BucketRule.Filter filter : rule.filters()) {
      lines.add(
          indent
              + "      - { Name: %s, Value: %s }"
                  .formatted(filter.name().toLowerCase(Locale.ROOT), yaml(filter.value())));
    }
    return lines;
  }

  /** A value in YAML, in quotes where it would not be a text without. */
  static String yaml(String value) {
    return PLAIN_YAML.matcher(value).matches() && !YAML_WORD.matcher(value).matches()
        ? value
        : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** A value in Terraform's language: a text, or a reference to what is not known. */
  String terraform(String value) {
    Text text = inventory.reading().restored(value);
    StringBuilder written = new StringBuilder("\"");
    for (Text.Part part : text.parts()) {
      if (part instanceof Text.Part.Unknown unknown) {
        written.append("${").append(reference(unknown.symbol().label())).append('}');
      } else {
        written.append(
            part.toString().replace("\\", "\\\\").replace("\"", "\\\"").replace("${", "$${"));
      }
    }
    return written.append('"').toString();
  }

  private static String reference(String label) {
    return switch (label) {
      case "AWS::AccountId" -> "data.aws_caller_identity.current.account_id";
      case "AWS::Region" -> "data.aws_region.current.region";
      case "AWS::Partition" -> "data.aws_partition.current.partition";
      default -> label;
    };
  }

  /** The text as a person reads it. */
  String shown(String value) {
    return inventory.reading().shown(value);
  }

  /** How an input of that dialect refers to the function, version or alias itself, if it does. */
  Optional<String> reference(FunctionArn target, Dialect dialect) {
    return inventory
        .originOf(target)
        .filter(origin -> isTemplate(origin.dialect()) == isTemplate(dialect))
        .filter(origin -> origin.dialect() == dialect || isTemplate(dialect))
        .map(Origin::reference)
        .filter(reference -> !reference.isEmpty());
  }

  private static boolean isTemplate(Dialect dialect) {
    return dialect == Dialect.CLOUDFORMATION || dialect == Dialect.SAM;
  }
}
