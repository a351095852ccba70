package io.pushsim.api.access;

import io.pushsim.arn.Scope;
import java.util.Objects;
import java.util.Optional;

/**
 * Who makes a request.
 *
 * @param scope the account, and the region in which the request is made
 * @param accessKeyId empty where nobody signed the request
 * @param function the session of a role, as event records name it, where a function of pushsim's
 *     own makes the request
 */
public record Caller(Scope scope, Optional<String> accessKeyId, Optional<String> function) {
  public Caller {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(accessKeyId, "accessKeyId");
    Objects.requireNonNull(function, "function");
  }

  /** One who is no function. */
  public Caller(Scope scope, Optional<String> accessKeyId) {
    this(scope, accessKeyId, Optional.empty());
  }

  /** Whether the request carries a signature, checked or not. */
  public boolean isSigned() {
    return accessKeyId.isPresent();
  }
}
