package io.pushsim.eventsource.listen;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.eventsource.listen.StreamWatch.Judgement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamWatchTest {
  private static final long SECOND = 1_000_000_000L;

  private final ListenPace pace = ListenPace.usual();
  private final StreamWatch watch = new StreamWatch(pace, 0);

  @Test
  void warnsOnceAndCutsLate_whenNothingEverCame() {
    assertThat(watch.judge(5 * SECOND - 1, false)).isEqualTo(Judgement.NOTHING);
    assertThat(watch.judge(5 * SECOND, false)).isEqualTo(Judgement.WARN);
    assertThat(watch.judge(6 * SECOND, false)).isEqualTo(Judgement.NOTHING);
    assertThat(watch.judge(299 * SECOND, false)).isEqualTo(Judgement.NOTHING);
    assertThat(watch.judge(300 * SECOND, false)).isEqualTo(Judgement.CUT);
  }

  @Test
  void cuts_whenSignsOfLifeCameOneByOne() {
    for (int second = 1; second <= 3; second++) {
      watch.spoke(second * SECOND);
    }

    assertThat(watch.judge(7 * SECOND, false)).isEqualTo(Judgement.NOTHING);
    assertThat(watch.judge(8 * SECOND, false)).isEqualTo(Judgement.CUT);
    assertThat(watch.silence(8 * SECOND)).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void cuts_whenItWasWarnedOfBefore() {
    assertThat(watch.judge(5 * SECOND, false)).isEqualTo(Judgement.WARN);
    for (int second = 6; second <= 8; second++) {
      watch.spoke(second * SECOND);
    }

    assertThat(watch.judge(13 * SECOND, false)).isEqualTo(Judgement.CUT);
  }

  /** What is cut off within a line has not ended. */
  @Test
  void warnsOnly_whenTheStreamStoppedWithinALine() {
    for (int second = 1; second <= 3; second++) {
      watch.spoke(second * SECOND);
    }

    assertThat(watch.judge(8 * SECOND, true)).isEqualTo(Judgement.WARN);
  }

  @Test
  void warnsOnly_whenSignsOfLifeCameInBlocks() {
    for (long block = 1; block <= 3; block++) {
      for (int sign = 0; sign < 241; sign++) {
        watch.spoke(block * 241 * SECOND + sign);
      }
    }

    assertThat(watch.judge((3 * 241 + 6) * SECOND, false)).isEqualTo(Judgement.WARN);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 125",
    "1, 0.999999, 250",
    "2, 0, 250",
    "3, 0.5, 750",
    "8, 0, 15000",
    "8, 0.999999, 30000",
    "1000000, 0.999999, 30000"
  })
  void pausesAreTwiceAsLongEachTime_andBounded(int failed, double draw, long millis) {
    assertThat(pace.pause(failed, draw)).isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void asksForWholeSeconds() {
    assertThat(pace.pingSeconds()).isEqualTo(1);
    assertThat(
            new ListenPace(Duration.ofMillis(20), 1, 1, Duration.ZERO, Duration.ZERO).pingSeconds())
        .isEqualTo(1);
  }
}
