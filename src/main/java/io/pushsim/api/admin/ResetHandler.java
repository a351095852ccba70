package io.pushsim.api.admin;

import io.pushsim.api.http.Exchange;
import java.util.concurrent.CompletionStage;

/** {@code POST reset}: everything is as it was at the start. */
final class ResetHandler implements AdminHandler {
  private final AdminParts parts;

  ResetHandler(AdminParts parts) {
    this.parts = parts;
  }

  @Override
  public CompletionStage<Exchange.Answer> handle(AdminRequest request) {
    return parts.reset().apply(request.exchange().caller()).thenApply(gone -> Answers.nothing());
  }
}
