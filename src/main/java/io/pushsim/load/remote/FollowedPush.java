package io.pushsim.load.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.arn.FunctionArn;
import io.pushsim.load.Shot;
import io.pushsim.load.measurement.Measurements;
import io.pushsim.load.measurement.Ran;
import java.time.Duration;
import java.time.Instant;

/** A push of which the target has not told the end yet. For one thread. */
final class FollowedPush {
  private final Shot shot;
  private final long sent;
  private int attempts;
  private int heldBack;

  /**
   * @param sent as {@link System#nanoTime} counts
   */
  FollowedPush(Shot shot, long sent) {
    this.shot = shot;
    this.sent = sent;
  }

  Shot shot() {
    return shot;
  }

  long sent() {
    return sent;
  }

  /**
   * Takes in what the target tells of its delivery.
   *
   * @return whether nothing more will come of it
   */
  boolean look(JsonNode delivery, Measurements measurements) {
    FunctionArn target = FunctionArn.parse(delivery.path("target").asText()).orElseThrow();
    JsonNode runs = delivery.path("attempts");
    for (; attempts < runs.size(); attempts++) {
      JsonNode run = runs.path(attempts);
      measurements.ran(
          shot,
          new Ran(target, run.path("executedVersion").asText()),
          run.path("coldStart").asBoolean(),
          sent + sinceReceived(delivery, run.path("startedAt")));
      if (run.has("error")) {
        measurements.failed(shot, run.at("/error/errorType").asText("an error"));
      }
    }
    for (; heldBack < delivery.path("heldBack").size(); heldBack++) {
      throttled(delivery.at("/heldBack/" + heldBack + "/reason").asText(), measurements);
    }
    return hasEnded(delivery, measurements);
  }

  private void throttled(String reason, Measurements measurements) {
    if (reason.equals("systemError")) {
      measurements.failed(shot, "no execution environment could be started");
    } else {
      measurements.throttled(shot);
    }
  }

  private boolean hasEnded(JsonNode delivery, Measurements measurements) {
    if (!delivery.at("/decision/allowed").asBoolean()) {
      measurements.denied(shot);
      return true;
    }
    switch (delivery.path("conclusion").asText("")) {
      case "" -> {
        return false;
      }
      case "succeeded", "retriesExhausted" -> measurements.done(shot, end(delivery));
      case "zeroReservedConcurrency" -> measurements.throttled(shot);
      default -> measurements.failed(shot, delivery.path("conclusion").asText());
    }
    return true;
  }

  /**
   * When its last run ended, by this machine's clock: so long after it was sent as it took at the
   * target. What the way there took is not in it.
   */
  private long end(JsonNode delivery) {
    JsonNode last = delivery.path("attempts").path(attempts - 1);
    return sent + sinceReceived(delivery, last.path("endedAt"));
  }

  private static long sinceReceived(JsonNode delivery, JsonNode time) {
    Instant received = Instant.parse(delivery.path("receivedAt").asText());
    return Duration.between(received, Instant.parse(time.asText())).toNanos();
  }
}
