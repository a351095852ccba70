package io.pushsim.journal;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Packages on the heap. Safe for use by several threads. */
final class MemoryCodeStore implements CodeStore {
  private final Map<String, Blob> blobs = new HashMap<>();
  private final InstantSource clock;
  private final long mostBytes;
  private long bytes;

  MemoryCodeStore(InstantSource clock, long mostBytes) {
    this.clock = clock;
    this.mostBytes = mostBytes;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Blob(byte[] zip, Instant put) {}

  @Override
  public synchronized void put(String codeSha256, byte[] zip) {
    Blob former = blobs.get(codeSha256);
    if (former == null && bytes + zip.length > mostBytes) {
      throw new SimulatorException(
          ErrorCode.CODE_STORAGE_EXCEEDED,
          "Code storage limit exceeded. (pushsim keeps packages in memory, at most %d bytes of them: delete functions, or start it with a larger heap)"
              .formatted(mostBytes));
    }
    if (former == null) {
      bytes += zip.length;
    }
    blobs.put(codeSha256, new Blob(former == null ? zip.clone() : former.zip(), clock.instant()));
  }

  @Override
  public synchronized Optional<byte[]> get(String codeSha256) {
    return Optional.ofNullable(blobs.get(codeSha256)).map(blob -> blob.zip().clone());
  }

  @Override
  public synchronized void expire(Predicate<String> inUse, Instant before) {
    blobs
        .entrySet()
        .removeIf(
            entry -> {
              Blob blob = entry.getValue();
              boolean goes = blob.put().isBefore(before) && !inUse.test(entry.getKey());
              bytes -= goes ? blob.zip().length : 0;
              return goes;
            });
  }
}
