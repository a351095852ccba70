package io.pushsim.load.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.pushsim.arn.FunctionArn;
import io.pushsim.load.Shot;
import io.pushsim.load.measurement.Measurements;
import io.pushsim.load.measurement.Ran;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A push of which the target has not told the end yet. What it is found by belongs to {@link
 * OpenPushes}, all else to the thread that follows it.
 */
final class FollowedPush {
  private final Shot shot;
  private final long sent;
  private final Optional<TargetClock> clock;
  private Optional<String> requestId = Optional.empty();
  private Optional<String> deliveryId = Optional.empty();
  private boolean nameless;
  private int attempts;
  private int heldBack;

  /**
   * @param sent as {@link System#nanoTime} counts
   * @param clock by which its times are; where there is none, they count from when the target
   *     received it, and what the way there took is not in them
   */
  FollowedPush(Shot shot, long sent, Optional<TargetClock> clock) {
    this.shot = shot;
    this.sent = sent;
    this.clock = clock;
  }

  Shot shot() {
    return shot;
  }

  long sent() {
    return sent;
  }

  Optional<String> requestId() {
    return requestId;
  }

  Optional<String> deliveryId() {
    return deliveryId;
  }

  void named(String id) {
    requestId = Optional.of(id);
  }

  /** The server's answer told no id of the request. */
  void isNameless() {
    nameless = true;
  }

  void delivered(String id) {
    deliveryId = Optional.of(id);
  }

  /**
   * Whether a delivery of the same event and object may have come from it.
   *
   * @param unnamed whether the delivery names no request
   */
  boolean mayBe(JsonNode delivery, boolean unnamed) {
    return deliveryId.isEmpty() && (unnamed || nameless) && isNoEarlier(delivery);
  }

  private boolean isNoEarlier(JsonNode delivery) {
    return clock
        .map(told -> told.nanos(time(delivery, "receivedAt")) + told.exact().toNanos() - sent >= 0)
        .orElse(true);
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
          here(delivery, time(run, "startedAt")));
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

  private long end(JsonNode delivery) {
    return here(delivery, time(delivery.path("attempts").path(attempts - 1), "endedAt"));
  }

  /** A time of the target's, as {@link System#nanoTime} counts here. */
  private long here(JsonNode delivery, Instant told) {
    return clock.isPresent()
        ? clock.get().nanos(told)
        : sent + Duration.between(time(delivery, "receivedAt"), told).toNanos();
  }

  private static Instant time(JsonNode json, String name) {
    return Instant.parse(json.path(name).asText());
  }
}
