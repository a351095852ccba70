package io.pushsim.api.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.arn.Scope;
import io.pushsim.journal.Attempt;
import io.pushsim.journal.Conclusion;
import io.pushsim.journal.Entry;
import io.pushsim.journal.HeldBack;
import io.pushsim.journal.Sending;
import io.pushsim.runtime.InvocationReport;
import io.pushsim.runtime.InvocationResult;
import io.pushsim.testing.Configurations;
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
      metrics.ended(
          FunctionArn.of(SCOPE, "fn" + i, Qualifier.parse("PROD")),
          attempt(),
          Configurations.plain("fn", Instant.EPOCH));
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

  @Test
  void countsWhatComesOfAsynchronousEvents() {
    FunctionArn target = FunctionArn.of(SCOPE, "fn", Qualifier.parse("PROD"));
    HeldBack heldBack =
        new HeldBack(Instant.EPOCH, HeldBack.Reason.ACCOUNT_CONCURRENCY, Instant.EPOCH);
    List<Sending> sendings =
        List.of(
            new Sending(Sending.Kind.DEAD_LETTER_QUEUE, "q", Optional.of("not there")),
            new Sending(Sending.Kind.ON_FAILURE, "t", Optional.empty()));

    metrics.came(
        target, new Entry.DeliveryAttempted(Instant.EPOCH, "e", "d", attempt(), Instant.EPOCH));
    metrics.came(target, new Entry.DeliveryHeldBack("e", "d", heldBack));
    metrics.came(target, new Entry.DeliveryHeldBack("e", "d", heldBack));
    metrics.came(
        target,
        new Entry.DeliveryEnded(
            Instant.EPOCH, "e", "d", List.of(), Conclusion.EVENT_AGE_EXCEEDED, sendings));

    assertThat(metrics.scrape())
        .contains("\npushsim_events_retried_total{cause=\"functionError\"} 1.0\n")
        .contains("\npushsim_events_retried_total{cause=\"accountConcurrency\"} 2.0\n")
        .contains("\npushsim_events_retried_total{cause=\"reservedConcurrency\"} 0.0\n")
        .contains("\npushsim_events_ended_total{conclusion=\"eventAgeExceeded\"} 1.0\n")
        .contains("\npushsim_events_ended_total{conclusion=\"succeeded\"} 0.0\n")
        .contains("\npushsim_sendings_total{kind=\"deadLetterQueue\",outcome=\"failed\"} 1.0\n")
        .contains("\npushsim_sendings_total{kind=\"deadLetterQueue\",outcome=\"sent\"} 0.0\n")
        .contains("\npushsim_sendings_total{kind=\"onFailure\",outcome=\"sent\"} 1.0\n");
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
