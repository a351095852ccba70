package io.pushsim.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.arn.Scope;
import io.pushsim.function.FunctionConfiguration;
import io.pushsim.testing.Simulation;
import io.pushsim.testing.TestResource;
import io.pushsim.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvironmentPoolTest {
  private static final Scope SCOPE = new Scope("111111111111", "us-west-2");

  private final FunctionConfiguration configuration = configuration();
  private final VirtualTime time = new VirtualTime(Instant.EPOCH);
  private EnvironmentPool pool = poolOf(10, Optional.empty());

  private EnvironmentPool poolOf(int environments, Optional<Duration> idleTime) {
    return new EnvironmentPool(new IdleLimits(100, environments, idleTime), time, Runnable::run);
  }

  @Test
  void givesTheOneUsedLast() {
    StillEnvironment first = giveBack("a", 10);
    StillEnvironment second = giveBack("a", 10);

    assertThat(pool.take(key("a"), configuration)).contains(second);
    assertThat(pool.take(key("a"), configuration)).contains(first);
    assertThat(pool.take(key("a"), configuration)).isEmpty();
  }

  @Test
  void closesTheOldest_whenTheirCodeIsTooMuch() {
    StillEnvironment oldest = giveBack("a", 60);
    StillEnvironment newest = giveBack("b", 60);

    assertThat(oldest.isClosed()).isTrue();
    assertThat(newest.isClosed()).isFalse();
    assertThat(pool.take(key("a"), configuration)).isEmpty();
    assertThat(pool.take(key("b"), configuration)).contains(newest);
  }

  @Test
  void countsAPackageOnce_howeverManyShareIt() {
    StillEnvironment first = giveBack("a", 60);
    StillEnvironment second = giveBack("a", 60);
    StillEnvironment other = giveBack("b", 40);

    assertThat(first.isClosed() || second.isClosed() || other.isClosed()).isFalse();
  }

  @Test
  void closesTheOldest_whenThereAreTooMany() {
    pool = poolOf(2, Optional.empty());
    StillEnvironment oldest = giveBack("a", 1);
    StillEnvironment second = giveBack("b", 1);
    StillEnvironment third = giveBack("b", 1);

    assertThat(oldest.isClosed()).isTrue();
    assertThat(second.isClosed() || third.isClosed()).isFalse();
  }

  @Test
  void closesThoseThatNobodyUsedForLong() {
    pool = poolOf(10, Optional.of(Duration.ofMinutes(10)));
    StillEnvironment first = giveBack("a", 1);
    advance(4);
    StillEnvironment second = giveBack("a", 1);
    StillEnvironment other = giveBack("b", 1);

    advance(5);
    assertThat(first.isClosed()).isFalse();
    advance(1);
    assertThat(first.isClosed()).isTrue();
    assertThat(second.isClosed() || other.isClosed()).isFalse();

    assertThat(pool.take(key("a"), configuration)).contains(second);
    pool.giveBack(key("a"), configuration, second, 0);
    advance(4);
    assertThat(other.isClosed()).isTrue();
    assertThat(second.isClosed()).isFalse();
    advance(6);
    assertThat(second.isClosed()).isTrue();
    assertThat(pool.take(key("a"), configuration)).isEmpty();
  }

  @Test
  void keepsOnesThatNobodyUses_whereThereIsNoSuchTime() {
    StillEnvironment idle = giveBack("a", 1);

    advance(100_000);

    assertThat(idle.isClosed()).isFalse();
  }

  @Test
  void keepsNone_whenTheirTimeIsZero() {
    pool = poolOf(10, Optional.of(Duration.ZERO));

    assertThat(giveBack("a", 1).isClosed()).isTrue();
    assertThat(pool.take(key("a"), configuration)).isEmpty();
  }

  private void advance(int minutes) {
    time.advance(Duration.ofMinutes(minutes));
  }

  @Test
  void keepsOne_howeverLargeItIs() {
    StillEnvironment large = giveBack("a", 1000);

    assertThat(large.isClosed()).isFalse();
    assertThat(pool.take(key("a"), configuration)).contains(large);
  }

  @Test
  void countsNoCode_ofWhatWasTaken() {
    for (int i = 0; i < 50; i++) {
      StillEnvironment one = giveBack("a", 90);
      assertThat(pool.take(key("a"), configuration)).contains(one);
      StillEnvironment two = giveBack("b", 90);
      assertThat(pool.take(key("b"), configuration)).contains(two);
      assertThat(one.isClosed() || two.isClosed()).isFalse();
    }
    StillEnvironment last = giveBack("c", 90);
    assertThat(last.isClosed()).isFalse();
  }

  @Test
  void closesThoseOfAFormerConfiguration() {
    StillEnvironment former = giveBack("a", 90);
    FunctionConfiguration other = configuration();

    assertThat(pool.take(key("a"), other)).isEmpty();
    assertThat(former.isClosed()).isTrue();
    StillEnvironment current = new StillEnvironment(90);
    pool.giveBack(key("a"), other, current, 0);
    assertThat(pool.take(key("a"), other)).contains(current);
  }

  @Test
  void closesWhatIsGivenBackAfterwards_whenItIsClosed() {
    StillEnvironment idle = giveBack("a", 10);
    pool.close();
    StillEnvironment late = giveBack("a", 10);

    assertThat(idle.isClosed() && late.isClosed()).isTrue();
  }

  private StillEnvironment giveBack(String function, long codeBytes) {
    StillEnvironment environment = new StillEnvironment(codeBytes);
    pool.giveBack(key(function), configuration, environment, 0);
    return environment;
  }

  static EnvironmentPool.Key key(String function) {
    return new EnvironmentPool.Key(FunctionArn.of(SCOPE, function, Qualifier.UNQUALIFIED), "1");
  }

  static FunctionConfiguration configuration() {
    Simulation simulation = new Simulation();
    simulation.call(
        "CreateFunction",
        TestResource.json(
            "{\"FunctionName\":\"f\",\"Runtime\":\"nodejs22.x\",\"Handler\":\"index.handler\","
                + "\"Role\":\"arn:aws:iam::111111111111:role/any\",\"Code\":{\"ZipFile\":\"zip:one\"}}"));
    FunctionArn arn = FunctionArn.of(SCOPE, "f", Qualifier.UNQUALIFIED);
    return simulation.state().functions().require(arn).latest().configuration();
  }
}
