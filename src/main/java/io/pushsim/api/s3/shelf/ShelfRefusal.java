package io.pushsim.api.s3.shelf;

import io.pushsim.api.http.Exchange;
import io.pushsim.api.s3.S3Answers;
import java.util.LinkedHashMap;
import java.util.Map;

/** What S3 answers in the place of what was asked for, where pushsim's own codes have no name. */
final class ShelfRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final transient Map<String, String> details;
  private final transient Map<String, String> headers;

  private ShelfRefusal(
      int status,
      String code,
      String message,
      Map<String, String> details,
      Map<String, String> headers) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.details = details;
    this.headers = headers;
  }

  static ShelfRefusal notImplemented(String what) {
    return new ShelfRefusal(
        501,
        "NotImplemented",
        "%s means something that pushsim's objects without a port do not have".formatted(what),
        Map.of(),
        Map.of());
  }

  static ShelfRefusal preconditionFailed(String condition) {
    return new ShelfRefusal(
        412,
        "PreconditionFailed",
        "At least one of the pre-conditions you specified did not hold",
        Map.of("Condition", condition),
        Map.of());
  }

  static ShelfRefusal notModified(Map<String, String> headers) {
    return new ShelfRefusal(304, "NotModified", "Not Modified", Map.of(), headers);
  }

  static ShelfRefusal invalidRange(String asked, long size) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("RangeRequested", asked);
    details.put("ActualObjectSize", String.valueOf(size));
    return new ShelfRefusal(
        416,
        "InvalidRange",
        "The requested range is not satisfiable",
        details,
        Map.of("Content-Range", "bytes */" + size));
  }

  Exchange.Answer answer(Exchange exchange) {
    return new S3Answers(exchange).of(status, code, String.valueOf(getMessage()), details, headers);
  }
}
