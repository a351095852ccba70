package io.pushsim.cli;

import io.pushsim.eventsource.remote.RemoteSettings;
import java.net.URI;
import java.util.Optional;

/** What a load is driven at, as the options say. */
sealed interface LoadAim {

  /** A simulator of this process, without a port. */
  record InProcess() implements LoadAim {}

  /**
   * A running pushsim.
   *
   * @param token that its own paths ask for
   * @param byInvoke whether its functions are invoked, and not its webhook told
   */
  record Running(URI endpoint, Optional<String> token, boolean byInvoke) implements LoadAim {}

  /**
   * An S3 server, by changes of its objects.
   *
   * @param server where it is; with none, a pushsim of this process that keeps objects itself
   * @param pushsim that it tells, where that has another address
   * @param token that pushsim's own paths ask for
   */
  record Objects(Optional<RemoteSettings> server, Optional<URI> pushsim, Optional<String> token)
      implements LoadAim {}

  /** Whether the pushsim that is loaded is of this process. */
  default boolean isThisProcess() {
    return this instanceof InProcess
        || (this instanceof Objects objects && objects.server().isEmpty());
  }
}
