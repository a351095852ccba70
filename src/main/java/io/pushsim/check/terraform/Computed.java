package io.pushsim.check.terraform;

import io.pushsim.check.input.Nodes;
import io.pushsim.check.setup.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Composes the attributes that AWS composes, so that they are known before they are there. */
final class Computed {
  private final Values values;
  private final Providers providers;
  private final References references;
  private final Instances instances;
  private @Nullable Map<Named, Instance> functions;

  /** A function's name where it is made. */
  private record Named(Providers.Provider provider, Text name) {}

  Computed(Values values, Providers providers, References references, Instances instances) {
    this.values = values;
    this.providers = providers;
    this.references = references;
    this.instances = instances;
  }

  /** The attribute, or empty where AWS draws it, or it is no attribute that matters here. */
  Optional<Text> find(Instance instance, String attribute) {
    return switch (instance.type()) {
      case "aws_lambda_function", "data.aws_lambda_function" -> ofFunction(instance, attribute);
      case "aws_lambda_alias", "data.aws_lambda_alias" -> ofAlias(instance, attribute);
      case "aws_s3_bucket", "data.aws_s3_bucket" -> ofBucket(instance, attribute);
      case "aws_lambda_permission" -> generated(instance, attribute, "statement_id");
      case "data.aws_caller_identity" ->
          attribute.equals("account_id") || attribute.equals("id")
              ? Optional.of(provider(instance).account())
              : Optional.empty();
      case "data.aws_region" -> ofRegion(instance, attribute);
      case "data.aws_partition" ->
          attribute.equals("partition") || attribute.equals("id")
              ? Optional.of(provider(instance).partition())
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<Text> ofFunction(Instance function, String attribute) {
    return switch (attribute) {
      case "arn" ->
          Optional.of(FunctionName.arn(provider(function), values.of(function, "function_name")));
      case "id" -> Optional.of(values.of(function, "function_name"));
      case "qualified_arn" ->
          Optional.of(
              Text.join(values.of(function, "arn"), Text.of(":"), values.of(function, "version")));
      case "version" ->
          function.created() && function.value("publish").filter(Nodes::isTrue).isEmpty()
              ? Optional.of(Text.of("$LATEST"))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<Text> ofAlias(Instance alias, String attribute) {
    return switch (attribute) {
      case "arn", "id" ->
          Optional.of(
              Text.join(
                  functionArn(alias, FunctionName.parse(values.of(alias, "function_name"))),
                  Text.of(":"),
                  values.of(alias, "name")));
      default -> Optional.empty();
    };
  }

  private Optional<Text> ofBucket(Instance bucket, String attribute) {
    return switch (attribute) {
      case "arn" ->
          Optional.of(
              Text.join(
                  Text.of("arn:"),
                  provider(bucket).partition(),
                  Text.of(":s3:::"),
                  values.of(bucket, "bucket")));
      case "id" -> Optional.of(values.of(bucket, "bucket"));
      default -> generated(bucket, attribute, "bucket");
    };
  }

  // A name of which a prefix at the most is given.
  private static Optional<Text> generated(Instance instance, String attribute, String name) {
    return attribute.equals(name)
        ? instance
            .value(name + "_prefix")
            .flatMap(Nodes::scalar)
            .map(prefix -> Text.join(Text.of(prefix.text()), Values.unknown(instance, name)))
        : Optional.empty();
  }

  private Optional<Text> ofRegion(Instance region, String attribute) {
    boolean own = region.expression("name").isEmpty() && region.expression("region").isEmpty();
    return switch (attribute) {
      case "name", "id", "region" ->
          own ? Optional.of(provider(region).region()) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /**
   * The unqualified ARN of the function that the instance names: of that of this name which the
   * plan has, or else one of the instance's own account and region.
   */
  Text functionArn(Instance instance, FunctionName name) {
    Providers.Provider provider = provider(instance);
    Optional<Instance> function =
        name.isNameAlone()
            ? Optional.ofNullable(functions().get(new Named(provider, name.name())))
            : Optional.empty();
    return function.map(found -> values.of(found, "arn")).orElseGet(() -> name.arn(provider));
  }

  private Map<Named, Instance> functions() {
    if (functions == null) {
      Map<Named, Instance> named = new HashMap<>();
      functions = named; // A function's name may, in a hostile plan, depend on its own ARN.
      for (Instance instance : instances.all()) {
        if (instance.type().equals("aws_lambda_function")) {
          Text name = values.of(instance, "function_name");
          named.putIfAbsent(new Named(provider(instance), name), instance);
        }
      }
    }
    return functions;
  }

  Providers.Provider provider(Instance instance) {
    return providers.of(instance, references);
  }
}
