package io.pushsim.api.s3;

import io.pushsim.error.S3Errors;
import io.pushsim.error.SimulatorException;
import java.util.List;

/**
 * S3's one answer to every document that is no XML or not of its schema; what exactly is wrong is
 * said to those who ask pushsim.
 */
final class MalformedXml {
  private MalformedXml() {}

  static SimulatorException because(String reason) {
    return S3Errors.malformedXml().explained(List.of(reason));
  }
}
