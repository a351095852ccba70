package io.pushsim.check.endpoint;

import io.pushsim.check.setup.DeclaredGrant;
import io.pushsim.check.setup.DeclaredPolicy;
import io.pushsim.check.setup.Origin;
import io.pushsim.check.setup.Symbol;
import io.pushsim.check.setup.Text;
import io.pushsim.document.Place;
import io.pushsim.document.Problem;
import io.pushsim.policy.AccessRequest;
import io.pushsim.policy.PolicyDocument;
import io.pushsim.policy.Principal;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/** Asks for resource policies, one exact ARN at a time. */
final class PolicySurvey {
  private final LambdaClient lambda;
  private final Calls calls;

  PolicySurvey(LambdaClient lambda, Calls calls) {
    this.lambda = lambda;
    this.calls = calls;
  }

  /**
   * Asks for the policy of a function, a version or an alias.
   *
   * @param arn the function's, unqualified
   */
  void survey(String arn, String function, Optional<String> qualifier, Findings findings) {
    String thing = qualifier.map(known -> FunctionSurvey.thing(function, known)).orElse(function);
    Text target = Text.of(qualifier.map(known -> arn + ":" + known).orElse(arn));
    Optional<Optional<String>> answer =
        calls.ask(Call.GET_POLICY, thing, findings, () -> policy(function, qualifier));
    if (answer.isEmpty()) {
      declareUnknown(target, thing, findings);
    } else {
      answer.get().ifPresent(text -> declare(target, thing, text, findings));
    }
  }

  /** The policy's text; empty where the thing has none. */
  private Optional<String> policy(String function, Optional<String> qualifier) {
    try {
      return Optional.of(
          lambda
              .getPolicy(
                  request -> {
                    request.functionName(function);
                    qualifier.ifPresent(request::qualifier);
                  })
              .policy());
    } catch (ResourceNotFoundException none) {
      return Optional.empty();
    }
  }

  private void declare(Text target, String thing, String text, Findings findings) {
    Origin origin = calls.origin(Call.GET_POLICY, thing);
    try {
      PolicyDocument document = PolicyText.read(text);
      List<Place> places =
          document.statements().stream()
              .map(
                  statement ->
                      statement
                          .sid()
                          .map(sid -> Place.ofFile(origin.place().file() + " Sid " + sid))
                          .orElse(origin.place()))
              .toList();
      findings.declare(setUp -> setUp.add(new DeclaredPolicy(target, document, places, origin)));
    } catch (IllegalArgumentException unsound) {
      findings.problem(
          Call.GET_POLICY,
          origin.place(),
          "answers a policy that cannot be read: "
              + Problem.shortened(String.valueOf(unsound.getMessage())));
      declareUnknown(target, thing, findings);
    }
  }

  /**
   * A policy that cannot be had may let S3 invoke the target: so it must not seem to be none. It is
   * told as a grant to S3 of which nothing else is known.
   */
  private void declareUnknown(Text target, String thing, Findings findings) {
    findings.declare(
        setUp ->
            setUp.add(
                new DeclaredGrant(
                    target,
                    unknown("StatementId", thing, Symbol.Kind.ANY),
                    Text.of(AccessRequest.INVOKE_FUNCTION),
                    Text.of(Principal.S3.grantee()),
                    Optional.of(unknown("SourceArn", thing, Symbol.Kind.ANY)),
                    Optional.of(unknown("SourceAccount", thing, Symbol.Kind.ACCOUNT)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    calls.origin(Call.GET_POLICY, thing))));
  }

  private static Text unknown(String element, String thing, Symbol.Kind kind) {
    return Text.unknown(
        new Symbol(
            "%s in the policy of %s".formatted(element, thing),
            kind,
            "Allow the caller %s on %s.".formatted(Call.GET_POLICY.action(), thing)));
  }
}
