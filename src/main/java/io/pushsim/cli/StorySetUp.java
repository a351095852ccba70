package io.pushsim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.bucket.Bucket;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.setup.DeclaredAlias;
import io.pushsim.check.setup.DeclaredBucket;
import io.pushsim.check.setup.DeclaredFunction;
import io.pushsim.check.setup.DeclaredGrant;
import io.pushsim.check.setup.DeclaredPolicy;
import io.pushsim.check.setup.DeclaredVersion;
import io.pushsim.check.setup.Dialect;
import io.pushsim.check.setup.Origin;
import io.pushsim.check.setup.SetUp;
import io.pushsim.check.setup.Text;
import io.pushsim.document.Place;
import io.pushsim.function.Alias;
import io.pushsim.function.LambdaFunction;
import io.pushsim.function.Version;
import io.pushsim.journal.State;
import io.pushsim.policy.PolicyDocument;
import io.pushsim.scenario.RehearsedStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells what a story has set up: what stands at its end, and what it wanted and was refused. */
final class StorySetUp {
  private final StoryNotes notes;
  private final State state;

  StorySetUp(StoryNotes notes, State state) {
    this.notes = notes;
    this.state = state;
  }

  void tell(SetUp.Builder setUp, Gathering gathering) {
    notes.buckets().forEach((name, place) -> bucket(name, place, setUp));
    notes
        .functions()
        .forEach(arn -> state.functions().find(arn).ifPresent(found -> function(found, setUp)));
    notes.refusedAliases().forEach((arn, step) -> setUp.add(alias(arn, step)));
    notes
        .refusedGrants()
        .forEach((target, steps) -> steps.forEach(step -> setUp.add(grant(target, step))));
    notes.configurations().forEach(step -> StoryRules.of(step).forEach(setUp::add));
    new StoryEvents(notes).tell(setUp, gathering);
    notes.problems().forEach(gathering::problem);
  }

  static Origin origin(Place place) {
    return Origin.of(Dialect.SCENARIO, place);
  }

  private void bucket(String name, Place place, SetUp.Builder setUp) {
    Optional<Bucket> standing = state.buckets().find(name);
    if (standing.isPresent()) {
      setUp.addConfigured(Text.of(name));
      setUp.add(
          new DeclaredBucket(
              Text.of(name),
              Text.of(standing.get().ownerAccount()),
              Text.of(standing.get().region()),
              origin(place)));
    }
  }

  private void function(LambdaFunction function, SetUp.Builder setUp) {
    FunctionArn arn = function.arn();
    Text name = Text.of(arn.toString());
    setUp.add(
        new DeclaredFunction(
            name, role(function.latest()), Optional.empty(), origin(notes.placeOf(arn))));
    for (Version version : function.publishedVersions()) {
      FunctionArn exact = arn.withQualifier(new Qualifier.Version(version.number()));
      setUp.add(
          new DeclaredVersion(
              name,
              Text.of(version.number()),
              role(version),
              Optional.empty(),
              origin(notes.placeOf(exact))));
    }
    for (Alias alias : function.aliases().values()) {
      FunctionArn exact = arn.withQualifier(new Qualifier.Alias(alias.name()));
      if (!notes.refusedAliases().containsKey(exact)) {
        setUp.add(alias(name, alias, notes.placeOf(exact)));
      }
    }
    state
        .policies()
        .policiesOf(arn)
        .forEach((target, policy) -> setUp.add(policy(target, policy.document())));
  }

  private static Optional<Text> role(Version version) {
    return Optional.of(Text.of(version.configuration().role()));
  }

  private static DeclaredAlias alias(Text function, Alias alias, Place place) {
    return new DeclaredAlias(
        function,
        Text.of(alias.name()),
        Text.of(alias.functionVersion()),
        alias
            .additional()
            .map(other -> Map.of(Text.of(other.version()), other.weight()))
            .orElse(Map.of()),
        origin(place));
  }

  private DeclaredPolicy policy(FunctionArn target, PolicyDocument document) {
    List<Place> places =
        document.statements().stream()
            .map(statement -> notes.placeOf(target, statement.sid().orElse("")))
            .toList();
    return new DeclaredPolicy(Text.of(target.toString()), document, places, origin(places.get(0)));
  }

  /** An alias as its refused step would have it; what that does not say stays as it stands. */
  private DeclaredAlias alias(FunctionArn arn, RehearsedStep step) {
    Text function = Text.of(arn.unqualified().toString());
    Optional<DeclaredAlias> standing =
        state
            .functions()
            .find(arn)
            .flatMap(found -> found.alias(arn.qualifier().toString()))
            .map(alias -> alias(function, alias, step.place()));
    Text version =
        parameter(step, "FunctionVersion")
            .or(() -> standing.map(DeclaredAlias::functionVersion))
            .orElse(Text.of(""));
    JsonNode routing = step.parameters().path("RoutingConfig");
    return new DeclaredAlias(
        function,
        Text.of(arn.qualifier().toString()),
        version,
        routing.isMissingNode()
            ? standing.map(DeclaredAlias::additionalVersionWeights).orElse(Map.of())
            : weights(routing),
        origin(step.place()));
  }

  private static Map<Text, Double> weights(JsonNode routing) {
    return routing.path("AdditionalVersionWeights").properties().stream()
        .collect(
            Collectors.toMap(
                entry -> Text.of(entry.getKey()), entry -> entry.getValue().asDouble()));
  }

  private static DeclaredGrant grant(FunctionArn target, RehearsedStep step) {
    return new DeclaredGrant(
        Text.of(target.toString()),
        Text.of(StoryNotes.text(step, "StatementId")),
        Text.of(StoryNotes.text(step, "Action")),
        Text.of(StoryNotes.text(step, "Principal")),
        parameter(step, "SourceArn"),
        parameter(step, "SourceAccount"),
        parameter(step, "PrincipalOrgID"),
        parameter(step, "EventSourceToken"),
        parameter(step, "FunctionUrlAuthType"),
        origin(step.place()));
  }

  private static Optional<Text> parameter(RehearsedStep step, String name) {
    JsonNode value = step.parameters().path(name);
    return value.isTextual() ? Optional.of(Text.of(value.textValue())) : Optional.empty();
  }
}
