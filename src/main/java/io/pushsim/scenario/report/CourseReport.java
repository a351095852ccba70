package io.pushsim.scenario.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * What has come of a delivery so far. Times are virtual, ISO 8601.
 *
 * @param pushed when its function's queue took it, or it was denied
 * @param attempts the runs of the handler, in order
 * @param heldBack the times at which it could not be run, in order
 * @param due while it waits: when it is tried again
 * @param sentTo where its end was told, or was to be
 */
public record CourseReport(
    DeliveryState state,
    String pushed,
    List<AttemptReport> attempts,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<HoldBackReport> heldBack,
    Optional<String> due,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SendingReport> sentTo) {
  public CourseReport {
    attempts = List.copyOf(attempts);
    heldBack = List.copyOf(heldBack);
    sentTo = List.copyOf(sentTo);
  }
}
