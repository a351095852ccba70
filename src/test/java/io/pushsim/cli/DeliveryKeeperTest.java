package io.pushsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.journal.ForwardingJournal;
import io.pushsim.journal.MemoryJournal;
import io.pushsim.journal.Retention;
import io.pushsim.time.TimeScale;
import io.pushsim.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deliveries grow old by the simulated time; the keeper looks by the machine's. */
class DeliveryKeeperTest {
  private static final Instant SIMULATED = Instant.parse("2031-01-01T00:00:00Z");

  private final VirtualTime machine = new VirtualTime(Instant.parse("2026-01-01T00:00:00Z"));
  private final List<Instant> looks = new ArrayList<>();
  private final List<String> bounds = new ArrayList<>();

  private DeliveryKeeper started(Retention retention, String scale) {
    ForwardingJournal journal =
        new ForwardingJournal(new MemoryJournal()) {
          @Override
          public void expire(Instant before, int newest) {
            looks.add(machine.instant());
            bounds.add(before + " " + newest);
          }
        };
    DeliveryKeeper keeper =
        new DeliveryKeeper(
            journal,
            retention,
            () -> SIMULATED,
            TimeScale.parse(scale).orElseThrow(),
            machine,
            Runnable::run);
    keeper.start();
    return keeper;
  }

  private static Retention age(String age) {
    return Retention.parse(age).orElseThrow();
  }

  @Test
  void letsGoWhatIsTooOld_byTheSimulatedTime() {
    started(age("2h"), "1");

    assertThat(bounds).containsExactly("2030-12-31T22:00:00Z " + Integer.MAX_VALUE);
  }

  @ParameterizedTest
  @CsvSource({"5m, 1, 30", "5s, 1, 1", "2h, 1, 60", "2h, 60, 12", "2h, 100000, 1", "5s, 0.01, 50"})
  void looksTenTimesAnAge_butNotMoreThanEachSecondNorLessThanEachMinute(
      String age, String scale, int pause) {
    Instant start = machine.instant();
    started(age(age), scale);

    machine.advance(Duration.ofSeconds(2L * pause));

    assertThat(looks)
        .containsExactly(start, start.plusSeconds(pause), start.plusSeconds(2L * pause));
  }

  @Test
  void leavesTheNumberToTheJournal_whenThereIsNoAge() {
    started(new Retention(5, Optional.empty()), "1");
    machine.advance(Duration.ofHours(1));

    assertThat(looks).isEmpty();
  }

  @Test
  void looksNoMore_whenClosed() {
    started(age("5m"), "1").close();
    machine.advance(Duration.ofHours(1));

    assertThat(looks).hasSize(1);
  }
}
