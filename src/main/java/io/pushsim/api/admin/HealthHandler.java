package io.pushsim.api.admin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pushsim.api.http.Exchange;
import io.pushsim.time.IsoTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code GET health}: pushsim answers, which one it is, since when and what its time is. */
final class HealthHandler implements AdminHandler {
  private final AdminParts parts;
  private final Instant start;

  HealthHandler(AdminParts parts) {
    this.parts = parts;
    this.start = parts.machine().instant();
  }

  @Override
  public CompletionStage<Exchange.Answer> handle(AdminRequest request) {
    Duration up = Duration.between(start, parts.machine().instant());
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("status", "ok")
        .put("version", parts.version())
        .put("since", IsoTime.milliseconds(start))
        .put("uptimeSeconds", up.toMillis() / 1000.0)
        .put("time", IsoTime.milliseconds(parts.time().instant()))
        .put("timeScale", parts.timeScale().factor());
    return CompletableFuture.completedFuture(Answers.json(200, body));
  }
}
