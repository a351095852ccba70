package io.pushsim.runtime;

import io.pushsim.error.SimulatorException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

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

  /** The bytes of all its files. */
  long unpackedSize() {
    return files.values().stream().mapToLong(content -> content.length).sum();
  }

  /**
   * Unpacks a zip file as Lambda does.
   *
   * @throws SimulatorException InvalidParameterValueException with AWS's texts where the file
   *     cannot be unzipped or is too large unzipped (recorded: test_oversized_unzipped_lambda)
   */
  public static CodePackage unzip(byte[] zip) {
    return new CodePackage(Sha256.base64(zip), zip.length, new ZipReader(zip).files());
  }

  /**
   * Refuses a zip file that is too large to be sent in a request; one out of S3 may be larger.
   *
   * @param size in bytes
   * @throws SimulatorException RequestEntityTooLargeException (recorded:
   *     test_oversized_zipped_create_lambda)
   */
  public static void checkUpload(long size) {
    ZipLimits.checkZipped(size);
  }

  /**
   * Reads a zip file, and no more of it than any package may have.
   *
   * @throws SimulatorException InvalidParameterValueException where it is so large that it must be
   *     too large unzipped
   */
  public static byte[] readZip(InputStream in) throws IOException {
    return readZip(in, Math.toIntExact(ZipLimits.UNZIPPED));
  }

  static byte[] readZip(InputStream in, int limit) throws IOException {
    byte[] zip = in.readNBytes(limit);
    if (zip.length == limit) {
      throw ZipLimits.tooLargeUnzipped();
    }
    return zip;
  }

  /**
   * Packs files into a package. The zip file, and with it {@code codeSha256}, depends on nothing
   * but names and contents.
   */
  public static CodePackage zip(Map<String, byte[]> files) {
    byte[] zip = ZipWriter.zip(new TreeMap<>(files));
    return new CodePackage(Sha256.base64(zip), zip.length, files);
  }

  /**
   * The zip file that a path stands for: that file, or one of the folder or the single source file.
   *
   * @throws SimulatorException as {@link #checkUpload} does, and {@link #unzip} for a folder
   */
  public static byte[] zipFile(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      byte[] zip = ZipWriter.zip(folder(path));
      ZipLimits.checkZipped(zip.length);
      return zip;
    }
    ZipLimits.checkZipped(Files.size(path));
    byte[] content = Files.readAllBytes(path);
    boolean zipped = content.length >= 4 && content[0] == 'P' && content[1] == 'K';
    if (zipped || path.toString().endsWith(".zip")) {
      return content;
    }
    return ZipWriter.zip(new TreeMap<>(Map.of(String.valueOf(path.getFileName()), content)));
  }

  private static SortedMap<String, byte[]> folder(Path folder) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    long size = 0;
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        if (!file.toRealPath().startsWith(folder.toRealPath())) {
          throw ZipLimits.refused("the link " + file + " leads out of the package");
        }
        size += Files.size(file);
        ZipLimits.checkUnzipped(size);
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return files;
  }
}
