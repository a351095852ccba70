package io.pushsim.operation;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.function.FunctionChange;
import io.pushsim.function.LambdaFunction;
import io.pushsim.function.Version;
import io.pushsim.function.VersionRules;
import io.pushsim.journal.Outcome;
import io.pushsim.operation.StateOperation.Decided;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The operations on versions. */
final class VersionOperations {
  private VersionOperations() {}

  static Decided publish(FunctionRequests.Publish request, Call call) {
    FunctionArn arn = call.arn(request.functionName());
    LambdaFunction function = call.state().functions().require(arn.unqualified());
    Optional<FunctionChange.VersionPublished> published =
        VersionRules.publish(
            function,
            request.codeSha256(),
            request.description(),
            request.revisionId(),
            call.now(),
            call::newRevisionId);
    if (published.isEmpty()) {
      String number = function.publishedAs().orElseThrow();
      Version again = function.version(number).orElseThrow();
      FunctionArn versionArn = function.arn().withQualifier(Qualifier.parse(number));
      return Decided.answer(FunctionResponses.described(versionArn, again, call.now()));
    }
    return Decided.answer(
        FunctionResponses.changed(
            FunctionOperations.versionArn(function, published.get()), published.get().version()),
        new Outcome.OfFunction(published.get()));
  }

  static Decided list(FunctionRequests.ListVersions request, Call call) {
    LambdaFunction function =
        call.state().functions().require(call.arn(request.functionName()).unqualified());
    List<FunctionResponses.Configuration> all =
        Stream.concat(Stream.of(function.latest()), function.publishedVersions().stream())
            .map(version -> FunctionResponses.listed(function.arn(), version, call.now(), false))
            .toList();
    Page<FunctionResponses.Configuration> page = Page.of(all, request.marker(), request.maxItems());
    return Decided.answer(new FunctionResponses.Versions(page.items(), page.nextMarker()));
  }
}
