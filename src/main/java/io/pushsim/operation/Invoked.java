package io.pushsim.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.pushsim.journal.Attempt;
import io.pushsim.runtime.LogLine;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an Invoke came to.
 *
 * @param status 200, 202 or 204
 * @param requestId the invocation's, which is the context's {@code awsRequestId}
 * @param attempt the run, where the caller waited for it
 * @param tail whether the caller asked for the end of the log
 */
public record Invoked(int status, String requestId, Optional<Attempt> attempt, boolean tail) {
  private static final int LOG_TAIL_BYTES = 4096;

  static Invoked dryRun(String requestId) {
    return new Invoked(204, requestId, Optional.empty(), false);
  }

  static Invoked accepted(String requestId) {
    return new Invoked(202, requestId, Optional.empty(), false);
  }

  static Invoked ended(Attempt attempt, boolean tail) {
    return new Invoked(200, attempt.requestId(), Optional.of(attempt), tail);
  }

  /** {@code Unhandled} where the handler failed (every recorded failure is). */
  public Optional<String> functionError() {
    return attempt.filter(run -> run.report().result().isError()).map(run -> "Unhandled");
  }

  public Optional<String> executedVersion() {
    return attempt.map(Attempt::executedVersion);
  }

  /** What the handler answered, JSON text. */
  public Optional<String> payload() {
    return attempt.map(run -> run.report().result().payload());
  }

  /** The last 4 KB of the log in base64, where the caller asked for it. */
  public Optional<String> logResult() {
    return attempt.filter(run -> tail).map(Invoked::logTail);
  }

  /** The answer by the names of AWS's SDKs. */
  Answer answer() {
    return new Answer(
        status,
        Optional.of(
            new Response(
                status,
                functionError(),
                logResult(),
                payload().map(Invoked::json),
                executedVersion())),
        attempt);
  }

  private record Response(
      int statusCode,
      Optional<String> functionError,
      Optional<String> logResult,
      Optional<JsonNode> payload,
      Optional<String> executedVersion) {}

  private static JsonNode json(String payload) {
    try {
      return Json.parse(payload);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(payload);
    }
  }

  private static String logTail(Attempt attempt) {
    String log =
        attempt.report().logs().stream()
            .map(LogLine::text)
            .collect(Collectors.joining("\n", "", "\n"));
    byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder()
        .encodeToString(
            Arrays.copyOfRange(bytes, Math.max(0, bytes.length - LOG_TAIL_BYTES), bytes.length));
  }
}
