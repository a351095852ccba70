package io.pushsim.cli;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Option;

/** Which faults are injected into what is served. */
final class ChaosOptions {
  /** A drawn seed is one that a person can type. */
  private static final long LARGEST_DRAWN_SEED = 1_000_000_000;

  @Option(
      names = "--chaos",
      paramLabel = "FAULTS",
      description =
          "Let happen on purpose what S3 and Lambda do now and then, such as"
              + " duplicate=1%%,delay=0-30s,reorder=5%%,drop=0.1%%,propagationDelay=0-5s"
              + " (default: nothing).")
  private Optional<String> faults = Optional.empty();

  @Option(
      names = "--chaos-seed",
      paramLabel = "N",
      description =
          "By which the faults of --chaos are drawn: the same seed and the same events in the same"
              + " order meet with the same faults (default: another each time).")
  private Optional<Long> seed = Optional.empty();

  /**
   * What these options say.
   *
   * @throws SimulatorException InvalidInput where they are wrong
   */
  Chaos chaos() {
    if (faults.isEmpty()) {
      if (seed.isPresent()) {
        throw new SimulatorException(
            ErrorCode.INVALID_INPUT,
            "--chaos-seed is %d, but nothing is drawn: give --chaos, too".formatted(seed.get()));
      }
      return Chaos.NONE;
    }
    return Chaos.parse(
        faults.get(),
        seed.orElseGet(() -> ThreadLocalRandom.current().nextLong(LARGEST_DRAWN_SEED)));
  }
}
