package io.pushsim.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.arn.Scope;
import io.pushsim.journal.Attempt;
import io.pushsim.runtime.InvocationReport;
import io.pushsim.runtime.InvocationResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final Scope SCOPE = new Scope("111111111111", "us-west-2");

  private final Metrics metrics = new Metrics();

  @Test
  void putsTheRestTogether_whenThereAreMoreThanAThousandFunctions() {
    for (int i = 0; i < 1100; i++) {
      metrics.ended(FunctionArn.of(SCOPE, "fn" + i, Qualifier.parse("PROD")), attempt());
    }

    String text = metrics.scrape();

    assertThat(text.lines().filter(line -> line.startsWith("pushsim_cold_starts_total{")))
        .hasSize(1001);
    assertThat(text)
        .contains("pushsim_cold_starts_total{function=\"fn7\",qualifier=\"PROD\"} 1.0")
        .contains("pushsim_cold_starts_total{function=\"(other)\",qualifier=\"\"} 100.0");
  }

  @Test
  void tellsFiguresThatComeAfterTheFirstScrape() {
    metrics.answered("lambda", "GetAlias", 200, 2_000_000, 3, 5);
    assertThat(metrics.scrape()).contains("_count{operation=\"GetAlias\"");

    metrics.answered("lambda", "GetAlias", 200, 1_000_000, 3, 5);
    metrics.answered("lambda", "GetAlias", 404, 1_000_000, 0, 7);

    assertThat(metrics.scrape())
        .contains(
            "pushsim_requests_seconds_count{operation=\"GetAlias\",service=\"lambda\",status=\"200\"} 2")
        .contains(
            "pushsim_requests_seconds_sum{operation=\"GetAlias\",service=\"lambda\",status=\"200\"} 0.003")
        .contains(
            "pushsim_request_sent_bytes_total{operation=\"GetAlias\",service=\"lambda\",status=\"404\"} 7.0");
  }

  private static Attempt attempt() {
    return new Attempt(
        1,
        "id",
        "1",
        Instant.EPOCH,
        Instant.EPOCH,
        new InvocationReport(
            new InvocationResult.Success("1"),
            List.of(),
            Duration.ofMillis(2),
            Optional.of(Duration.ofMillis(100)),
            64,
            "stream",
            false));
  }
}
