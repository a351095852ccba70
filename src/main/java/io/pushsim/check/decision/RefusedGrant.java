package io.pushsim.check.decision;

import io.pushsim.check.setup.DeclaredGrant;
import java.util.Optional;
import io.pushsim.arn.FunctionArn;

/**
 * A grant that Lambda would not take.
 *
 * @param target empty where it is no function's ARN
 * @param message Lambda's words
 */
public record RefusedGrant(Optional<FunctionArn> target, DeclaredGrant grant, String message) {}
