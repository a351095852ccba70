package io.pushsim.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final VirtualTime time = new VirtualTime(START);
  private final List<String> run = new ArrayList<>();

  @Property
  void runsInTheOrderOfDueTimeThenOfScheduling(
      @ForAll @Size(max = 30) List<@IntRange(min = -5, max = 20) Integer> delays) {
    VirtualTime ordered = new VirtualTime(START);
    List<Integer> ran = new ArrayList<>();
    for (int i = 0; i < delays.size(); i++) {
      int task = i;
      ordered.at(START.plusSeconds(delays.get(i)), () -> ran.add(task));
    }

    ordered.advance(Duration.ofSeconds(20));

    assertThat(ran)
        .isEqualTo(
            IntStream.range(0, delays.size())
                .boxed()
                .sorted(Comparator.comparing(delays::get))
                .toList());
    assertThat(ordered.instant()).isEqualTo(START.plusSeconds(20));
  }

  @Test
  void standsAtEachTasksTime_whenItRuns() {
    time.at(START.plusSeconds(3), () -> run.add(time.instant().toString()));
    time.at(START.minusSeconds(3), () -> run.add(time.instant().toString()));

    time.advance(Duration.ofSeconds(10));

    assertThat(run).containsExactly("2026-01-01T00:00:00Z", "2026-01-01T00:00:03Z");
    assertThat(time.instant()).isEqualTo(START.plusSeconds(10));
  }

  @Test
  void runsWhatTasksSchedule_whenItFallsWithinTheSpan() {
    time.at(
        START.plusSeconds(1),
        () -> {
          run.add("first");
          time.at(START.plusSeconds(2), () -> run.add("second"));
          time.at(START.plusSeconds(9), () -> run.add("too late"));
        });

    time.advance(Duration.ofSeconds(5));

    assertThat(run).containsExactly("first", "second");
  }

  @Test
  void runsOnlyWhatIsDue_whenTimeStandsStill() {
    time.at(START, () -> time.at(START, () -> run.add("made due")));
    time.at(START.plusNanos(1), () -> run.add("not yet"));

    time.runDue();

    assertThat(run).containsExactly("made due");
    assertThat(time.instant()).isEqualTo(START);
  }

  @Test
  void runsNothing_whenTimePassesInAHandler() {
    time.at(START.plusSeconds(1), () -> run.add("due"));

    time.pass(Duration.ofSeconds(2));

    assertThat(run).isEmpty();
    time.runDue();
    assertThat(run).containsExactly("due");
    assertThat(time.instant()).isEqualTo(START.plusSeconds(2));
  }

  @Test
  void neverGoesBack_whenATaskIsOverdue() {
    time.pass(Duration.ofSeconds(5));
    time.at(START, () -> run.add("overdue"));

    assertThat(time.runNext()).isTrue();

    assertThat(time.instant()).isEqualTo(START.plusSeconds(5));
    assertThat(time.runNext()).isFalse();
  }

  @Test
  void doesNotRun_whenATaskIsTakenBack() {
    Scheduler.Scheduled one = time.at(START.plusSeconds(1), () -> run.add("one"));
    time.at(START.plusSeconds(1), () -> run.add("two"));

    one.cancel();
    time.advance(Duration.ofSeconds(1));
    one.cancel();

    assertThat(run).containsExactly("two");
  }
}
