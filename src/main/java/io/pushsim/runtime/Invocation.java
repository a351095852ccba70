package io.pushsim.runtime;

import java.util.Optional;

/**
 * One call of a handler.
 *
 * @param requestId the handler's {@code context.awsRequestId}
 * @param attempt 1 for the first attempt of this request
 * @param invokedFunctionArn the ARN as called, alias included
 * @param payload the event, as JSON text
 * @param clientContext the caller's client context, as JSON text
 * @param lineage what the trace header says of the chain of events: a token and how often the
 *     function has run in it
 */
public record Invocation(
    String requestId,
    int attempt,
    String invokedFunctionArn,
    String payload,
    Optional<String> clientContext,
    String lineage) {

  /** One that nobody follows. */
  public Invocation(
      String requestId,
      int attempt,
      String invokedFunctionArn,
      String payload,
      Optional<String> clientContext) {
    this(requestId, attempt, invokedFunctionArn, payload, clientContext, "1:00000000:0");
  }
}
