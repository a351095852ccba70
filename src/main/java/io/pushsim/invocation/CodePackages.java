package io.pushsim.invocation;

import io.pushsim.function.CodeReference;
import io.pushsim.journal.CodeStore;
import io.pushsim.runtime.CodePackage;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The unpacked deployment packages, each unpacked once as long as memory allows. */
final class CodePackages {
  private final CodeStore store;
  private final Map<String, SoftReference<CodePackage>> unpacked = new ConcurrentHashMap<>();

  CodePackages(CodeStore store) {
    this.store = store;
  }

  /** The unpacked package. Whoever asks while it is being unpacked waits for that. */
  CodePackage get(CodeReference code) {
    SoftReference<CodePackage> kept = unpacked.get(code.codeSha256());
    CodePackage found = kept == null ? null : kept.get();
    return found == null ? unpack(code) : found;
  }

  private synchronized CodePackage unpack(CodeReference code) {
    SoftReference<CodePackage> kept = unpacked.get(code.codeSha256());
    CodePackage found = kept == null ? null : kept.get();
    if (found == null) {
      found =
          CodePackage.unzip(
              store
                  .get(code.codeSha256())
                  .orElseThrow(
                      () ->
                          new IllegalStateException(
                              "the code store has lost the package " + code.codeSha256())));
      unpacked.put(code.codeSha256(), new SoftReference<>(found));
    }
    return found;
  }
}
