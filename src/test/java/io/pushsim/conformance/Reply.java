package io.pushsim.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What a service replied to a call, as it can be seen from where the call was made. */
sealed interface Reply {
  int status();

  /** The HTTP headers by their lower-case names; none where the call did not go over HTTP. */
  Map<String, String> headers();

  /**
   * A success.
   *
   * @param members the response's, by AWS's names; a payload is any JSON
   */
  record Answered(int status, ObjectNode members, Map<String, String> headers) implements Reply {}

  /**
   * An error.
   *
   * @param code the error's type
   * @param modelled whether AWS's API model knows this error, and clients therefore its fields
   * @param fields the fields of Lambda's JSON body, or the elements within S3's {@code <Error>}
   * @param length of the body in bytes
   */
  record Refused(
      int status,
      String code,
      boolean modelled,
      ObjectNode fields,
      int length,
      Map<String, String> headers)
      implements Reply {

    /** Whether it is one of S3's, which says its own code. */
    boolean saysCode() {
      return fields.has("Code");
    }

    String message() {
      return fields.path(fields.has("Message") ? "Message" : "message").asText();
    }
  }
}
