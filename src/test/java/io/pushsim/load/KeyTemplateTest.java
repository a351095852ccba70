package io.pushsim.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTemplateTest {
  @ParameterizedTest
  @CsvSource({
    "{key}, a.jpg",
    "in/{n}.jpg, in/17.jpg",
    "{n}/{n}-{key}, 17/17-a.jpg",
    "fixed, fixed",
    "}, }"
  })
  void makesAKeyOfItsPieces(String template, String key) {
    assertThat(KeyTemplate.parse(template).orElseThrow().key(17, "a.jpg")).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{m}", "a{}b", "in/{N}"})
  void takesNoPlaceholderThatThereIsNot(String template) {
    assertThat(KeyTemplate.parse(template)).isEmpty();
  }

  @Test
  void makesNoKeyOfNothing() {
    assertThat(KeyTemplate.parse("")).isEmpty();
  }
}
