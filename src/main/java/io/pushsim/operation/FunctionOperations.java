package io.pushsim.operation;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.FunctionReference;
import io.pushsim.arn.Qualifier;
import io.pushsim.arn.Scope;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.function.CodeReference;
import io.pushsim.function.FunctionChange;
import io.pushsim.function.FunctionConfiguration;
import io.pushsim.function.FunctionRegistry;
import io.pushsim.function.LambdaFunction;
import io.pushsim.function.Version;
import io.pushsim.function.VersionRules;
import io.pushsim.journal.Outcome;
import io.pushsim.operation.StateOperation.Decided;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The operations on functions. */
final class FunctionOperations {
  private static final int LONGEST_NAME = 64;

  private FunctionOperations() {}

  static CodeReference readCode(FunctionRequests.Create request, CodeReader code, Scope caller) {
    Configurations.checkSimulated(request);
    return code.read(request.code(), caller);
  }

  static Decided create(FunctionRequests.Create request, CodeReference code, Call call) {
    FunctionArn arn = arnToCreate(request.functionName(), call);
    FunctionConfiguration configuration = Configurations.created(request, arn, code, call.now());
    FunctionChange.FunctionCreated created =
        VersionRules.create(
            call.function(arn),
            arn,
            configuration,
            request.tags().orElse(Map.of()),
            call.settled(),
            call::newRevisionId);
    FunctionResponses.Configuration answer = FunctionResponses.changed(arn, created.latest());
    if (!request.publish().orElse(false)) {
      return Decided.answer(answer, new Outcome.OfFunction(created));
    }
    LambdaFunction function = LambdaFunction.created(arn, created.latest(), created.tags());
    FunctionChange.VersionPublished published =
        VersionRules.snapshot(
            function,
            Optional.empty(),
            call.now(),
            Optional.of(call.settled()),
            call::newRevisionId);
    // The answer describes version 1 under the unqualified ARN (recorded:
    // test_publish_version_on_create).
    return Decided.answer(
        FunctionResponses.changed(arn, published.version()),
        new Outcome.OfFunction(created),
        new Outcome.OfFunction(published));
  }

  private static FunctionArn arnToCreate(String functionName, Call call) {
    FunctionReference reference = FunctionReference.parse(functionName).orElseThrow();
    FunctionArn arn = reference.resolve(call.caller(), Qualifier.UNQUALIFIED).unqualified();
    Access.checkSameAccount(call.caller(), call.operation(), arn);
    if (arn.functionName().length() > LONGEST_NAME) {
      // This reads like a ValidationException and is none (recorded:
      // function_name_too_long-create_function).
      throw new SimulatorException(
          ErrorCode.INVALID_PARAMETER_VALUE,
          "1 validation error detected: Value '%s' at 'functionName' failed to satisfy constraint: Member must have length less than or equal to %d"
              .formatted(arn.functionName(), LONGEST_NAME));
    }
    return arn;
  }

  static Decided get(FunctionRequests.Named request, Call call) {
    FunctionArn arn = call.arn(request.functionName(), request.qualifier());
    FunctionResponses.Configuration configuration = described(arn, call);
    // The address stands for S3's presigned one; the HTTP API serves the zip under it.
    String location = "/_pushsim/code/" + configuration.codeSha256().replace('/', '_');
    return Decided.answer(
        new FunctionResponses.WithCode(
            configuration,
            new FunctionResponses.Code("S3", location),
            call.function(arn).map(LambdaFunction::tags).filter(tags -> !tags.isEmpty()),
            call.function(arn)
                .map(function -> function.settings().reservedConcurrency())
                .filter(Optional::isPresent)
                .map(ConcurrencyOperations.Concurrency::new)));
  }

  static Decided getConfiguration(FunctionRequests.Named request, Call call) {
    return Decided.answer(described(call.arn(request.functionName(), request.qualifier()), call));
  }

  private static FunctionResponses.Configuration described(FunctionArn arn, Call call) {
    Version version =
        call.function(arn)
            .flatMap(function -> function.described(arn.qualifier()))
            .orElseThrow(() -> FunctionRegistry.notFound(arn));
    return FunctionResponses.described(arn, version, call.now());
  }

