package io.pushsim.policy;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What AddPermission is told besides the function: the grant that becomes a statement. */
public record PermissionRequest(
    String statementId,
    String action,
    String principal,
    Optional<String> sourceArn,
    Optional<String> sourceAccount,
    Optional<String> principalOrgId,
    Optional<String> eventSourceToken,
    Optional<String> functionUrlAuthType) {

  private static final String FUNCTION_URL_ACTION = "lambda:InvokeFunctionUrl";

  /** A grant to a principal without any condition. */
  public static PermissionRequest of(String statementId, String action, String principal) {
    return new PermissionRequest(
        statementId,
        action,
        principal,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * The grant that makes such a statement; empty where AddPermission makes none like it: it has one
   * action, one principal, and at most the conditions that parameters give.
   */
  public static Optional<PermissionRequest> of(Statement statement) {
    return GrantForm.read(statement);
  }

  /** The same grant under another name. */
  public PermissionRequest named(String sid) {
    return new PermissionRequest(
        sid,
        action,
        principal,
        sourceArn,
        sourceAccount,
        principalOrgId,
        eventSourceToken,
        functionUrlAuthType);
  }

  /** The same grant to another principal. */
  public PermissionRequest to(String grantee) {
    return new PermissionRequest(
        statementId,
        action,
        grantee,
        sourceArn,
        sourceAccount,
        principalOrgId,
        eventSourceToken,
        functionUrlAuthType);
  }

  /** The same grant of another action. */
  public PermissionRequest allowing(String granted) {
    return new PermissionRequest(
        statementId,
        granted,
        principal,
        sourceArn,
        sourceAccount,
        principalOrgId,
        eventSourceToken,
        functionUrlAuthType);
  }

  /** The same grant for one source only, as a bucket and its owner. */
  public PermissionRequest from(Optional<String> arn, Optional<String> account) {
    return new PermissionRequest(
        statementId,
        action,
        principal,
        arn,
        account,
        principalOrgId,
        eventSourceToken,
        functionUrlAuthType);
  }

  /**
   * The statement that Lambda makes of this grant on exactly that ARN (recorded:
   * test_add_lambda_permission_fields).
   *
   * @throws SimulatorException InvalidParameterValueException for {@code $LATEST}, a principal that
   *     is none, or parameters that do not go together (recorded: test_permission_exceptions)
   */
  public Statement statementOn(FunctionArn arn) {
    if (arn.qualifier().equals(Qualifier.LATEST)) {
      throw invalid("We currently do not support adding policies for $LATEST.");
    }
    if (functionUrlAuthType.isPresent() && !action.equals(FUNCTION_URL_ACTION)) {
      throw invalid("FunctionUrlAuthType is only supported for lambda:InvokeFunctionUrl action");
    }
    if (eventSourceToken.isPresent() && (sourceArn.isPresent() || sourceAccount.isPresent())) {
      throw invalid("EventSourceToken cannot be combined with SourceArn or SourceAccount.");
    }
    return new Statement(
        Optional.of(statementId),
        Effect.ALLOW,
        PermissionPrincipal.element(principal, arn.partition()),
        ActionElement.action(Values.of(action)),
        ResourceElement.resource(Values.of(arn.toString())),
        conditions());
  }

  private List<Condition> conditions() {
    List<Condition> conditions = new ArrayList<>();
    add(conditions, "StringEquals", "AWS:SourceAccount", sourceAccount);
    add(conditions, "StringEquals", "lambda:FunctionUrlAuthType", functionUrlAuthType);
    add(conditions, "StringEquals", "aws:PrincipalOrgID", principalOrgId);
    add(conditions, "StringEquals", "lambda:EventSourceToken", eventSourceToken);
    add(conditions, "ArnLike", "AWS:SourceArn", sourceArn);
    return conditions;
  }

  private static void add(
      List<Condition> conditions, String operator, String key, Optional<String> value) {
    value.ifPresent(text -> conditions.add(Condition.of(operator, key, text)));
  }

  /** AddPermission's parameters for that ARN by AWS's names, in the order of AWS's examples. */
  public Map<String, String> parametersFor(FunctionArn arn) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.putAll(AwsCommand.target(arn));
    parameters.put("StatementId", statementId);
    parameters.put("Principal", principal);
    parameters.put("Action", action);
    sourceArn.ifPresent(text -> parameters.put("SourceArn", text));
    sourceAccount.ifPresent(text -> parameters.put("SourceAccount", text));
    principalOrgId.ifPresent(text -> parameters.put("PrincipalOrgID", text));
    eventSourceToken.ifPresent(text -> parameters.put("EventSourceToken", text));
    functionUrlAuthType.ifPresent(text -> parameters.put("FunctionUrlAuthType", text));
    return parameters;
  }

  private static SimulatorException invalid(String message) {
    return new SimulatorException(ErrorCode.INVALID_PARAMETER_VALUE, message);
  }
}
