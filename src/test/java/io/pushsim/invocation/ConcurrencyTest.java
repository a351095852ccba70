package io.pushsim.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.arn.Scope;
import io.pushsim.testing.Simulation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many invocations may run at once. */
class ConcurrencyTest {
  private static final int ACCOUNT_LIMIT = 5;

  private final Functions functions = new Functions(new Simulation());
  private final Concurrency concurrency =
      new Concurrency(
          ACCOUNT_LIMIT, functions.simulation().state().functions()::reservedConcurrency);
  private final List<Concurrency.Permit> permits = new ArrayList<>();

  @BeforeEach
  void createFunctions() {
    functions.create("one", "any");
    functions.create("other", "any");
  }

  private void enters(String function) {
    Concurrency.Answer answer = concurrency.enter(functions.get(function));
    assertThat(answer.throttle()).isEmpty();
    permits.add(answer.permit().orElseThrow());
  }

  private void isThrottled(String function, Throttle throttle) {
    Concurrency.Answer answer = concurrency.enter(functions.get(function));
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

    assertThat(concurrency.enter(functions.in(elsewhere, "one")).throttle()).isEmpty();
  }
}
