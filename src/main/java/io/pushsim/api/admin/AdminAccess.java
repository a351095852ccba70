package io.pushsim.api.admin;

import io.pushsim.api.http.Exchange;

/** Decides who may use pushsim's own paths. */
public interface AdminAccess {
  /** Lets everybody. */
  AdminAccess OPEN = exchange -> {};

  /**
   * Lets a request pass, or does not.
   *
   * @throws io.pushsim.error.SimulatorException where the request does not show that it may
   */
  void check(Exchange exchange);
}
