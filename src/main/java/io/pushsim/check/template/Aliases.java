package io.pushsim.check.template;

import io.pushsim.check.setup.DeclaredAlias;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Text;
import io.pushsim.check.template.Value.Fields;
import io.pushsim.check.template.Value.Items;
import io.pushsim.document.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Declares the aliases that {@code AWS::Lambda::Alias} resources make. */
final class Aliases {
  private static final List<String> PROPERTIES =
      List.of(
          "Description",
          "FunctionName",
          "FunctionVersion",
          "Name",
          "ProvisionedConcurrencyConfig",
          "RoutingConfig");

  private final World world;
  private final SetUp.Builder setUp;

  Aliases(World world, SetUp.Builder setUp) {
    this.world = world;
    this.setUp = setUp;
  }

  void declare(Resource alias, Guard guard) {
    Properties properties = new Properties(alias, world.under(guard));
    properties.requireKnown(PROPERTIES);
    if (!properties.require("FunctionName", "FunctionVersion", "Name")) {
      return;
    }
    Fields routing = properties.some(List.of("RoutingConfig"));
    for (Worlds.Branch branch : Worlds.of(routing, guard, world.problems())) {
      alias(alias, (Fields) branch.value(), branch.guard());
    }
  }

  private void alias(Resource alias, Fields fields, Guard guard) {
    Evaluator evaluator = world.under(guard);
    Names names = evaluator.references().names();
    Text version =
        new Properties(alias, evaluator)
            .text("FunctionVersion")
            .orElseGet(() -> Text.unknown(world.symbols().faulty(alias.place())));
    setUp.add(
        new DeclaredAlias(
            names.ofFunction(alias, alias.place()),
            names.aliasName(alias, alias.place()),
            version,
            fields.get("RoutingConfig").map(value -> weights(alias, value)).orElse(Map.of()),
            Declarations.origin(world, alias, guard)));
  }

  private Map<Text, Double> weights(Resource alias, Value routing) {
    Map<Text, Double> weights = new LinkedHashMap<>();
    Optional<Value> list =
        routing instanceof Fields config
            ? config.get("AdditionalVersionWeights")
            : Optional.empty();
    if (list.isPresent() && list.get() instanceof Items items) {
      items.values().forEach(item -> weight(alias, item, weights));
    } else {
      fault(
          routing.place(),
          "RoutingConfig of " + alias.id() + " has no list AdditionalVersionWeights: write one");
    }
    return weights;
  }

  private void weight(Resource alias, Value item, Map<Text, Double> weights) {
    Optional<Text> version = part(alias, item, "FunctionVersion");
    Optional<Text> weight = part(alias, item, "FunctionWeight");
    if (version.isEmpty() || weight.isEmpty()) {
      fault(
          item.place(),
          "a weight of " + alias.id() + " has no FunctionVersion or no FunctionWeight: write both");
      return;
    }
    if (!weight.get().isKnown()) {
      fault(
          item.place(),
          "the weight of %s is not known. %s"
              .formatted(alias.id(), weight.get().symbols().findFirst().orElseThrow().remedy()));
      return;
    }
    try {
      weights.put(version.get(), Double.valueOf(weight.get().toString()));
    } catch (NumberFormatException noNumber) {
      fault(
          item.place(),
          "FunctionWeight of %s is '%s', which is no number: write one from 0 to 1"
              .formatted(alias.id(), weight.get()));
    }
  }

  private Optional<Text> part(Resource alias, Value item, String name) {
    return item instanceof Fields fields
        ? fields
            .get(name)
            .flatMap(
                value ->
                    Properties.text(world.under(Guard.NONE), value, name + " of " + alias.id()))
        : Optional.empty();
  }

  private void fault(Place place, String message) {
    world.problems().at(place, message);
  }
}
