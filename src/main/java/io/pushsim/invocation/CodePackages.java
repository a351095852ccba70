package io.pushsim.invocation;

import io.pushsim.function.CodeReference;
import io.pushsim.journal.CodeStore;
import io.pushsim.runtime.CodePackage;
import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The deployment packages: kept as zip files in the code store, and unpacked once as long as memory
 * allows.
 */
public final class CodePackages {
  private final CodeStore store;
  private final Map<String, SoftReference<CodePackage>> unpacked = new ConcurrentHashMap<>();

  public CodePackages(CodeStore store) {
    this.store = store;
  }

  /**
   * Keeps a package.
   *
   * @param zip the zip file that it was unpacked from
   */
  public CodeReference add(CodePackage code, byte[] zip) {
    store.put(code.codeSha256(), zip);
    unpacked.put(code.codeSha256(), new SoftReference<>(code));
    return new CodeReference(code.codeSha256(), code.codeSize());
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
