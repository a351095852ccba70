package io.pushsim.runtime;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;

/** Lambda's limits for deployment packages, and its words for what exceeds or breaks them. */
final class ZipLimits {
  static final long ZIPPED = 52_428_800;
  static final long UNZIPPED = 262_144_000;
  private static final int ENTRIES = 100_000;

  private ZipLimits() {}

  static void checkZipped(long size) {
    if (size >= ZIPPED) {
      throw new SimulatorException(
          ErrorCode.REQUEST_ENTITY_TOO_LARGE,
          "Zipped size must be smaller than " + ZIPPED + " bytes");
    }
  }

  static void checkUnzipped(long size) {
    if (size >= UNZIPPED) {
      throw tooLargeUnzipped();
    }
  }

  static SimulatorException tooLargeUnzipped() {
    return new SimulatorException(
        ErrorCode.INVALID_PARAMETER_VALUE,
        "Unzipped size must be smaller than " + UNZIPPED + " bytes");
  }

  static void checkCount(int entries) {
    if (entries > ENTRIES) {
      throw refused("it has more than " + ENTRIES + " entries");
    }
  }

  static SimulatorException broken() {
    return new SimulatorException(
        ErrorCode.INVALID_PARAMETER_VALUE,
        "Could not unzip uploaded file. Please check your file, then try to upload again.");
  }

  /**
   * @param reason what of the file is refused: more than AWS says
   */
  static SimulatorException refused(String reason) {
    return new SimulatorException(
        ErrorCode.INVALID_PARAMETER_VALUE, broken().message() + " (" + reason + ")");
  }
}
