package io.pushsim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.FunctionReference;
import io.pushsim.arn.Qualifier;
import io.pushsim.arn.Scope;
import io.pushsim.document.Place;
import io.pushsim.document.Problem;
import io.pushsim.error.SimulatorException;
import io.pushsim.function.Version;
import io.pushsim.scenario.RehearsedStep;
import io.pushsim.scenario.RehearsedStep.Result.Answered;
import io.pushsim.scenario.RehearsedStep.Result.Refused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered of a rehearsed story's steps: which of them made what, and which the story
 * wanted and AWS would refuse.
 */
final class StoryNotes {
  private final String region;
  private final Map<FunctionArn, Made> functions = new LinkedHashMap<>();
  private final Map<String, Place> buckets = new LinkedHashMap<>();
  private final Map<FunctionArn, Map<String, RehearsedStep>> refusedGrants = new LinkedHashMap<>();
  private final Map<FunctionArn, RehearsedStep> refusedAliases = new LinkedHashMap<>();
  private final Map<String, RehearsedStep> configurations = new LinkedHashMap<>();
  private final List<RehearsedStep> events = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * The steps that made a function and what belongs to it.
   *
   * @param parts by qualifier, the function itself among them
   * @param statements by exact ARN and statement id
   */
  private record Made(
      Map<Qualifier, Place> parts, Map<FunctionArn, Map<String, Place>> statements) {}

  StoryNotes(String region) {
    this.region = region;
  }

  /** Takes the next step. */
  void take(RehearsedStep step) {
    RehearsedStep.Result result = step.result();
    if (result instanceof Answered answered) {
      answered(step, answered.response());
    } else if (!(result instanceof Refused refused)) {
      events.add(step);
    } else if (!step.expectsRefusal()) {
      refused(step, refused.error());
    }
  }

  private void answered(RehearsedStep step, JsonNode response) {
    switch (step.name()) {
      case "CreateFunction", "UpdateFunctionCode", "PublishVersion" ->
          FunctionArn.parse(response.path("FunctionArn").asText())
              .ifPresent(arn -> made(arn.unqualified(), response.path("Version").asText(), step));
      case "CreateAlias", "UpdateAlias" ->
          FunctionArn.parse(response.path("AliasArn").asText()).ifPresent(arn -> put(arn, step));
      case "AddPermission" -> target(step).ifPresent(arn -> granted(arn, step));
      case "DeleteFunction" -> target(step).ifPresent(this::deleted);
      case "CreateBucket" -> buckets.put(text(step, "Bucket"), step.place());
      case "DeleteBucket" -> configurations.remove(text(step, "Bucket"));
      case "PutBucketNotificationConfiguration", "PutBucketNotification" ->
          configurations.put(text(step, "Bucket"), step);
      default -> {
        // What else changes something, such as RemovePermission, shows in the state.
      }
    }
  }

  private Made made(FunctionArn function) {
    return functions.computeIfAbsent(
        function, arn -> new Made(new LinkedHashMap<>(), new LinkedHashMap<>()));
  }

  private void made(FunctionArn function, String version, RehearsedStep step) {
    Map<Qualifier, Place> parts = made(function).parts();
    parts.putIfAbsent(Qualifier.UNQUALIFIED, step.place());
    if (!version.equals(Version.LATEST)) {
      parts.putIfAbsent(Qualifier.parse(version), step.place());
    }
  }

  private void put(FunctionArn alias, RehearsedStep step) {
    made(alias.unqualified()).parts().put(alias.qualifier(), step.place());
    refusedAliases.remove(alias);
  }

  private void granted(FunctionArn target, RehearsedStep step) {
    String statement = text(step, "StatementId");
    made(target.unqualified())
        .statements()
        .computeIfAbsent(target, arn -> new LinkedHashMap<>())
        .put(statement, step.place());
    Optional.ofNullable(refusedGrants.get(target)).ifPresent(grants -> grants.remove(statement));
  }

