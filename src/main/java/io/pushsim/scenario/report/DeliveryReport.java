package io.pushsim.scenario.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;

/**
 * One notification pushed at one target, or an event given to a function by a caller who does not
 * wait.
 *
 * @param id also the request id of all its attempts
 * @param toldBefore whether an earlier step has told of it
 * @param configurationId the Id of the notification configuration that matched; absent of an event
 *     that a caller gave
 * @param target the function ARN as the bucket's notification configuration, or the caller, names
 *     it
 * @param decision {@code allowed}, {@code explicitDeny} or {@code implicitDeny}
 * @param statement the Sid of the statement that allowed or denied
 * @param reason why, in sentences
 * @param remedy what would mend a denied delivery: command lines
 * @param invocation the handler's last run, where it came to one
 * @param course what has come of it so far; its parts stand beside the others in JSON
 */
public record DeliveryReport(
    String id,
    boolean toldBefore,
    Optional<String> configurationId,
    String target,
    String decision,
    Optional<String> statement,
    List<String> reason,
    List<String> remedy,
    Optional<InvocationView> invocation,
    @JsonUnwrapped CourseReport course) {
  public DeliveryReport {
    reason = List.copyOf(reason);
    remedy = List.copyOf(remedy);
  }

  public boolean allowed() {
    return decision.equals("allowed");
  }
}
