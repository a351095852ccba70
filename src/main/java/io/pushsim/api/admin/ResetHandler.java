package io.pushsim.api.admin;

import io.pushsim.api.http.Exchange;
import java.util.concurrent.CompletionStage;

/** {@code POST reset}: everything is gone. */
final class ResetHandler implements AdminHandler {
  private final AdminParts parts;

  ResetHandler(AdminParts parts) {
    this.parts = parts;
  }

  @Override
  public CompletionStage<Exchange.Answer> handle(AdminRequest request) {
    return parts
        .operations()
        .reset(request.exchange().caller())
        .thenApply(gone -> Answers.nothing());
  }
}
