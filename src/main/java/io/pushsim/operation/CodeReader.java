package io.pushsim.operation;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.function.CodeReference;
import io.pushsim.journal.CodeStore;
import io.pushsim.runtime.CodePackage;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/**
 * Reads the code of a request, checks that it is a deployment package, and puts it into the code
 * store.
 */
public final class CodeReader {
  private final CodeStore store;
  private final Optional<Path> folder;

  /**
   * @param folder where paths start and which they may not leave; empty where paths are not taken
   */
  public CodeReader(CodeStore store, Optional<Path> folder) {
    this.store = store;
    this.folder = folder;
  }

  /**
   * @throws SimulatorException InvalidParameterValueException in Lambda's words for what is no
   *     package, InvalidInput for a path
   */
  CodeReference read(FunctionRequests.Code code) {
    if (code.zipFile().isPresent() == code.path().isPresent()) {
      throw new SimulatorException(
          ErrorCode.INVALID_PARAMETER_VALUE,
          code.zipFile().isPresent()
              ? "Please do not provide other FunctionCode parameters when providing a ZipFile."
              : "Please provide a source for function code.");
    }
    byte[] zip =
        code.zipFile().map(CodeReader::decoded).orElseGet(() -> zipped(code.path().orElseThrow()));
    CodePackage unzipped = CodePackage.unzip(zip);
    store.put(unzipped.codeSha256(), zip);
    return new CodeReference(unzipped.codeSha256(), unzipped.codeSize());
  }

  private static byte[] decoded(String zipFile) {
    try {
      return Base64.getDecoder().decode(zipFile);
    } catch (IllegalArgumentException e) {
      throw new SimulatorException(
          ErrorCode.SERIALIZATION, "ZipFile is no base64 text (" + e.getMessage() + ")");
    }
  }

  private byte[] zipped(String text) {
    try {
      return CodePackage.zipFile(resolved(text));
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
