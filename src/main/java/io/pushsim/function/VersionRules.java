package io.pushsim.function;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lambda's rules for functions and their versions: each computes the outcome of a request, or
 * refuses it with AWS's words.
 */
public final class VersionRules {
  private VersionRules() {}

  /**
   * CreateFunction.
   *
   * @param settled when the function stops being Pending
   */
  public static FunctionChange.FunctionCreated create(
      Optional<LambdaFunction> existing,
      FunctionArn arn,
      FunctionConfiguration configuration,
      Map<String, String> tags,
      Instant settled,
      Supplier<String> revisionIds) {
    if (existing.isPresent()) {
      throw new SimulatorException(
          ErrorCode.RESOURCE_CONFLICT, "Function already exist: " + arn.functionName());
    }
    Version.Transition creation =
        new Version.Transition(settled, revisionIds.get(), Optional.empty());
    TagRules.checkCount(tags);
    return new FunctionChange.FunctionCreated(
        arn,
        new Version(Version.LATEST, configuration, revisionIds.get(), Optional.of(creation)),
        tags);
  }

  /**
   * UpdateFunctionCode and UpdateFunctionConfiguration, for a function that {@link #checkUpdatable}
   * let pass.
   */
  public static FunctionChange.LatestUpdated update(
      LambdaFunction function,
      FunctionConfiguration configuration,
      Instant now,
      Instant settled,
      Supplier<String> revisionIds) {
    Version.Transition update =
        new Version.Transition(
            settled, revisionIds.get(), Optional.of(function.latest().configurationAt(now)));
    return new FunctionChange.LatestUpdated(
        function.arn(),
        new Version(Version.LATEST, configuration, revisionIds.get(), Optional.of(update)));
  }

  /** What any update of {@code $LATEST} is refused for. */
  public static void checkUpdatable(
      LambdaFunction function, Qualifier qualifier, Optional<String> revisionId, Instant now) {
    if (!qualifier.equals(Qualifier.UNQUALIFIED) && !qualifier.equals(Qualifier.LATEST)) {
      throw new SimulatorException(
          ErrorCode.INVALID_PARAMETER_VALUE,
          "Current operation does not support versions other than $LATEST");
    }
    checkSettled(function, now);
    checkRevision(revisionId, function.latest().revisionIdAt(now));
  }

  /**
   * PublishVersion.
   *
   * @return the outcome; empty where {@code $LATEST} was not updated since it was last published,
   *     so that nothing happens and the version of {@link LambdaFunction#publishedAs} answers again
   */
  public static Optional<FunctionChange.VersionPublished> publish(
      LambdaFunction function,
      Optional<String> codeSha256,
      Optional<String> description,
      Optional<String> revisionId,
      Instant now,
      Supplier<String> revisionIds) {
    checkSettled(function, now);
    String current = function.latest().configuration().code().codeSha256();
    if (codeSha256.filter(given -> !given.equals(current)).isPresent()) {
      throw new SimulatorException(
          ErrorCode.INVALID_PARAMETER_VALUE,
          "CodeSHA256 (%s) is different from current CodeSHA256 in $LATEST (%s). Please try again with the CodeSHA256 in $LATEST."
              .formatted(codeSha256.orElseThrow(), current));
    }
    checkRevision(revisionId, function.latest().revisionIdAt(now));
    return function.publishedAs().isPresent()
        ? Optional.empty()
        : Optional.of(snapshot(function, description, now, Optional.empty(), revisionIds));
  }

  /**
   * A snapshot of {@code $LATEST}.
   *
   * @param settled when the new version stops being Pending; absent where it is active at once
   */
  public static FunctionChange.VersionPublished snapshot(
      LambdaFunction function,
      Optional<String> description,
      Instant now,
      Optional<Instant> settled,
      Supplier<String> revisionIds) {
    Version latest = function.latest();
    FunctionConfiguration configuration = latest.configuration();
    Version version =
        new Version(
            Integer.toString(function.nextVersion()),
            configuration.withDescription(description.orElse(configuration.description())),
            revisionIds.get(),
            settled.map(
                until -> new Version.Transition(until, revisionIds.get(), Optional.empty())));
    Version renewed =
        new Version(Version.LATEST, configuration, revisionIds.get(), latest.underWay(now));
    return new FunctionChange.VersionPublished(function.arn(), version, renewed);
  }

  /**
   * DeleteFunction, of the function or of one version.
   *
   * @return the outcome; empty where the version was not there, which AWS answers with success
   *     (recorded: test_delete_on_nonexisting_version)
   */
  public static Optional<FunctionChange> delete(
      Optional<LambdaFunction> existing, FunctionArn arn) {
    Qualifier qualifier = arn.qualifier();
    if (qualifier.equals(Qualifier.LATEST)) {
      throw new SimulatorException(
          ErrorCode.INVALID_PARAMETER_VALUE,
          "$LATEST version cannot be deleted without deleting the function.");
    }
    if (qualifier instanceof Qualifier.Alias) {
      throw new SimulatorException(
          ErrorCode.INVALID_PARAMETER_VALUE, "Deletion of aliases is not currently supported.");
    }
    if (existing.isEmpty() || qualifier instanceof Qualifier.Unknown) {
      throw FunctionRegistry.notFound(arn.unqualified());
    }
    if (qualifier.equals(Qualifier.UNQUALIFIED)) {
      return Optional.of(new FunctionChange.FunctionDeleted(arn));
    }
    return deleteVersion(existing.get(), qualifier.toString());
  }

  private static Optional<FunctionChange> deleteVersion(LambdaFunction function, String number) {
    List<String> referring =
        function.aliases().values().stream()
            .filter(alias -> alias.refersTo(number))
            .map(Alias::name)
            .toList();
    if (!referring.isEmpty()) {
      throw new SimulatorException(
          ErrorCode.RESOURCE_CONFLICT,
          "Unable to delete version because the following aliases reference it: " + referring);
    }
    return function.versions().containsKey(number)
        ? Optional.of(new FunctionChange.VersionDeleted(function.arn(), number))
        : Optional.empty();
  }

  private static void checkSettled(LambdaFunction function, Instant now) {
    Optional<Version.Transition> underWay = function.latest().underWay(now);
    if (underWay.isEmpty()) {
      return;
    }
    String prefix = "The operation cannot be performed at this time. ";
    // The text for a function that is still being created was seen in
    // aws/serverless-application-model#2356.
    throw new SimulatorException(
        ErrorCode.RESOURCE_CONFLICT,
        prefix
            + (underWay.get().isCreation()
                    ? "The resource %s is currently in the following state: 'Pending'. StateReasonCode: 'Creating'"
                    : "An update is in progress for resource: %s")
                .formatted(function.arn()));
  }

  static void checkRevision(Optional<String> given, String current) {
    if (given.filter(revision -> !revision.equals(current)).isPresent()) {
      throw new SimulatorException(
          ErrorCode.PRECONDITION_FAILED,
          "The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id");
    }
  }
}
