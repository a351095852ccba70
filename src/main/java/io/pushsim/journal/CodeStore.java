package io.pushsim.journal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The deployment packages, by their CodeSha256: what lies beside a journal because it is too large
 * for it.
 */
public interface CodeStore {

  /**
   * Keeps a zip file; the same one again makes it as good as new.
   *
   * @throws io.pushsim.error.SimulatorException CodeStorageExceededException where there is no room
   */
  void put(String codeSha256, byte[] zip);

  Optional<byte[]> get(String codeSha256);

  /**
   * Lets packages go that no function has.
   *
   * @param inUse whether a function has the package of this CodeSha256
   * @param before packages that were put then or later stay: a function may be about to have them
   */
  void expire(Predicate<String> inUse, Instant before);

  /**
   * A store that lasts as long as the process.
   *
   * @param clock tells when a package was put
   * @param mostBytes how many bytes all zip files together may have
   */
  static CodeStore inMemory(InstantSource clock, long mostBytes) {
    return new MemoryCodeStore(clock, mostBytes);
  }
}
