package io.pushsim.operation;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.function.AliasRules;
import io.pushsim.function.FunctionRegistry;
import io.pushsim.function.LambdaFunction;
import io.pushsim.journal.Outcome;
import io.pushsim.operation.Parameters.NamespacedFunctionName;
import io.pushsim.operation.Parameters.QualifierText;
import io.pushsim.operation.StateOperation.Decided;
import io.pushsim.operation.shape.Constraint;
import io.pushsim.operation.shape.NotSimulated;
import io.pushsim.operation.shape.Required;
import io.pushsim.policy.PermissionRequest;
import io.pushsim.policy.PolicyChange;
import io.pushsim.policy.PolicyDocument;
import io.pushsim.policy.PolicyRegistry;
import io.pushsim.policy.ResourcePolicy;
import io.pushsim.policy.RevisionCheck;
import io.pushsim.policy.Statement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The operations on resource policies. */
final class PolicyOperations {
  private PolicyOperations() {}

  /** AddPermission. */
  @NotSimulated("InvokedViaFunctionUrl")
  record Add(
      @NamespacedFunctionName String functionName,
      @Required
          @Constraint(
              minLength = 1,
              maxLength = Limits.STATEMENT_ID_LENGTH,
              pattern = Limits.STATEMENT_ID)
          String statementId,
      @Required @Constraint(pattern = Limits.ACTION) String action,
      @Required @Constraint(pattern = Limits.PRINCIPAL) String principal,
      @Constraint(pattern = Limits.SOURCE_ARN) Optional<String> sourceArn,
      @Constraint(maxLength = 12, pattern = Limits.SOURCE_ACCOUNT) Optional<String> sourceAccount,
      @Constraint(maxLength = 256, pattern = Limits.EVENT_SOURCE_TOKEN)
          Optional<String> eventSourceToken,
      @QualifierText Optional<String> qualifier,
      Optional<String> revisionId,
      @Constraint(minLength = 12, maxLength = 34, pattern = Limits.ORGANIZATION)
          Optional<String> principalOrgID,
      @Constraint(oneOf = {"NONE", "AWS_IAM"}) Optional<String> functionUrlAuthType) {}

  /** RemovePermission. */
  record Remove(
      @NamespacedFunctionName String functionName,
      @Required
          @Constraint(
              minLength = 1,
              maxLength = Limits.STATEMENT_ID_LENGTH,
              pattern = Limits.STATEMENT_ID_TO_REMOVE)
          String statementId,
      @QualifierText Optional<String> qualifier,
      Optional<String> revisionId) {}

  /** The statement as JSON text. */
  record Added(String statement) {}

  /** The policy as JSON text. */
  record Got(String policy, String revisionId) {}

  static Decided add(Add request, Call call) {
    FunctionArn arn = call.arn(request.functionName(), request.qualifier());
    String ownRevision =
        call.function(arn)
            .map(function -> revisionOf(function, arn, call))
            .orElseThrow(() -> FunctionRegistry.notFound(arn));
    Statement statement =
        new PermissionRequest(
                request.statementId(),
                request.action(),
                request.principal(),
                request.sourceArn(),
                request.sourceAccount(),
                request.principalOrgID(),
                request.eventSourceToken(),
                request.functionUrlAuthType())
            .statementOn(arn);
    PolicyRegistry policies = call.state().policies();
    PolicyChange change =
        policies.addStatement(
            arn,
            propagating(statement, call),
            new RevisionCheck(request.revisionId(), ownRevision),
            call::newRevisionId);
    change
        .applyTo(policies.policyOf(arn))
        .map(ResourcePolicy::document)
        .ifPresent(PolicyOperations::checkSize);
    return Decided.answer(
        new Added(Json.tree(statement.toPlain()).toString()), new Outcome.OfPolicy(change));
  }

  private static Statement propagating(Statement statement, Call call) {
    Duration propagation = call.propagation().get();
    return propagation.isZero() ? statement : statement.inEffectFrom(call.now().plus(propagation));
  }

  private static void checkSize(PolicyDocument document) {
    ResourcePolicy.checkSize(size(document));
  }

  static int size(PolicyDocument document) {
    return text(document).getBytes(StandardCharsets.UTF_8).length;
  }

  static Decided remove(Remove request, Call call) {
    FunctionArn arn = call.arn(request.functionName(), request.qualifier());
    String ownRevision =
        call.function(arn)
            .map(function -> revisionOf(function, arn, call))
            .orElseThrow(
                () ->
                    new SimulatorException(
                        ErrorCode.RESOURCE_NOT_FOUND, "No policy found for: " + arn));
    return Decided.done(
        List.of(
            new Outcome.OfPolicy(
                call.state()
                    .policies()
                    .removeStatement(
                        arn,
                        request.statementId(),
                        new RevisionCheck(request.revisionId(), ownRevision),
                        call::newRevisionId))));
  }

  /**
   * No policy, no function and no version are answered alike (recorded:
   * test_permission_exceptions).
   */
  static Decided get(FunctionRequests.Named request, Call call) {
    FunctionArn arn = call.arn(request.functionName(), request.qualifier());
    ResourcePolicy policy =
        call.state()
            .policies()
            .policyOf(arn)
            .orElseThrow(
                () ->
                    new SimulatorException(
                        ErrorCode.RESOURCE_NOT_FOUND,
                        "The resource you requested does not exist."));
    return Decided.answer(new Got(text(policy.document()), policy.revisionId()));
  }

  private static String text(PolicyDocument document) {
    return Json.text(document.toPlain());
  }

  /** The RevisionId of what the qualifier names, which guards a policy that does not exist yet. */
  private static String revisionOf(LambdaFunction function, FunctionArn arn, Call call) {
    if (arn.qualifier() instanceof Qualifier.Alias alias) {
      return function
          .alias(alias.name())
          .orElseThrow(() -> AliasRules.cannotFind(arn))
          .revisionId();
    }
    return function
        .described(arn.qualifier())
        .orElseThrow(() -> FunctionRegistry.notFound(arn))
        .revisionIdAt(call.now());
  }
}
