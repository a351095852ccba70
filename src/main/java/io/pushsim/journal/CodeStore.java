package io.pushsim.journal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The deployment packages, by their CodeSha256: what lies beside a journal because it is too large
 * for it.
 */
public interface CodeStore {

  /** Keeps a zip file; the same one again changes nothing. */
  void put(String codeSha256, byte[] zip);

  Optional<byte[]> get(String codeSha256);

  /** A store that lasts as long as the process. */
  static CodeStore inMemory() {
    Map<String, byte[]> blobs = new ConcurrentHashMap<>();
    return new CodeStore() {
      @Override
      public void put(String codeSha256, byte[] zip) {
        blobs.put(codeSha256, zip.clone());
      }

      @Override
      public Optional<byte[]> get(String codeSha256) {
        return Optional.ofNullable(blobs.get(codeSha256)).map(byte[]::clone);
      }
    };
  }
}
