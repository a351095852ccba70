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
 */
public record Invocation(
    String requestId,
    int attempt,
    String invokedFunctionArn,
    String payload,
    Optional<String> clientContext) {}
