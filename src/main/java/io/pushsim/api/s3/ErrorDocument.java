package io.pushsim.api.s3;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An error as S3 answers it: an {@code <Error>} of no namespace (contract §8.2). */
public final class ErrorDocument {
  private ErrorDocument() {}

  /**
   * The document.
   *
   * @param requestId as in the header {@code x-amz-request-id}
   * @param hostId as in the header {@code x-amz-id-2}
   */
  public static byte[] write(SimulatorException error, String requestId, String hostId) {
    return write(code(error.code()), error.message(), error.details(), requestId, hostId);
  }

  /** The document of an error that has its code from an S3 server. */
  static byte[] write(
      String code, String message, Map<String, String> details, String requestId, String hostId) {
    List<XmlElement> elements = new ArrayList<>();
    elements.add(XmlElement.ofText("Code", code));
    elements.add(XmlElement.ofText("Message", message));
    details.forEach((name, value) -> elements.add(XmlElement.ofText(name, value)));
    elements.add(XmlElement.ofText("RequestId", requestId));
    elements.add(XmlElement.ofText("HostId", hostId));
    return XmlWriter.write(XmlElement.ofChildren("Error", elements), "");
  }

  /** S3 has a code of its own for what it does not do. */
  private static String code(ErrorCode code) {
    return code == ErrorCode.NOT_SIMULATED ? "NotImplemented" : code.shapeName();
  }
}
