package io.pushsim.check.input;

import io.pushsim.arn.Partition;
import io.pushsim.check.setup.Symbol;
import io.pushsim.check.setup.Text;
import java.util.Map;
import java.util.Optional;

/**
 * Where templates and plans are deployed, as far as it is told.
 *
 * @param account 12 digits
 * @param parameters values of a template's parameters by name
 */
public record Deployment(
    Optional<String> account, Optional<String> region, Map<String, String> parameters) {
  public static final Deployment UNKNOWN =
      new Deployment(Optional.empty(), Optional.empty(), Map.of());

  public Deployment {
    parameters = Map.copyOf(parameters);
  }

  /** The account, or what stands for it. */
  public Text accountText() {
    return account.map(Text::of).orElse(Text.unknown(Symbol.ACCOUNT));
  }

  /** The region, or what stands for it. */
  public Text regionText() {
    return region.map(Text::of).orElse(Text.unknown(Symbol.REGION));
  }

  /** The partition that follows from the region, or what stands for it. */
  public Text partitionText() {
    return region
        .map(known -> Text.of(Partition.ofRegion(known).id()))
        .orElse(Text.unknown(Symbol.PARTITION));
  }
}