  private void deleted(FunctionArn arn) {
    if (arn.qualifier().equals(Qualifier.UNQUALIFIED)) {
      functions.remove(arn);
    } else {
      made(arn.unqualified()).parts().remove(arn.qualifier());
    }
  }

  private void refused(RehearsedStep step, SimulatorException error) {
    switch (step.name()) {
      case "PutBucketNotificationConfiguration", "PutBucketNotification" ->
          configurations.put(text(step, "Bucket"), step);
      case "AddPermission" ->
          target(step)
              .ifPresentOrElse(
                  arn ->
                      refusedGrants
                          .computeIfAbsent(arn, target -> new LinkedHashMap<>())
                          .put(text(step, "StatementId"), step),
                  () -> problem(step, error));
      case "CreateAlias", "UpdateAlias" ->
          alias(step)
              .ifPresentOrElse(arn -> refusedAliases.put(arn, step), () -> problem(step, error));
      default -> problem(step, error);
    }
  }

  private void problem(RehearsedStep step, SimulatorException error) {
    problems.add(
        Problem.at(
            step.place(),
            "%s is refused (%s: %s), so what it was to do is not checked: mend the step, or write expectError if that is meant"
                .formatted(step.name(), error.code().shapeName(), error.message())));
  }

  /** The exact ARN that the step's FunctionName and Qualifier name; empty where they name none. */
  private Optional<FunctionArn> target(RehearsedStep step) {
    try {
      return FunctionReference.parse(text(step, "FunctionName"))
          .map(
              reference ->
                  reference.resolve(
                      new Scope(step.account(), region), Qualifier.parse(text(step, "Qualifier"))));
    } catch (SimulatorException contradictory) {
      return Optional.empty();
    }
  }

  private Optional<FunctionArn> alias(RehearsedStep step) {
    return target(step).map(arn -> arn.withQualifier(new Qualifier.Alias(text(step, "Name"))));
  }

  static String text(RehearsedStep step, String parameter) {
    return step.parameters().path(parameter).asText("");
  }

  /** The functions that were made and not deleted, in order. */
  List<FunctionArn> functions() {
    return List.copyOf(functions.keySet());
  }

  /** The buckets that were made, in order, each with the step that made it last. */
  Map<String, Place> buckets() {
    return Collections.unmodifiableMap(buckets);
  }

  /** The step that made a function, a version or an alias as it is. */
  Place placeOf(FunctionArn exact) {
    Map<Qualifier, Place> parts = made(exact.unqualified()).parts();
    return Optional.ofNullable(parts.get(exact.qualifier()))
        .orElseThrow(() -> new IllegalStateException("no step made " + exact));
  }

  /** The step that granted a statement. */
  Place placeOf(FunctionArn target, String statement) {
    return Optional.ofNullable(made(target.unqualified()).statements().get(target))
        .map(statements -> statements.get(statement))
        .orElseThrow(() -> new IllegalStateException("no step granted " + statement));
  }

  /** The last step that was to give each bucket its notification configuration. */
  List<RehearsedStep> configurations() {
    return List.copyOf(configurations.values());
  }

  /** The AddPermission steps that were refused, and not answered later. */
  Map<FunctionArn, List<RehearsedStep>> refusedGrants() {
    Map<FunctionArn, List<RehearsedStep>> grants = new LinkedHashMap<>();
    refusedGrants.forEach((target, steps) -> grants.put(target, List.copyOf(steps.values())));
    return grants;
  }

  /** The last CreateAlias or UpdateAlias step of each alias that was refused. */
  Map<FunctionArn, RehearsedStep> refusedAliases() {
    return Collections.unmodifiableMap(refusedAliases);
  }

  /** The steps that changed an object. */
  List<RehearsedStep> events() {
    return List.copyOf(events);
  }

  /** What was refused and has no form in a set-up. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }
}
