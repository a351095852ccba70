package io.pushsim.load.measurement;

import io.pushsim.arn.FunctionArn;

/**
 * What ran for a push.
 *
 * @param target as the bucket's configuration names it
 * @param version the one that the target was resolved to
 */
public record Ran(FunctionArn target, String version) {}
