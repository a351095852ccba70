package io.pushsim.api.lambda;

import io.pushsim.api.http.Exchange;
import io.pushsim.operation.Invoked;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lambda's answers over HTTP (Lambda's API model, recorded responses). */
final class LambdaAnswers {
  private static final byte[] NOTHING = new byte[0];
  private static final int NO_CONTENT = 204;

  private LambdaAnswers() {}

  static Exchange.Answer of(int status, byte[] json, String requestId) {
    return new Exchange.Answer(status, headers(requestId), status == NO_CONTENT ? NOTHING : json);
  }

  static Exchange.Answer empty(int status, String requestId) {
    return new Exchange.Answer(status, headers(requestId), NOTHING);
  }

  static Exchange.Answer of(Invoked invoked) {
    Map<String, String> headers = headers(invoked.requestId());
    invoked.executedVersion().ifPresent(version -> headers.put("X-Amz-Executed-Version", version));
    invoked.functionError().ifPresent(error -> headers.put("X-Amz-Function-Error", error));
    invoked.logResult().ifPresent(log -> headers.put("X-Amz-Log-Result", log));
    return new Exchange.Answer(
        invoked.status(),
        headers,
        invoked.payload().map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(NOTHING));
  }

  private static Map<String, String> headers(String requestId) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("x-amzn-RequestId", requestId);
    return headers;
  }
}
