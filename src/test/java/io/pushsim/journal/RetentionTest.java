package io.pushsim.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionTest {
  @Test
  void isANumberOfDeliveriesOrAnAge() {
    assertThat(Retention.parse("500")).contains(new Retention(500, Optional.empty()));
    assertThat(Retention.parse("0")).contains(new Retention(0, Optional.empty()));
    assertThat(Retention.parse("2h"))
        .contains(new Retention(Integer.MAX_VALUE, Optional.of(Duration.ofHours(2))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "many", "9999999999", "2 h", "PT9223372036854775807S"})
  void isNothingElse(String text) {
    assertThat(Retention.parse(text)).isEmpty();
  }
}
