package io.pushsim.runtime;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

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

  /** The package that a zip file is. */
  public static CodePackage unzip(byte[] zip) {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
        files.put(entry.getName(), stream.readAllBytes());
      }
      if (files.isEmpty()) {
        throw new SimulatorException(
            ErrorCode.INVALID_PARAMETER_VALUE,
            "Could not unzip uploaded file. Please check your file, then try to upload again.");
      }
      String hash =
          Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(zip));
      return new CodePackage(hash, zip.length, files);
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A zip file of these files. */
  public static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }
}
