package io.pushsim.api.admin;

import io.pushsim.api.http.Exchange;
import java.util.concurrent.CompletionStage;

/** Answers the requests of one path. */
interface AdminHandler {

  /**
   * Answers, now or later; must not block.
   *
   * @throws io.pushsim.error.SimulatorException where the request is a mistake, as the stage may
   *     also fail with one
   */
  CompletionStage<Exchange.Answer> handle(AdminRequest request);
}
