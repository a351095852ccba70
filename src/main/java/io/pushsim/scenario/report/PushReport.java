package io.pushsim.scenario.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * One notification and where it went, or an event that a caller gave to a function.
 *
 * @param eventName such as {@code ObjectCreated:Put}; {@code Invoke} of an event that a caller gave
 * @param bucket absent of an event that a caller gave
 * @param key the object's key, decoded; absent of an event that a caller gave
 * @param eventId pushsim's own, where a fault befell it or it was duplicated
 * @param faults what befell it on its way, in order
 * @param unmatched why no configuration of the bucket matched, where none did
 */
public record PushReport(
    String eventName,
    Optional<String> bucket,
    Optional<String> key,
    Optional<String> eventId,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FaultReport> faults,
    List<DeliveryReport> deliveries,
    Optional<String> unmatched) {
  public PushReport {
    faults = List.copyOf(faults);
    deliveries = List.copyOf(deliveries);
  }

  /** The object's bucket and key as all forms of a report write them; empty where there is none. */
  String objectName() {
    return bucket.isEmpty() ? "" : OperationSummary.objectName(bucket.get(), key.orElse(""));
  }
}
