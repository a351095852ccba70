package io.pushsim.check.terraform;

import io.pushsim.arn.Arn;
import io.pushsim.arn.Partition;
import io.pushsim.arn.Scope;
import io.pushsim.check.input.Deployment;
import io.pushsim.check.input.Nodes;
import io.pushsim.check.setup.Text;
import io.pushsim.document.MappingNode;
import io.pushsim.document.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells in which account and region each provider makes its resources. */
final class Providers {
  private static final Set<String> LOCATED = Set.of("aws_lambda_function", "aws_lambda_alias");

  private final Optional<MappingNode> configured;
  private final Deployment deployment;
  private final Map<String, Provider> byKey = new HashMap<>();
  private final Map<String, Set<String>> accounts = new HashMap<>();
  private final Map<String, Set<String>> regions = new HashMap<>();

  /** Where a provider makes its resources. */
  record Provider(Text account, Text region, Text partition) {}

  Providers(MappingNode document, Instances instances, Deployment deployment) {
    this.configured =
        Nodes.mapping(document, "configuration")
            .flatMap(configuration -> Nodes.mapping(configuration, "provider_config"));
    this.deployment = deployment;
    for (Instance instance : instances.all()) {
      if (instance.type().equals("data.aws_caller_identity")) {
        note(accounts, instance, "account_id");
      } else if (instance.type().equals("data.aws_region") && isOwnRegion(instance)) {
        note(regions, instance, "name");
        note(regions, instance, "region");
      } else if (LOCATED.contains(instance.type())) {
        noteOwn(instance);
      }
    }
  }

  // What a provider manages lies in the account and region in which it works.
  private void noteOwn(Instance instance) {
    instance
        .value("arn")
        .flatMap(Nodes::scalar)
        .flatMap(arn -> Arn.parse(arn.text()))
        .ifPresent(
            arn -> {
              String key = instance.providerKey().orElse("");
              accounts.computeIfAbsent(key, unseen -> new HashSet<>()).add(arn.account());
              if (instance.value("region").isEmpty()) {
                regions.computeIfAbsent(key, unseen -> new HashSet<>()).add(arn.region());
              }
            });
  }

  private static void note(Map<String, Set<String>> noted, Instance instance, String attribute) {
    instance
        .value(attribute)
        .flatMap(Nodes::scalar)
        .ifPresent(
            value ->
                noted
                    .computeIfAbsent(instance.providerKey().orElse(""), key -> new HashSet<>())
                    .add(value.text()));
  }

  // The data source tells of another region where one is asked for.
  private static boolean isOwnRegion(Instance instance) {
    return instance.configured().isPresent()
        && List.of("name", "region", "endpoint").stream()
            .allMatch(argument -> instance.expression(argument).isEmpty());
  }

  /**
   * Where the instance's provider makes it.
   *
   * @param references follows the provider's own arguments
   */
  Provider of(Instance instance, References references) {
    String key = instance.providerKey().orElse("");
    Provider known = byKey.get(key);
    if (known == null) {
      // A region that depends on the provider's own resources is not known.
      byKey.put(key, provider(deployment.accountText(), deployment.regionText()));
      known = read(key, references);
      byKey.put(key, known);
    }
    Provider provider = known;
    return instance
        .value("region")
        .flatMap(Nodes::scalar)
        .map(region -> provider(provider.account(), Text.of(region.text())))
        .orElse(provider);
  }

  private Provider read(String key, References references) {
    Optional<MappingNode> provider = configured.flatMap(all -> Nodes.mapping(all, key));
    Optional<MappingNode> arguments =
        provider.flatMap(found -> Nodes.mapping(found, "expressions"));
    String module = provider.flatMap(found -> Nodes.text(found, "module_address")).orElse("");
    Optional<Text> region =
        arguments
            .flatMap(given -> given.get("region"))
            .flatMap(expression -> references.follow(expression, module))
            .or(() -> only(regions, key));
    Optional<Text> account =
        arguments.flatMap(Providers::onlyAllowed).or(() -> only(accounts, key));
    return provider(
        account.orElseGet(deployment::accountText), region.orElseGet(deployment::regionText));
  }

  private static Optional<Text> only(Map<String, Set<String>> noted, String key) {
    Set<String> values = noted.getOrDefault(key, Set.of());
    return values.size() == 1 ? Optional.of(Text.of(values.iterator().next())) : Optional.empty();
  }

  private static Optional<Text> onlyAllowed(MappingNode arguments) {
    List<Node> allowed =
        Nodes.mapping(arguments, "allowed_account_ids")
            .map(expression -> Nodes.items(expression, "constant_value"))
            .orElse(List.of());
    if (allowed.size() == 1) {
      return Nodes.scalar(allowed.get(0)).map(account -> Text.of(account.text()));
    }
    return Nodes.items(arguments, "assume_role").stream()
        .findFirst()
        .flatMap(Nodes::mapping)
        .flatMap(role -> Nodes.mapping(role, "role_arn"))
        .flatMap(expression -> Nodes.text(expression, "constant_value"))
        .flatMap(Arn::parse)
        .map(Arn::account)
        .filter(Scope::isAccount)
        .map(Text::of);
  }

  private Provider provider(Text account, Text region) {
    return new Provider(
        account,
        region,
        region
            .known()
            .map(code -> Text.of(Partition.ofRegion(code).id()))
            .orElseGet(deployment::partitionText));
  }
}
