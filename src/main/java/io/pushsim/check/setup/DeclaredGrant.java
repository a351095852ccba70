package io.pushsim.check.setup;

import java.util.Optional;

/**
 * An AddPermission, be it one that Lambda would refuse.
 *
 * @param target the ARN on which it is granted: unqualified, or with version or alias
 */
public record DeclaredGrant(
    Text target,
    Text statementId,
    Text action,
    Text principal,
    Optional<Text> sourceArn,
    Optional<Text> sourceAccount,
    Optional<Text> principalOrgId,
    Optional<Text> eventSourceToken,
    Optional<Text> functionUrlAuthType,
    Origin origin) {}
