package io.pushsim.scenario.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * One notification and where it went.
 *
 * @param eventName such as {@code ObjectCreated:Put}
 * @param key the object's key, decoded
 * @param eventId pushsim's own, where a fault befell it or it was duplicated
 * @param faults what befell it on its way, in order
 * @param unmatched why no configuration of the bucket matched, where none did
 */
public record PushReport(
    String eventName,
    String bucket,
    String key,
    Optional<String> eventId,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FaultReport> faults,
    List<DeliveryReport> deliveries,
    Optional<String> unmatched) {
  public PushReport {
    faults = List.copyOf(faults);
    deliveries = List.copyOf(deliveries);
  }
}
