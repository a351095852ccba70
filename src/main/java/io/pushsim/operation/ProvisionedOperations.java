package io.pushsim.operation;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.function.FunctionChange;
import io.pushsim.function.LambdaFunction;
import io.pushsim.function.ProvisionedConcurrency;
import io.pushsim.function.ProvisionedRules;
import io.pushsim.invocation.ProvisionedStatus;
import io.pushsim.journal.Outcome;
import io.pushsim.operation.Parameters.FunctionName;
import io.pushsim.operation.Parameters.SmallPageSize;
import io.pushsim.operation.StateOperation.Decided;
import io.pushsim.operation.shape.Constraint;
import io.pushsim.operation.shape.Required;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** The operations on provisioned concurrency. */
final class ProvisionedOperations {
  private static final DateTimeFormatter LAST_MODIFIED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx").withZone(ZoneOffset.UTC);

  // Seen in aws/aws-cdk#6016 and serverless/serverless#7250.
  private static final String INIT_FAILURE = "FUNCTION_ERROR_INIT_FAILURE";

  private ProvisionedOperations() {}

  /** The version or alias, which must be given. */
  @Required
  @Constraint(
      minLength = 1,
      maxLength = Limits.QUALIFIER_LENGTH,
      pattern = Limits.REQUIRED_QUALIFIER)
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface RequiredQualifier {}

  /** PutProvisionedConcurrencyConfig. */
  record Put(
      @FunctionName String functionName,
      @RequiredQualifier String qualifier,
      @Required @Constraint(min = 1) Integer provisionedConcurrentExecutions) {}

  /** GetProvisionedConcurrencyConfig and DeleteProvisionedConcurrencyConfig. */
  record Named(@FunctionName String functionName, @RequiredQualifier String qualifier) {}

  /** ListProvisionedConcurrencyConfigs. */
  record ListAll(
      @FunctionName String functionName,
      Optional<String> marker,
      @SmallPageSize Optional<Integer> maxItems) {}

  /**
   * What is provisioned, as AWS answers it.
   *
   * @param functionArn in lists alone
   * @param statusReason where the status is FAILED
   */
  record Response(
      Optional<String> functionArn,
      int requestedProvisionedConcurrentExecutions,
      int availableProvisionedConcurrentExecutions,
      int allocatedProvisionedConcurrentExecutions,
      String status,
      Optional<String> statusReason,
      String lastModified) {

    private static Response of(
        Optional<FunctionArn> arn, ProvisionedConcurrency provisioned, ProvisionedStatus status) {
      int there = status == ProvisionedStatus.READY ? provisioned.requested() : 0;
      return new Response(
          arn.map(FunctionArn::toString),
          provisioned.requested(),
          there,
          there,
          status.name(),
          status == ProvisionedStatus.FAILED ? Optional.of(INIT_FAILURE) : Optional.empty(),
          LAST_MODIFIED.format(provisioned.lastModified()));
    }
  }

  /** ListProvisionedConcurrencyConfigs' answer. */
  record Listed(List<Response> provisionedConcurrencyConfigs, Optional<String> nextMarker) {}

  static Decided put(Put request, Call call) {
    FunctionArn arn = call.arn(request.functionName(), Optional.of(request.qualifier()));
    FunctionChange.ProvisionedConcurrencyPut put =
        ProvisionedRules.put(
            call.function(arn),
            arn,
            request.provisionedConcurrentExecutions(),
            call.accountConcurrency(),
            call.now(),
            call.settled());
    return Decided.answer(
        Response.of(Optional.empty(), put.provisioned(), ProvisionedStatus.IN_PROGRESS),
        new Outcome.OfFunction(put));
  }

  static Decided get(Named request, Call call) {
    FunctionArn arn = call.arn(request.functionName(), Optional.of(request.qualifier()));
    Optional<LambdaFunction> function = call.function(arn);
    ProvisionedConcurrency provisioned = ProvisionedRules.require(function, arn);
    return Decided.answer(
        Response.of(
            Optional.empty(),
            provisioned,
            status(provisioned, function.orElseThrow(), arn.qualifier(), call)));
  }

  private static ProvisionedStatus status(
      ProvisionedConcurrency provisioned, LambdaFunction function, Qualifier qualifier, Call call) {
    return provisioned.isReady(call.now())
        ? call.provisioned().apply(function, qualifier)
        : ProvisionedStatus.IN_PROGRESS;
  }

  static Decided delete(Named request, Call call) {
    FunctionArn arn = call.arn(request.functionName(), Optional.of(request.qualifier()));
    return Decided.done(
        ProvisionedRules.delete(call.function(arn), arn)
            .<List<Outcome>>map(change -> List.of(new Outcome.OfFunction(change)))
            .orElse(List.of()));
  }

  static Decided list(ListAll request, Call call) {
    LambdaFunction function =
        call.state().functions().require(call.arn(request.functionName()).unqualified());
    List<Response> all =
        function.settings().provisioned().entrySet().stream()
            .map(entry -> listed(function, Qualifier.parse(entry.getKey()), entry.getValue(), call))
            .toList();
    Page<Response> page = Page.of(all, request.marker(), request.maxItems());
    return Decided.answer(new Listed(page.items(), page.nextMarker()));
  }

  private static Response listed(
      LambdaFunction function, Qualifier qualifier, ProvisionedConcurrency provisioned, Call call) {
    return Response.of(
        Optional.of(function.arn().withQualifier(qualifier)),
        provisioned,
        status(provisioned, function, qualifier, call));
  }
}
