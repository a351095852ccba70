package io.pushsim.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequencerTest {

  @ParameterizedTest
  @CsvSource({
    "0055AED6DCD90281E5, 0055AED6DCD90281E6, -1",
    "0055AED6DCD90281E5, 0055AED6DCD90281E5,  0",
    "0055AED6,           0055AED6DC,         -1",
    "0055AED6,           0055AED600,          0",
    "0055AED7,           0055AED6DC,          1",
    "0055aed6dc,         0055AED6DC,          0"
  })
  void comparesFilledUpOnTheRight(String first, String second, int sign) {
    assertThat(Integer.signum(new Sequencer(first).compareTo(new Sequencer(second))))
        .isEqualTo(sign);
  }

  @Test
  void growsWithTheSecondAndThenTheCount() {
    Instant time = Instant.parse("2015-07-21T23:35:56.999Z");

    assertThat(Sequencer.of(time, 0xD90281E5L)).hasToString("0055AED75CD90281E5");
    assertThat(Sequencer.of(time, 1)).isLessThan(Sequencer.of(time, 2));
    assertThat(Sequencer.of(time, 2)).isLessThan(Sequencer.of(time.plusSeconds(1), 1));
  }
}
