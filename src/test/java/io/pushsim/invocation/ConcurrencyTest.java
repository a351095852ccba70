package io.pushsim.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.arn.Scope;
import io.pushsim.function.LambdaFunction;
import io.pushsim.function.Version;
import io.pushsim.testing.Simulation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many invocations may run at once. */
class ConcurrencyTest {
  private static final int ACCOUNT_LIMIT = 5;

  private final Functions functions = new Functions(new Simulation());
  private final Concurrency concurrency =
      new Concurrency(ACCOUNT_LIMIT, functions.simulation().state().functions()::keptConcurrency);
  private final List<Concurrency.Permit> permits = new ArrayList<>();

  @BeforeEach
  void createFunctions() {
    functions.create("one", "any");
    functions.create("other", "any");
  }

  private Concurrency.Answer enter(LambdaFunction function) {
    return enter(function, function.latest(), now());
  }

  private Concurrency.Answer enterVersion1(String name) {
    LambdaFunction function = functions.get(name);
    return enter(function, function.version("1").orElseThrow(), now());
  }

  private Concurrency.Answer enter(LambdaFunction function, Version version, Instant now) {
    return concurrency.enter(function, version, function.provisionedFor(version, now));
  }

  private Instant now() {
    return functions.simulation().time().instant();
  }

  private void enters(String function) {
    Concurrency.Answer answer = enter(functions.get(function));
    assertThat(answer.throttle()).isEmpty();
    permits.add(answer.permit().orElseThrow());
  }

  private void isThrottled(String function, Throttle throttle) {
    Concurrency.Answer answer = enter(functions.get(function));
    assertThat(answer.throttle()).contains(throttle);
    assertThat(answer.permit()).isEmpty();
  }

  @Test
  void letsAFunctionRunAsOftenAsIsReservedForIt() {
    functions.reserve("one", 2);

    enters("one");
    enters("one");

    isThrottled("one", Throttle.RESERVED_CONCURRENCY);
  }

  @Test
  void letsAFunctionRunAgain_whenAnInvocationHasEnded() {
    functions.reserve("one", 1);
    enters("one");

    permits.get(0).end();

    enters("one");
    isThrottled("one", Throttle.RESERVED_CONCURRENCY);
  }

  @Test
  void switchesAFunctionOff_whenZeroIsReserved() {
    functions.reserve("one", 0);

    isThrottled("one", Throttle.SWITCHED_OFF);
    enters("other");
  }

  @Test
  void sharesWhatIsNotReservedAmongAllOthers() {
    functions.create("third", "any");
    functions.reserve("one", 2);

    enters("other");
    enters("third");
    enters("other");

    isThrottled("other", Throttle.ACCOUNT_CONCURRENCY);
    isThrottled("third", Throttle.ACCOUNT_CONCURRENCY);
    enters("one");
    enters("one");
  }

  @Test
  void givesThePlaceBackToThoseThatShare() {
    for (int i = 0; i < ACCOUNT_LIMIT; i++) {
      enters("one");
    }
    isThrottled("other", Throttle.ACCOUNT_CONCURRENCY);

    permits.get(0).end();

    enters("other");
    isThrottled("one", Throttle.ACCOUNT_CONCURRENCY);
  }

  @Test
  void countsWhatRuns_whenItIsReservedForOnlyThen() {
    enters("one");
    functions.reserve("one", 1);

    isThrottled("one", Throttle.RESERVED_CONCURRENCY);
    permits.get(0).end();
    enters("one");
  }

  @Test
  void countsEachAccountAndRegionByItself() {
    for (int i = 0; i < ACCOUNT_LIMIT; i++) {
      enters("one");
    }
    Scope elsewhere = new Scope("111111111111", "eu-central-1");

    assertThat(enter(functions.in(elsewhere, "one")).throttle()).isEmpty();
  }

  /** Recorded: test_lambda_concurrency_block. */
  @Test
  void keepsForAVersionWhatIsProvisionedOfTheReserved() {
    functions.reserve("one", 1);
    functions.provision("one", 1);

    isThrottled("one", Throttle.RESERVED_CONCURRENCY);
    assertThat(enterVersion1("one").permit().orElseThrow().isProvisioned()).isTrue();
    isThrottled("one", Throttle.RESERVED_CONCURRENCY);
  }

  @Test
  void spillsOver_whenAllThatIsProvisionedIsInUse() {
    functions.reserve("one", 3);
    functions.provision("one", 1);

    assertThat(enterVersion1("one").permit().orElseThrow().isProvisioned()).isTrue();
    assertThat(enterVersion1("one").permit().orElseThrow().isProvisioned()).isFalse();
    assertThat(enterVersion1("one").permit().orElseThrow().isProvisioned()).isFalse();
    assertThat(enterVersion1("one").throttle()).contains(Throttle.RESERVED_CONCURRENCY);
  }

  @Test
  void usesWhatIsProvisionedAgain_whenAnInvocationHasEnded() {
    functions.reserve("one", 1);
    functions.provision("one", 1);

    enterVersion1("one").permit().orElseThrow().end();

    assertThat(enterVersion1("one").permit().orElseThrow().isProvisioned()).isTrue();
  }

  @Test
  void takesWhatIsProvisionedFromThoseThatShare() {
    functions.provision("one", 2);

    enters("other");
    enters("one");
    enters("other");

    isThrottled("other", Throttle.ACCOUNT_CONCURRENCY);
    isThrottled("one", Throttle.ACCOUNT_CONCURRENCY);
    assertThat(enterVersion1("one").permit().orElseThrow().isProvisioned()).isTrue();
  }

  @Test
  void countsWhatIsProvisionedForAnAliasAsItsVersions() {
    functions.call(
        "CreateAlias",
        "{\"FunctionName\": \"one\", \"Name\": \"PROD\", \"FunctionVersion\": \"1\"}");
    functions.provision("one", "PROD", 1);

    assertThat(enterVersion1("one").permit().orElseThrow().isProvisioned()).isTrue();
    assertThat(enterVersion1("one").permit().orElseThrow().isProvisioned()).isFalse();
  }

  @Test
  void throttlesAVersion_whileAllThatIsReservedIsBeingProvisionedForIt() {
    Functions settling = new Functions(new Simulation(Duration.ofMinutes(1), Map.of()));
    settling.create("one", "any");
    settling.simulation().time().advance(Duration.ofMinutes(1));
    settling.reserve("one", 1);
    settling.provision("one", 1);
    LambdaFunction function = settling.get("one");
    Version version = function.version("1").orElseThrow();
    Instant provisioning = settling.simulation().time().instant();

    assertThat(enter(function, version, provisioning).throttle())
        .contains(Throttle.RESERVED_CONCURRENCY);
    assertThat(
            enter(function, version, provisioning.plus(Duration.ofMinutes(1)))
                .permit()
                .orElseThrow()
                .isProvisioned())
        .isTrue();
  }
}
