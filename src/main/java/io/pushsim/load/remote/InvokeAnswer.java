package io.pushsim.load.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pushsim.arn.FunctionArn;
import io.pushsim.load.Shot;
import io.pushsim.load.measurement.Measurements;
import io.pushsim.load.measurement.Ran;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** What a pushsim answered to an Invoke. */
record InvokeAnswer(HttpResponse<String> answer) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int OK = 200;
  private static final int TOO_MANY_REQUESTS = 429;

  /** What the last line of a cold start's log has beside others', as text and as JSON. */
  private static final Pattern COLD =
      Pattern.compile(
          "^REPORT .*\\tInit Duration: |^\\{.*\"platform.report\".*\"initDurationMs\":",
          Pattern.MULTILINE);

  /**
   * Tells what came of a push.
   *
   * @param sent when it was invoked, as {@link System#nanoTime} counts
   */
  void tell(Measurements measurements, Shot shot, FunctionArn target, long sent) {
    if (answer.statusCode() == TOO_MANY_REQUESTS) {
      measurements.throttled(shot);
    } else if (answer.statusCode() != OK) {
      measurements.failed(shot, errorCode(answer));
    } else {
      measurements.ran(shot, new Ran(target, header("X-Amz-Executed-Version")), isCold(), sent);
      if (answer.headers().firstValue("X-Amz-Function-Error").isPresent()) {
        measurements.failed(shot, errorType());
      }
      measurements.done(shot, System.nanoTime());
    }
  }

  /** A log that leaves that line out does not tell. */
  private boolean isCold() {
    byte[] log = Base64.getDecoder().decode(header("X-Amz-Log-Result"));
    return COLD.matcher(new String(log, StandardCharsets.UTF_8)).find();
  }

  private String errorType() {
    try {
      return JSON.readTree(answer.body()).path("errorType").asText("an error");
    } catch (JsonProcessingException e) {
      return "an error";
    }
  }

  private String header(String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  /** AWS's code of the error that was answered. */
  static String errorCode(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("x-amzn-ErrorType")
        .orElseGet(() -> "HTTP " + answer.statusCode());
  }
}
