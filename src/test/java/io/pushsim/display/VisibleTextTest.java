package io.pushsim.display;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTextTest {

  @ParameterizedTest
  @CsvSource({
    "9, \\t",
    "10, \\n",
    "13, \\r",
    "0, \\u0000",
    "27, \\u001b",
    "127, \\u007f",
    "155, \\u009b",
    "8238, \\u202e",
    "8203, \\u200b",
    "65279, \\ufeff",
    "8232, \\u2028",
    "55296, \\ud800",
    "917569, \\u{e0041}"
  })
  void isEscaped_whenInvisible(int codePoint, String escape) {
    assertThat(VisibleText.inline("a" + Character.toString(codePoint) + "b"))
        .isEqualTo("a" + escape + "b");
  }

  @ParameterizedTest
  @CsvSource({"a b.txt", "ünïcode €", "写真", "👨‍👩‍👧", "👍🏽", "❤️", "می‌خواهم", "क्‍ष", "\\n"})
  void staysAsItIs_whenVisible(String text) {
    assertThat(VisibleText.inline(text)).isEqualTo(text);
  }

  @Test
  void joinerIsEscaped_whenItJoinsNothing() {
    assertThat(VisibleText.inline("a\u200db")).isEqualTo("a\\u200db");
  }

  @Test
  void everythingBeyondAsciiIsEscaped_whenAsciiIsAsked() {
    assertThat(VisibleText.ascii("ü🎉\u001b")).isEqualTo("\\u00fc\\u{1f389}\\u001b");
  }

  @Test
  void jsonMeansTheSame_whenWhatIsInvisibleIsEscaped() {
    assertThat(VisibleText.inJson("{\"k\\n\": \"ü\u202e\u009b\udb40\udc41👨‍👩\"}\n"))
        .isEqualTo("{\"k\\n\": \"ü\\u202E\\u009B\\uDB40\\uDC41👨‍👩\"}\n");
  }

  @Test
  void linesAreCut_whereverTheyEnd() {
    assertThat(VisibleText.lines("a\r\nb\rc\n\n\td")).containsExactly("a", "b", "c", "", "    d");
  }

  @Property
  void hasNoControlCharacter_whateverTheText(@ForAll String text) {
    assertThat(VisibleText.inline(text).codePoints())
        .noneMatch(Character::isISOControl)
        .noneMatch(point -> Character.getType(point) == Character.SURROGATE);
  }
}
