package io.pushsim.check.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.arn.Arn;
import io.pushsim.arn.FunctionArn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What has come of an event that was pushed, attempt by attempt.
 *
 * @param told as a running pushsim tells it: one of {@code newest} of its {@code explain}
 */
public record FormerPush(JsonNode told) {
  private static final int LONGEST_ANSWER = 200;

  /** {@code ObjectCreated:Put at 2026-11-29T16:54:39.123Z: waiting}. */
  String headline() {
    return "%s at %s: %s"
        .formatted(text(told, "eventName"), text(told, "receivedAt"), words(text(told, "outcome")));
  }

  /** What happened, in order, a line each. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    told.path("attempts").forEach(attempt -> lines.add(attempt(attempt)));
    JsonNode heldBack = told.path("heldBack");
    if (!heldBack.isEmpty()) {
      lines.add(heldBack(heldBack.size(), heldBack.get(heldBack.size() - 1)));
    }
    if (told.has("nextAttemptAt")) {
      lines.add("again at " + clock(text(told, "nextAttemptAt")));
    }
    if (told.has("conclusion")) {
      lines.add("ended: " + words(text(told, "conclusion")));
    }
    told.path("sentTo").forEach(sending -> lines.add(sent(sending)));
    return lines;
  }

  private static String attempt(JsonNode attempt) {
    return "attempt %d at %s: version %s %s"
        .formatted(
            attempt.path("number").asInt(),
            clock(text(attempt, "startedAt")),
            text(attempt, "executedVersion"),
            answer(attempt));
  }

  private static String answer(JsonNode attempt) {
    if (attempt.has("result")) {
      return "returned " + shortened(attempt.path("result").toString());
    }
    if (attempt.has("error")) {
      JsonNode error = attempt.path("error");
      return "failed with %s: %s"
          .formatted(text(error, "errorType"), shortened(text(error, "errorMessage")));
    }
    return attempt.has("errorLength") ? "failed" : "returned much";
  }

  private static String heldBack(int times, JsonNode last) {
    return "held back %s, last at %s until %s: %s"
        .formatted(
            times == 1 ? "once" : times + " times",
            clock(text(last, "time")),
            clock(text(last, "due")),
            words(text(last, "reason")));
  }

  private static String sent(JsonNode sending) {
    String where = "%s %s".formatted(words(text(sending, "kind")), name(text(sending, "target")));
    return sending.has("failure")
        ? "not sent to the %s: %s".formatted(where, text(sending, "failure"))
        : "sent to the " + where;
  }

  private static String name(String target) {
    return FunctionArn.parse(target)
        .map(FunctionArn::shortName)
        .or(() -> Arn.parse(target).map(Arn::resource))
        .orElse(target);
  }

  private static String text(JsonNode node, String member) {
    return node.path(member).asText();
  }

  /** {@code deadLetterQueue} as people write it. */
  private static String words(String name) {
    return name.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  /** The time of the day. */
  private static String clock(String time) {
    return time.substring(time.indexOf('T') + 1);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_ANSWER ? text : text.substring(0, LONGEST_ANSWER) + "…";
  }
}
