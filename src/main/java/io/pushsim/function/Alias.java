package io.pushsim.function;

import java.util.Optional;

/**
 * An alias: a name for one version, or for two with weights.
 *
 * @param functionVersion the primary version
 * @param additional the version that takes a part of the invocations
 */
public record Alias(
    String name,
    String functionVersion,
    Optional<AdditionalVersion> additional,
    String description,
    String revisionId) {

  /**
   * An additional version and its weight.
   *
   * @param weight the part of the invocations that run it, from 0 to 1
   */
  public record AdditionalVersion(String version, double weight) {}

  /**
   * The version that an invocation runs: each is drawn independently (developer guide, weighted
   * aliases).
   *
   * @param draw a uniformly distributed number in [0, 1)
   */
  public String choose(double draw) {
    if (additional.isPresent() && draw < additional.get().weight()) {
      return additional.get().version();
    }
    return functionVersion;
  }

  boolean refersTo(String version) {
    return functionVersion.equals(version)
        || additional.filter(other -> other.version().equals(version)).isPresent();
  }
}
