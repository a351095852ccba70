package io.pushsim.eventsource.embedded;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What S3 answers in the place of what was asked for, by its own codes and statuses. */
public final class ObjectRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The code of what cannot be done here, whoever asks. */
  public static final String NOT_IMPLEMENTED = "NotImplemented";

  private final int status;
  private final String code;
  private final transient Map<String, String> details;
  private final transient Map<String, String> headers;

  ObjectRefusal(int status, String code, String message) {
    this(status, code, message, Map.of(), Map.of());
  }

  /**
   * @param details further elements of the error's document
   * @param headers of the answer, beside those that every answer has
   */
  ObjectRefusal(
      int status,
      String code,
      String message,
      Map<String, String> details,
      Map<String, String> headers) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** 304 is no error: such an answer has no document. */
  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String message() {
    return String.valueOf(getMessage());
  }

  public Map<String, String> details() {
    return details;
  }

  public Map<String, String> headers() {
    return headers;
  }

  static ObjectRefusal notImplemented(String message) {
    return new ObjectRefusal(501, NOT_IMPLEMENTED, message);
  }

  static ObjectRefusal invalidArgument(String message, String name, String value) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("ArgumentName", name);
    details.put("ArgumentValue", value);
    return new ObjectRefusal(400, "InvalidArgument", message, details, Map.of());
  }

  /** The content has another checksum than the client says; {@code algorithm} names which. */
  static ObjectRefusal badDigest(String algorithm) {
    return new ObjectRefusal(
        400,
        "BadDigest",
        "The %s you specified did not match the calculated checksum.".formatted(algorithm));
  }

  static ObjectRefusal incompleteBody() {
    return new ObjectRefusal(
        400,
        "IncompleteBody",
        "You did not provide the number of bytes specified by the Content-Length HTTP header.");
  }
}
