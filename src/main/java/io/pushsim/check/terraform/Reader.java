package io.pushsim.check.terraform;

import io.pushsim.check.input.Gathering;
import io.pushsim.check.input.Nodes;
import io.pushsim.check.setup.DeclaredAlias;
import io.pushsim.check.setup.DeclaredBucket;
import io.pushsim.check.setup.DeclaredFunction;
import io.pushsim.check.setup.DeclaredGrant;
import io.pushsim.check.setup.DeclaredVersion;
import io.pushsim.check.setup.Text;
import io.pushsim.document.MappingNode;
import io.pushsim.document.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the resources that decide who may invoke what. */
final class Reader {
  private final Gathering gathering;
  private final Instances instances;
  private final Values values;
  private final Notifications notifications;

  Reader(MappingNode document, Gathering gathering) {
    this.gathering = gathering;
    this.instances = Instances.of(document);
    this.values =
        new Values(document, instances, new Providers(document, instances, gathering.deployment()));
    this.notifications = new Notifications(values, gathering);
  }

  void read() {
    for (Instance instance : instances.all()) {
      switch (instance.type()) {
        case "aws_lambda_function" -> readFunction(instance);
        case "aws_lambda_alias" -> readAlias(instance);
        case "aws_lambda_permission" -> readPermission(instance);
        case "aws_s3_bucket" -> readBucket(instance);
        case "aws_s3_bucket_notification" -> notifications.read(instance);
        default -> {}
      }
    }
  }

  private void readFunction(Instance function) {
    Text arn = values.of(function, "arn");
    Optional<Text> role = values.find(function, "role");
    Optional<Text> deadLetters =
        Block.of(function, "dead_letter_config").stream()
            .findFirst()
            .flatMap(block -> values.inBlock(function, block, "target_arn"));
    gathering.setUp().add(new DeclaredFunction(arn, role, deadLetters, function.origin()));
    values
        .find(function, "version")
        .filter(version -> !version.equals(Text.of("$LATEST")))
        .ifPresent(
            version ->
                gathering
                    .setUp()
                    .add(new DeclaredVersion(arn, version, role, deadLetters, function.origin())));
  }

  private void readAlias(Instance alias) {
    gathering
        .setUp()
        .add(
            new DeclaredAlias(
                values.functionArn(alias, FunctionName.parse(values.of(alias, "function_name"))),
                values.of(alias, "name"),
                values.of(alias, "function_version"),
                weights(alias),
                alias.origin()));
  }

  private Map<Text, Double> weights(Instance alias) {
    Map<Text, Double> weights = new HashMap<>();
    for (Block block : Block.of(alias, "routing_config")) {
      Nodes.mapping(block.values(), "additional_version_weights")
          .ifPresent(
              byVersion ->
                  byVersion
                      .entries()
                      .forEach(
                          entry ->
                              Nodes.scalar(entry.value())
                                  .flatMap(scalar -> scalar.number())
                                  .ifPresent(
                                      weight ->
                                          weights.put(
                                              Text.of(entry.key()), weight.doubleValue()))));
    }
    return weights;
  }

  private void readBucket(Instance bucket) {
    Providers.Provider provider = values.provider(bucket);
    gathering
        .setUp()
        .add(
            new DeclaredBucket(
                values.of(bucket, "bucket"),
                provider.account(),
                provider.region(),
                bucket.origin()));
  }

  private void readPermission(Instance permission) {
    for (String needed : List.of("function_name", "action", "principal")) {
      if (values.find(permission, needed).isEmpty()) {
        gathering.problem(
            Problem.at(
                permission.node().place(),
                "%s has no %s: is the plan complete? Print it anew with terraform show -json"
                    .formatted(permission.address(), needed)));
        return;
      }
    }
    FunctionName name = FunctionName.parse(values.of(permission, "function_name"));
    Text function = values.functionArn(permission, name);
    Optional<Text> qualifier =
        values.find(permission, "qualifier").filter(text -> !text.equals(Text.of("")));
    gathering
        .setUp()
        .add(
            new DeclaredGrant(
                qualifier
                    .or(name::qualifier)
                    .map(given -> Text.join(function, Text.of(":"), given))
                    .orElse(function),
                values.of(permission, "statement_id"),
                values.of(permission, "action"),
                values.of(permission, "principal"),
                set(permission, "source_arn"),
                set(permission, "source_account"),
                set(permission, "principal_org_id"),
                set(permission, "event_source_token"),
                set(permission, "function_url_auth_type"),
                permission.origin()));
  }

  // The provider leaves out what is empty.
  private Optional<Text> set(Instance permission, String attribute) {
    return values.find(permission, attribute).filter(text -> !text.equals(Text.of("")));
  }
}
