package io.pushsim.api.admin;

import io.pushsim.api.http.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code GET metrics}: figures for Prometheus. */
final class MetricsHandler implements AdminHandler {
  private final AdminParts parts;

  MetricsHandler(AdminParts parts) {
    this.parts = parts;
  }

  @Override
  public CompletionStage<Exchange.Answer> handle(AdminRequest request) {
    return CompletableFuture.supplyAsync(
        () ->
            Answers.of(
                200,
                "text/plain; version=0.0.4; charset=utf-8",
                Map.of(),
                parts.metrics().scrape().getBytes(StandardCharsets.UTF_8)),
        parts.background());
  }
}
