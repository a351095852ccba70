package io.pushsim.api.s3;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.List;

/**
 * S3's one answer to every document that is no XML or not of its schema; what exactly is wrong is
 * said to those who ask pushsim.
 */
final class MalformedXml {
  private MalformedXml() {}

  static SimulatorException because(String reason) {
    return new SimulatorException(
            ErrorCode.S3_MALFORMED_XML,
            "The XML you provided was not well-formed or did not validate against our published"
                + " schema")
        .explained(List.of(reason));
  }
}
