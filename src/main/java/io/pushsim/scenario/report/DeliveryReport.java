package io.pushsim.scenario.report;

import java.util.List;
import java.util.Optional;

/**
 * One notification pushed at one target.
 *
 * @param configurationId the Id of the notification configuration that matched
 * @param target the function ARN as the bucket's notification configuration names it
 * @param decision {@code allowed}, {@code explicitDeny} or {@code implicitDeny}
 * @param statement the Sid of the statement that allowed or denied
 * @param reason why, in sentences
 * @param remedy what would mend a denied delivery: command lines
 * @param invocation the handler's run, where the delivery was allowed
 */
public record DeliveryReport(
    String configurationId,
    String target,
    String decision,
    Optional<String> statement,
    List<String> reason,
    List<String> remedy,
    Optional<InvocationView> invocation) {
  public DeliveryReport {
    reason = List.copyOf(reason);
    remedy = List.copyOf(remedy);
  }

  public boolean allowed() {
    return decision.equals("allowed");
  }
}
