package io.pushsim.cli;

import io.pushsim.api.access.AccessKeys;
import io.pushsim.api.access.WebhookToken;
import java.util.List;
import java.util.Optional;

/**
 * Who may use a served simulator.
 *
 * @param keys what requests must be signed with; where there are none, anybody may call
 * @param webhookToken what callers of pushsim's own paths must send
 * @param allowedHosts names beside those of this machine that pushsim may be called by
 */
public record ServeAccess(
    Optional<AccessKeys> keys, Optional<WebhookToken> webhookToken, List<String> allowedHosts) {
  public static final ServeAccess OF_EVERYBODY =
      new ServeAccess(Optional.empty(), Optional.empty(), List.of());

  public ServeAccess {
    allowedHosts = List.copyOf(allowedHosts);
  }
}
