package io.pushsim.invocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.journal.Asleep;
import io.pushsim.journal.Attempt;
import io.pushsim.journal.Delivery;
import io.pushsim.testing.Simulation;
import io.pushsim.testing.TestResource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many invocations of callers who do not wait, one of which runs at a time: most sleep. */
class InvocationBacklogTest {
  private static final int MANY = 1500;
  private static final Duration RUN = Duration.ofSeconds(1);

  private final Simulation simulation =
      new Simulation(
          Map.of(
              "slow",
              "{\"$takes\": \"%s\", \"$then\": \"$event\"}".formatted(RUN),
              "fails",
              "{\"$throws\": \"boom\"}"),
          time -> new Pace(time, 1, 1));
  private final Functions functions = new Functions(simulation);
  private final Instant start = simulation.time().instant();

  @BeforeEach
  void create() {
    functions.create("slow", "slow");
    functions.create("fails", "fails");
  }

  private void invoke(String function, int payload) {
    simulation.call(
        "Invoke",
        TestResource.json(
            "{\"FunctionName\": \"%s\", \"InvocationType\": \"Event\", \"Payload\": \"%d\"}"
                .formatted(function, payload)));
  }

  private int asleep() {
    List<Asleep> asleep = new ArrayList<>();
    simulation.journal().history().asleep(asleep::add);
    return asleep.size();
  }

  @Test
  void eachRunsOnce_inTheOrderInWhichTheyCame() {
    IntStream.range(0, MANY).forEach(i -> invoke("slow", i));
    simulation.time().runDue();
    assertThat(asleep()).isPositive();
    assertThat(functions.deliveries()).hasSize(MANY);
    assertThat(simulation.activity().invocations()).as("are under way").isEqualTo(MANY);

    simulation.time().advance(RUN.multipliedBy(MANY));

    assertThat(functions.deliveries()).allMatch(each -> each.course().attempts().size() == 1);
    assertThat(functions.deliveries())
        .extracting(each -> each.lastAttempt().orElseThrow().started())
        .containsExactlyElementsOf(
            IntStream.range(0, MANY).mapToObj(i -> start.plus(RUN.multipliedBy(i))).toList());
    assertThat(asleep()).isZero();
    assertThat(simulation.activity().invocations()).isZero();
  }

  /** One whose time has come is not overtaken by those that come later. */
  @Test
  void aRetryHasItsTurn_beforeWhoComesLater() {
    invoke("fails", 0);
    simulation.time().runDue();
    IntStream.range(0, MANY).forEach(i -> invoke("slow", i));
    simulation.time().advance(Duration.ofSeconds(61));
    int later = 100;
    IntStream.range(0, later).forEach(i -> invoke("slow", i));

    simulation.time().advance(RUN.multipliedBy(MANY + 300));

    List<Delivery> all = functions.deliveries();
    assertThat(all).hasSize(1 + MANY + later);
    assertThat(all).allMatch(each -> each.course().conclusion().isPresent());
    List<Attempt> retried = all.get(0).course().attempts();
    assertThat(retried).hasSize(3);
    assertThat(all.subList(1 + MANY, all.size()))
        .extracting(each -> each.lastAttempt().orElseThrow().started())
        .noneMatch(started -> started.isBefore(retried.get(1).started()));
  }
}
