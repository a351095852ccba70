package io.pushsim.function;

import java.time.Instant;

/**
 * The execution environments that are kept ready for a version, or for the version of an alias
 * (PutProvisionedConcurrencyConfig).
 *
 * @param requested how many
 * @param ready when all of them are: until then they are IN_PROGRESS, from then on READY
 */
public record ProvisionedConcurrency(int requested, Instant lastModified, Instant ready) {
  /** Whether the environments are ready at the given time. */
  public boolean isReady(Instant now) {
    return !now.isBefore(ready);
  }
}
