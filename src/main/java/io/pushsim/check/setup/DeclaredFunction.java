package io.pushsim.check.setup;

import java.util.Optional;

/**
 * A function.
 *
 * @param arn unqualified
 * @param role the execution role's ARN, where the input tells it
 * @param deadLetterTarget the ARN to which dead letters go, where the input tells one
 */
public record DeclaredFunction(
    Text arn, Optional<Text> role, Optional<Text> deadLetterTarget, Origin origin) {}
