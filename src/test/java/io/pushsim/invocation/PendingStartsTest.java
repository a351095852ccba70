package io.pushsim.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.function.FunctionConfiguration;
import io.pushsim.runtime.ExecutionEnvironment;
import io.pushsim.runtime.FunctionRuntime;
import io.pushsim.runtime.FunctionVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of invocations that need an environment while the runtime is crowded. */
class PendingStartsTest {
  private static final EnvironmentPool.Key KEY = EnvironmentPoolTest.key("f");

  private final CrowdedRuntime runtime = new CrowdedRuntime();
  private final PendingStarts starts = new PendingStarts(runtime);
  private final FunctionConfiguration configuration = EnvironmentPoolTest.configuration();
  private final List<String> told = new ArrayList<>();

  private static final class CrowdedRuntime implements FunctionRuntime {
    private boolean crowded;
    private int waiting;
    private long begun;
    private Runnable whenOneBegins = () -> {};

    @Override
    public ExecutionEnvironment start(FunctionVersion function) {
      throw new UnsupportedOperationException("nothing is started here");
    }

    @Override
    public boolean isCrowded() {
      return crowded;
    }

    @Override
    public long beginsWithLast() {
      return begun + waiting;
    }

    @Override
    public long begun() {
      return begun;
    }

    @Override
    public void whenOneBegins(Runnable task) {
      whenOneBegins = task;
    }

    private void becomesCalm() {
      crowded = false;
      oneBegins();
    }

    private void oneBegins() {
      begun++;
      whenOneBegins.run();
    }
  }

  private void enter(String name) {
    enter(name, KEY);
  }

  private void enter(String name, EnvironmentPool.Key key) {
    starts.enter(
        new PendingStarts.Pending(
            key,
            configuration,
            environment -> told.add(name + " runs"),
            () -> told.add(name + " starts")));
  }

  private Optional<PendingStarts.Pending> take(EnvironmentPool.Key key) {
    return starts.take(key, configuration, new StillEnvironment(1));
  }

  @Test
  void startsAtOnce_whereThereIsRoom() {
    enter("one");

    assertThat(told).containsExactly("one starts");
    assertThat(take(KEY)).isEmpty();
  }

  @Test
  void startsThoseThatWaited_oneByOne_asRoomComes() {
    runtime.crowded = true;
    enter("one");
    enter("two");
    assertThat(told).isEmpty();

    runtime.becomesCalm();
    assertThat(told).containsExactly("one starts");
    runtime.becomesCalm();
    runtime.becomesCalm();
    assertThat(told).containsExactly("one starts", "two starts");
  }

  @Test
  void startsTheNext_whenAStartCameToNothing() {
    runtime.crowded = true;
    starts.enter(
        new PendingStarts.Pending(
            KEY,
            configuration,
            environment -> told.add("one runs"),
            () -> {
              told.add("one fails");
              starts.startNext();
            }));
    enter("two");

    runtime.becomesCalm();

    assertThat(told).containsExactly("one fails", "two starts");
  }

  @Test
  void startsOne_whenMoreHasBegunThanWaitedBeforeIt() {
    runtime.crowded = true;
    runtime.waiting = 100;
    enter("one");
    for (int i = 0; i < 100; i++) {
      runtime.oneBegins();
    }
    assertThat(told).isEmpty();

    for (int i = 0; i < 20; i++) {
      runtime.oneBegins();
    }
    assertThat(told).containsExactly("one starts");
  }

  @Test
  void givesWhatBecomesIdle_toTheOneThatWaitedLongest() {
    runtime.crowded = true;
    enter("other", EnvironmentPoolTest.key("g"));
    enter("one");
    enter("two");

    take(KEY).orElseThrow().run().accept(new StillEnvironment(1));
    assertThat(told).containsExactly("one runs");
    take(KEY).orElseThrow().run().accept(new StillEnvironment(1));
    assertThat(take(KEY)).isEmpty();
    runtime.becomesCalm();
    runtime.becomesCalm();

    assertThat(told).containsExactly("one runs", "two runs", "other starts");
  }

  @Test
  void givesNone_thatIsNotUsableOrOfAFormerConfiguration() {
    runtime.crowded = true;
    enter("one");
    StillEnvironment closed = new StillEnvironment(1);
    closed.close();

    assertThat(starts.take(KEY, configuration, closed)).isEmpty();
    assertThat(starts.take(KEY, EnvironmentPoolTest.configuration(), new StillEnvironment(1)))
        .isEmpty();
    assertThat(take(KEY)).isPresent();
  }
}
