package io.pushsim.invocation;

import io.pushsim.arn.FunctionArn;
import io.pushsim.journal.Lineage;
import java.util.Optional;

/**
 * What is to be run once.
 *
 * @param arn as called
 * @param attempt 1 for the first run of this request
 * @param era the state's when it was asked for: in a later one its function is another's
 * @param lineage the chain of events that it belongs to
 */
record Request(
    FunctionArn arn,
    String requestId,
    int attempt,
    String payload,
    Optional<String> clientContext,
    int era,
    Lineage lineage) {}
