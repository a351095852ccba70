package io.pushsim.journal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Packages on the heap. Safe for use by several threads. */
final class MemoryCodeStore implements CodeStore {
  private final Map<String, Blob> blobs = new ConcurrentHashMap<>();
  private final InstantSource clock;

  MemoryCodeStore(InstantSource clock) {
    this.clock = clock;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Blob(byte[] zip, Instant put) {}

  @Override
  public void put(String codeSha256, byte[] zip) {
    blobs.compute(
        codeSha256,
        (sha, former) -> new Blob(former == null ? zip.clone() : former.zip(), clock.instant()));
  }

  @Override
  public Optional<byte[]> get(String codeSha256) {
    return Optional.ofNullable(blobs.get(codeSha256)).map(blob -> blob.zip().clone());
  }

  // Asked within the map's own step, so that a package put again meanwhile stays.
  @Override
  public void expire(Predicate<String> inUse, Instant before) {
    for (String codeSha256 : blobs.keySet()) {
      blobs.computeIfPresent(
          codeSha256, (sha, blob) -> blob.put().isBefore(before) && !inUse.test(sha) ? null : blob);
    }
  }
}
