package io.pushsim.check.decision;

import io.pushsim.arn.FunctionArn;
import io.pushsim.check.setup.DeclaredAlias;
import io.pushsim.check.setup.DeclaredFunction;
import io.pushsim.check.setup.DeclaredVersion;
import java.util.Map;
import java.util.Optional;

/**
 * What the inputs say of a function, in the plain reading.
 *
 * @param arn unqualified
 * @param declared empty where only versions or aliases of it are told
 * @param versions by number
 * @param aliases by name
 */
public record KnownFunction(
    FunctionArn arn,
    Optional<DeclaredFunction> declared,
    Map<String, DeclaredVersion> versions,
    Map<String, DeclaredAlias> aliases) {}