  static Decided list(FunctionRequests.ListAll request, Call call) {
    boolean all = request.functionVersion().isPresent();
    List<FunctionResponses.Configuration> items =
        call.state().functions().list(call.caller()).stream()
            .flatMap(
                function ->
                    all
                        ? Stream.concat(
                                Stream.of(function.latest()), function.publishedVersions().stream())
                            .map(
                                version ->
                                    FunctionResponses.listed(
                                        function.arn(), version, call.now(), false))
                        : Stream.of(
                            FunctionResponses.listed(
                                function.arn(), function.latest(), call.now(), true)))
            .toList();
    Page<FunctionResponses.Configuration> page =
        Page.of(items, request.marker(), request.maxItems());
    return Decided.answer(new FunctionResponses.Functions(page.items(), page.nextMarker()));
  }

  static CodeReference readCode(
      FunctionRequests.UpdateCode request, CodeReader code, Scope caller) {
    return code.read(request.code(), caller);
  }

  static Decided updateCode(FunctionRequests.UpdateCode request, CodeReference code, Call call) {
    LambdaFunction function = updatable(request.functionName(), request.revisionId(), call);
    FunctionConfiguration current = function.latest().configuration();
    FunctionConfiguration changed =
        current.withCode(code, request.architectures().orElse(current.architectures()), call.now());
    FunctionChange.LatestUpdated updated =
        VersionRules.update(function, changed, call.now(), call.settled(), call::newRevisionId);
    if (request.dryRun().orElse(false)) {
      return Decided.answer(
          FunctionResponses.described(function.arn(), updated.latest(), call.settled()));
    }
    if (!request.publish().orElse(false)) {
      return Decided.answer(
          FunctionResponses.changed(function.arn(), updated.latest()),
          new Outcome.OfFunction(updated));
    }
    FunctionChange.VersionPublished published =
        VersionRules.snapshot(
            function.withLatest(updated.latest()),
            Optional.empty(),
            call.now(),
            Optional.of(call.settled()),
            call::newRevisionId);
    return Decided.answer(
        FunctionResponses.changed(versionArn(function, published), published.version()),
        new Outcome.OfFunction(updated),
        new Outcome.OfFunction(published));
  }

  static Decided updateConfiguration(FunctionRequests.UpdateConfiguration request, Call call) {
    LambdaFunction function = updatable(request.functionName(), request.revisionId(), call);
    FunctionChange.LatestUpdated updated =
        VersionRules.update(
            function,
            Configurations.updated(
                request, function.arn(), function.latest().configuration(), call.now()),
            call.now(),
            call.settled(),
            call::newRevisionId);
    return Decided.answer(
        FunctionResponses.changed(function.arn(), updated.latest()),
        new Outcome.OfFunction(updated));
  }

  private static LambdaFunction updatable(
      String functionName, Optional<String> revisionId, Call call) {
    FunctionArn arn = call.arn(functionName);
    LambdaFunction function = call.state().functions().require(arn);
    VersionRules.checkUpdatable(function, arn.qualifier(), revisionId, call.now());
    return function;
  }

  static FunctionArn versionArn(
      LambdaFunction function, FunctionChange.VersionPublished published) {
    return function.arn().withQualifier(Qualifier.parse(published.version().number()));
  }

  /** The function or version goes, and the policies on what is gone with it. */
  static Decided delete(FunctionRequests.Named request, Call call) {
    FunctionArn arn = call.arn(request.functionName(), request.qualifier());
    List<Outcome> outcomes = new ArrayList<>();
    VersionRules.delete(call.function(arn), arn)
        .ifPresent(
            change -> {
              outcomes.add(new Outcome.OfFunction(change));
              var policies = call.state().policies();
              (arn.qualifier().equals(Qualifier.UNQUALIFIED)
                      ? policies.deletePoliciesOf(arn)
                      : policies.deletePolicyOf(arn))
                  .forEach(policy -> outcomes.add(new Outcome.OfPolicy(policy)));
            });
    return Decided.done(outcomes);
  }
}
