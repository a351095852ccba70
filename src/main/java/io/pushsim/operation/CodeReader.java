package io.pushsim.operation;

import io.pushsim.arn.Scope;
import io.pushsim.bucket.BucketRegistry;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.function.CodeReference;
import io.pushsim.invocation.CodePackages;
import io.pushsim.runtime.CodePackage;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the code of a request, checks that it is a deployment package, and puts it into the code
 * store.
 */
public final class CodeReader {
  private final CodePackages packages;
  private final Optional<Path> folder;
  private final ObjectCode objects;

  /** What paths lead to does not change while a story plays, and functions may share it. */
  private final Map<Path, CodeReference> read = new ConcurrentHashMap<>();

  /**
   * @param folder where paths start and which they may not leave; empty where paths are not taken
   * @param buckets whose they are and where they are, of those that {@code objects} lie in
   */
  public CodeReader(
      CodePackages packages, Optional<Path> folder, BucketRegistry buckets, CodeObjects objects) {
    this.packages = packages;
    this.folder = folder;
    this.objects = new ObjectCode(buckets, objects);
  }

  /**
   * @throws SimulatorException InvalidParameterValueException in Lambda's words for what is no
   *     package or lies not in S3, InvalidInput for a path
   */
  CodeReference read(FunctionRequests.Code code, Scope caller) {
    checkSource(code);
    if (code.path().isPresent()) {
      String text = code.path().get();
      Path path = resolved(text);
      return read.computeIfAbsent(path, unread -> added(zipped(text, path)));
    }
    return added(zip(code, caller));
  }

  private CodeReference added(byte[] zip) {
    return packages.add(CodePackage.unzip(zip), zip);
  }

  /** Refuses all but one whole source. */
  private static void checkSource(FunctionRequests.Code code) {
    boolean object = code.isObject();
    if (code.zipFile().isPresent() && (code.path().isPresent() || object)) {
      throw refused(
          "Please do not provide other FunctionCode parameters when providing a ZipFile.");
    }
    if (code.path().isPresent() && object) {
      throw invalid(code.path().get(), "stands beside an object of S3; leave one of them out");
    }
    if (object && (code.s3Bucket().isEmpty() || code.s3Key().isEmpty())) {
      throw refused(
          "Please provide a source for function code. (An object of S3 has both S3Bucket and S3Key.)");
    }
    if (code.zipFile().isEmpty() && code.path().isEmpty() && !object) {
      throw refused("Please provide a source for function code.");
    }
  }

  private byte[] zip(FunctionRequests.Code code, Scope caller) {
    if (code.isObject()) {
      return objects.read(
          code.s3Bucket().orElseThrow(),
          code.s3Key().orElseThrow(),
          code.s3ObjectVersion(),
          caller);
    }
    return decoded(code.zipFile().orElseThrow());
  }

  private static SimulatorException refused(String message) {
    return new SimulatorException(ErrorCode.INVALID_PARAMETER_VALUE, message);
  }

  private static byte[] decoded(String zipFile) {
    try {
      byte[] zip = Base64.getDecoder().decode(zipFile);
      CodePackage.checkUpload(zip.length);
      return zip;
    } catch (IllegalArgumentException e) {
      throw new SimulatorException(
          ErrorCode.SERIALIZATION, "ZipFile is no base64 text (" + e.getMessage() + ")");
    }
  }

  private static byte[] zipped(String text, Path path) {
    try {
      return CodePackage.zipFile(path);
    } catch (IOException e) {
      throw invalid(text, "cannot be read (%s)".formatted(e.getMessage()));
    }
  }

  private Path resolved(String text) {
    Path root =
        folder.orElseThrow(
            () -> invalid(text, "is only taken in a scenario file; send a ZipFile instead"));
    try {
      Path real = root.resolve(text).toRealPath();
      if (!real.startsWith(root.toRealPath())) {
        throw invalid(text, "lies outside the scenario's folder; put the code beside the scenario");
      }
      return real;
    } catch (IOException | InvalidPathException e) {
      throw invalid(
          text, "does not exist in %s; name a folder, a file or a zip there".formatted(root));
    }
  }

  private static SimulatorException invalid(String path, String what) {
    return new SimulatorException(
        ErrorCode.INVALID_INPUT, "the code path '%s' %s".formatted(path, what));
  }
}
