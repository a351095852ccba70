package io.pushsim.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.arn.Scope;
import io.pushsim.testing.Configurations;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is left of an account's concurrency, where the quota is not the usual one. */
class AccountConcurrencyTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void countsWhatIsReservedOrElseProvisioned() {
    AccountConcurrency account =
        new AccountConcurrency(
            500,
            List.of(
                function("reserved", Optional.of(20), 7),
                function("provisioned", Optional.empty(), 5),
                function("neither", Optional.empty(), 0)));

    assertThat(account.unreserved()).isEqualTo(475);
  }

  @Test
  void reservesNothing_whenTheQuotaIsBelowTheUsualMinimum() {
    LambdaFunction function = function("fn", Optional.empty(), 0);
    AccountConcurrency account = new AccountConcurrency(10, List.of(function));

    assertThatThrownBy(() -> ReservedRules.reserve(function, 1, account))
        .hasMessageEndingWith("UnreservedConcurrentExecution below its minimum value of [10].");
    assertThat(ReservedRules.reserve(function, 0, account).reserved()).contains(0);
  }

  @Test
  void mayBeReservedDownToTheMinimum_whenTheQuotaIsHigher() {
    LambdaFunction function = function("fn", Optional.empty(), 0);
    AccountConcurrency account = new AccountConcurrency(101, List.of(function));

    assertThat(ReservedRules.reserve(function, 1, account).reserved()).contains(1);
    assertThatThrownBy(() -> ReservedRules.reserve(function, 2, account))
        .hasMessageEndingWith("UnreservedConcurrentExecution below its minimum value of [100].");
  }

  private static LambdaFunction function(
      String name, Optional<Integer> reserved, int provisionedConcurrency) {
    FunctionArn arn =
        FunctionArn.of(new Scope("111111111111", "us-west-2"), name, Qualifier.UNQUALIFIED);
    FunctionConfiguration configuration = Configurations.plain(name, NOW);
    LambdaFunction function =
        LambdaFunction.created(
            arn,
            new Version(Version.LATEST, configuration, "revision", Optional.empty()),
            Map.of());
    InvocationSettings settings = function.settings().withReservedConcurrency(reserved);
    return function.withSettings(
        provisionedConcurrency == 0
            ? settings
            : settings.withProvisioned(
                "1", new ProvisionedConcurrency(provisionedConcurrency, NOW, NOW)));
  }
}
