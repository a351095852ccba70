package io.pushsim.check.setup;

import java.util.Map;

/**
 * An alias.
 *
 * @param function the unqualified ARN
 * @param functionVersion the primary version's number, or {@code $LATEST}
 * @param additionalVersionWeights by version
 */
public record DeclaredAlias(
    Text function,
    Text name,
    Text functionVersion,
    Map<Text, Double> additionalVersionWeights,
    Origin origin) {
  public DeclaredAlias {
    additionalVersionWeights = Map.copyOf(additionalVersionWeights);
  }
}
