package io.pushsim.eventsource.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredBodyTest {

  private static InputStream of(int bytes, long declared) {
    return new DeclaredBody(new ByteArrayInputStream(new byte[bytes]), declared);
  }

  @Test
  void countsWhatIsSkipped_andWhatIsReadByteByByte() throws IOException {
    InputStream body = of(5, 5);

    body.skipNBytes(3);
    assertThat(body.read()).isZero();
    assertThat(body.read()).isZero();

    assertThat(body.read()).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 6})
  void fails_whenItIsNotAsLongAsDeclared(long declared) {
    assertThatThrownBy(() -> of(5, declared).readAllBytes())
        .hasCauseInstanceOf(ObjectRefusal.class);
  }
}
