package io.pushsim.check.setup;

import java.util.Optional;

/**
 * A published version.
 *
 * @param function the unqualified ARN
 * @param number such as {@code 3}; unknown where it is made when it is deployed
 * @param role the execution role's ARN, where the input tells it
 * @param deadLetterTarget the ARN to which dead letters go, where the input tells one
 */
public record DeclaredVersion(
    Text function,
    Text number,
    Optional<Text> role,
    Optional<Text> deadLetterTarget,
    Origin origin) {}
