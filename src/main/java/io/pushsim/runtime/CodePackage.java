package io.pushsim.runtime;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An unpacked deployment package: what stands under {@code /var/task}.
 *
 * @param codeSha256 base64 of the SHA-256 of the zip file, as in a function's {@code CodeSha256}
 * @param codeSize the zip file's size in bytes
 * @param files contents by path, with forward slashes and no leading one
 */
public record CodePackage(String codeSha256, long codeSize, Map<String, byte[]> files) {
  public CodePackage {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }
}
