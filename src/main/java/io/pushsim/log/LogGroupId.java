package io.pushsim.log;

import io.pushsim.arn.Scope;

/** A log group: its name in its account and region. */
public record LogGroupId(Scope scope, String name) {

  /** Its ARN, which ends with its name; CloudWatch Logs also has one with {@code :*} behind. */
  public String arn() {
    return "arn:%s:logs:%s:%s:log-group:%s"
        .formatted(scope.partition().id(), scope.region(), scope.account(), name);
  }
}
