package io.pushsim.api.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.api.http.Exchange;
import io.pushsim.api.http.HttpRefusals;
import io.pushsim.error.SimulatorException;
import io.pushsim.operation.ErrorBody;
import io.pushsim.operation.SqsErrorCodes;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * SQS's answers over HTTP. With an error comes the code by which the query protocol knew it
 * (Smithy's trait awsQueryCompatible).
 */
final class SqsAnswers {
  private static final String MODELLED = "com.amazonaws.sqs#";
  private static final String UNMODELLED = "com.amazon.coral.service#";

  private SqsAnswers() {}

  static Exchange.Answer of(int status, JsonNode body, String requestId) {
    return new Exchange.Answer(status, headers(requestId), HttpRefusals.bytes(body));
  }

  static Exchange.Answer of(SimulatorException refusal, String requestId) {
    Map<String, String> headers = headers(requestId);
    headers.put(
        "x-amzn-query-error",
        "%s;%s"
            .formatted(
                SqsErrorCodes.queryCode(refusal.code()),
                refusal.code().httpStatus() < 500 ? "Sender" : "Receiver"));
    String type =
        (SqsErrorCodes.isModelled(refusal.code()) ? MODELLED : UNMODELLED)
            + refusal.code().shapeName();
    return new Exchange.Answer(
        refusal.code().httpStatus(),
        headers,
        HttpRefusals.bytes(ErrorBody.of(refusal).put("__type", type)));
  }

  private static Map<String, String> headers(String requestId) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/x-amz-json-1.0");
    headers.put("x-amzn-RequestId", requestId);
    return headers;
  }
}
