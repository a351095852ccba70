package io.pushsim.api.access;

import io.pushsim.arn.Scope;
import java.util.Objects;
import java.util.Optional;

/**
 * Who makes a request.
 *
 * @param scope the account, and the region in which the request is made
 * @param accessKeyId empty where nobody signed the request
 */
public record Caller(Scope scope, Optional<String> accessKeyId) {
  public Caller {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(accessKeyId, "accessKeyId");
  }

  /** Whether the request carries a signature, checked or not. */
  public boolean isSigned() {
    return accessKeyId.isPresent();
  }
}
