package io.pushsim.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.arn.FunctionArn;
import io.pushsim.arn.Qualifier;
import io.pushsim.arn.Scope;
import io.pushsim.function.FunctionConfiguration;
import io.pushsim.runtime.ExecutionEnvironment;
import io.pushsim.runtime.Invocation;
import io.pushsim.runtime.InvocationReport;
import io.pushsim.testing.Simulation;
import io.pushsim.testing.TestResource;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EnvironmentPoolTest {
  private static final Scope SCOPE = new Scope("111111111111", "us-west-2");

  private final FunctionConfiguration configuration = configuration();
  private final EnvironmentPool pool = new EnvironmentPool(100);

  @Test
  void givesTheOneUsedLast() {
    Idle first = giveBack("a", 10);
    Idle second = giveBack("a", 10);

    assertThat(pool.take(key("a"), configuration)).contains(second);
    assertThat(pool.take(key("a"), configuration)).contains(first);
    assertThat(pool.take(key("a"), configuration)).isEmpty();
  }

  @Test
  void closesTheOldest_whenTheirCodeIsTooMuch() {
    Idle oldest = giveBack("a", 60);
    Idle newest = giveBack("b", 60);

    assertThat(oldest.closed).isTrue();
    assertThat(newest.closed).isFalse();
    assertThat(pool.take(key("a"), configuration)).isEmpty();
    assertThat(pool.take(key("b"), configuration)).contains(newest);
  }

  @Test
  void countsAPackageOnce_howeverManyShareIt() {
    Idle first = giveBack("a", 60);
    Idle second = giveBack("a", 60);
    Idle other = giveBack("b", 40);

    assertThat(first.closed || second.closed || other.closed).isFalse();
  }

  @Test
  void keepsOne_howeverLargeItIs() {
    Idle large = giveBack("a", 1000);

    assertThat(large.closed).isFalse();
    assertThat(pool.take(key("a"), configuration)).contains(large);
  }

  @Test
  void countsNoCode_ofWhatWasTaken() {
    for (int i = 0; i < 50; i++) {
      Idle one = giveBack("a", 90);
      assertThat(pool.take(key("a"), configuration)).contains(one);
      Idle two = giveBack("b", 90);
      assertThat(pool.take(key("b"), configuration)).contains(two);
      assertThat(one.closed || two.closed).isFalse();
    }
    Idle last = giveBack("c", 90);
    assertThat(last.closed).isFalse();
  }

  @Test
  void closesThoseOfAFormerConfiguration() {
    Idle former = giveBack("a", 90);
    FunctionConfiguration other = configuration();

    assertThat(pool.take(key("a"), other)).isEmpty();
    assertThat(former.closed).isTrue();
    Idle current = new Idle(90);
    pool.giveBack(key("a"), other, current, 0);
    assertThat(pool.take(key("a"), other)).contains(current);
  }

  @Test
  void closesWhatIsGivenBackAfterwards_whenItIsClosed() {
    Idle idle = giveBack("a", 10);
    pool.close();
    Idle late = giveBack("a", 10);

    assertThat(idle.closed && late.closed).isTrue();
  }

  private Idle giveBack(String function, long codeBytes) {
    Idle environment = new Idle(codeBytes);
    pool.giveBack(key(function), configuration, environment, 0);
    return environment;
  }

  private static EnvironmentPool.Key key(String function) {
    return new EnvironmentPool.Key(FunctionArn.of(SCOPE, function, Qualifier.UNQUALIFIED), "1");
  }

  private static FunctionConfiguration configuration() {
    Simulation simulation = new Simulation();
    simulation.call(
        "CreateFunction",
        TestResource.json(
            "{\"FunctionName\":\"f\",\"Runtime\":\"nodejs22.x\",\"Handler\":\"index.handler\","
                + "\"Role\":\"arn:aws:iam::111111111111:role/any\",\"Code\":{\"ZipFile\":\"zip:one\"}}"));
    FunctionArn arn = FunctionArn.of(SCOPE, "f", Qualifier.UNQUALIFIED);
    return simulation.state().functions().require(arn).latest().configuration();
  }

  /** An environment that nobody uses. */
  private static final class Idle implements ExecutionEnvironment {
    private final long codeBytes;
    private boolean closed;

    private Idle(long codeBytes) {
      this.codeBytes = codeBytes;
    }

    @Override
    public void initialize(String id, Consumer<Boolean> whenDone) {
      throw new UnsupportedOperationException("nobody initializes it");
    }

    @Override
    public void invoke(Invocation invocation, Consumer<InvocationReport> whenDone) {
      throw new UnsupportedOperationException("nobody uses it");
    }

    @Override
    public boolean isUsable() {
      return !closed;
    }

    @Override
    public long codeBytes() {
      return codeBytes;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
