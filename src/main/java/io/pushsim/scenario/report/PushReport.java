package io.pushsim.scenario.report;

import java.util.List;
import java.util.Optional;

/**
 * One notification and where it went.
 *
 * @param eventName such as {@code ObjectCreated:Put}
 * @param key the object's key, decoded
 * @param unmatched why no configuration of the bucket matched, where none did
 */
public record PushReport(
    String eventName,
    String bucket,
    String key,
    List<DeliveryReport> deliveries,
    Optional<String> unmatched) {
  public PushReport {
    deliveries = List.copyOf(deliveries);
  }
}
