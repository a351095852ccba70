package io.pushsim.runtime;

import io.pushsim.error.SimulatorException;
import java.io.IOException;
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

  /**
   * Unpacks a zip file as Lambda does.
   *
   * @throws SimulatorException with AWS's texts: InvalidParameterValueException where the file
   *     cannot be unzipped or is too large unzipped (recorded: test_oversized_unzipped_lambda),
   *     RequestEntityTooLargeException where it is too large zipped
   */
  public static CodePackage unzip(byte[] zip) {
    return new CodePackage(Sha256.base64(zip), zip.length, new ZipReader(zip).files());
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
   * A package from a zip file, from a folder, or from a single source file: see {@link #zipFile}.
   */
  public static CodePackage read(Path path) throws IOException {
    return unzip(zipFile(path));
  }

  /**
   * The zip file that a path stands for: that file, or one of the folder or the single source file.
   *
   * @throws SimulatorException as {@link #unzip} does
   */
  public static byte[] zipFile(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return ZipWriter.zip(folder(path));
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
