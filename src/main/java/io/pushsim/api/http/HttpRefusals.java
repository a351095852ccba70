package io.pushsim.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.operation.ErrorBody;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Errors in the JSON form of AWS's (recorded responses), for a service that has it and for requests
 * that got to no service.
 */
public final class HttpRefusals {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int LONGEST_ECHO = 200;

  private HttpRefusals() {}

  /** The answer that an error is. */
  public static Exchange.Answer answer(SimulatorException refusal, String requestId) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("x-amzn-RequestId", requestId);
    headers.put("x-amzn-ErrorType", refusal.code().shapeName());
    if (refusal.code() == ErrorCode.TOO_MANY_REQUESTS) {
      headers.put("Retry-After", "1");
    }
    return new Exchange.Answer(refusal.code().httpStatus(), headers, bytes(ErrorBody.of(refusal)));
  }

  /** A JSON tree, in UTF-8. */
  public static byte[] bytes(JsonNode body) {
    try {
      return MAPPER.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree cannot be written", e);
    }
  }

  /** Why the codec could not make a request of what came. */
  static SimulatorException ofCodec(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return new SimulatorException(
          ErrorCode.URI_TOO_LONG, "The request's first line is too long: " + reason(cause));
    }
    if (cause instanceof TooLongHttpHeaderException) {
      return new SimulatorException(
          ErrorCode.HEADERS_TOO_LARGE, "The request's headers are too long: " + reason(cause));
    }
    return new SimulatorException(
        ErrorCode.BAD_REQUEST,
        cause instanceof ConnectionWatch.ForeignVersion
            ? "%s is not spoken here; use HTTP/1.1".formatted(reason(cause))
            : "The request is no well-formed HTTP: " + reason(cause));
  }

  /** A failure's message, of a length that can be shown. */
  static String reason(Throwable failure) {
    return shortened(String.valueOf(failure.getMessage()));
  }

  static String shortened(String text) {
    return text.length() <= LONGEST_ECHO ? text : text.substring(0, LONGEST_ECHO) + "…";
  }
}
