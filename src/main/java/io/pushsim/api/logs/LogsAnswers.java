package io.pushsim.api.logs;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.http.Exchange;
import io.pushsim.api.http.HttpRefusals;
import io.pushsim.error.SimulatorException;
import io.pushsim.operation.ErrorBody;
import java.util.Map;

/** CloudWatch Logs' answers over HTTP. */
final class LogsAnswers {
  private LogsAnswers() {}

  static Exchange.Answer of(JsonNode body, String requestId) {
    return new Exchange.Answer(200, headers(requestId), HttpRefusals.bytes(body));
  }

  static Exchange.Answer of(SimulatorException refusal, String requestId) {
    return new Exchange.Answer(
        refusal.code().httpStatus(),
        headers(requestId),
        HttpRefusals.bytes(ErrorBody.of(refusal).put("__type", refusal.code().shapeName())));
  }

  private static Map<String, String> headers(String requestId) {
    return Map.of("Content-Type", "application/x-amz-json-1.1", "x-amzn-RequestId", requestId);
  }
}
