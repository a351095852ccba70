package io.pushsim.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParagraphTest {
  private static final Style STYLE = new Style(80, false, true);

  @Test
  void breaksAtSpaces_whenTooWide() {
    assertThat(lines("one two  three four", 0, 2, 9))
        .containsExactly("one two", "  three", "  four");
  }

  @Test
  void breaksBehindASign_whenAWordIsWiderThanTheLine() {
    assertThat(lines("to arn:aws:lambda:us-west-2:1", 0, 0, 12))
        .containsExactly("to arn:aws:", "lambda:", "us-west-2:1");
  }

  @Test
  void breaksAnywhere_whenAWordHasNoSign() {
    assertThat(lines("abcdefghij", 2, 1, 5)).containsExactly("abc", " defg", " hij");
  }

  @Test
  void countsTwoCells_whenGlyphsAreWide() {
    assertThat(lines("写真写真", 0, 0, 5)).containsExactly("写真", "写真");
  }

  @Test
  void paintsEachLineAnew_whenToneGoesOverTheBreak() {
    Style colours = new Style(80, true, true);

    assertThat(new Paragraph(StyledText.of(Tone.BAD, "one two"), colours).lines(0, 0, 4))
        .containsExactly("\u001b[31mone\u001b[0m", "\u001b[31mtwo\u001b[0m");
  }

  @ParameterizedTest
  @CsvSource({"a,1", "é,1", "e\u0301,1", "写,2", "ｱ,1", "Ａ,2", "한,2", "🎉,2", "✓,1", "→,1", "█,1"})
  void measuresCells_asTerminalsDo(String text, int cells) {
    assertThat(CodePoints.cells(text)).isEqualTo(cells);
  }

  @Property
  void fitsAndLosesNothing_whateverTheText(
      @ForAll String text, @ForAll @IntRange(min = 6, max = 60) int columns) {
    List<String> lines = lines(text, 1, 3, columns);

    assertThat(lines.stream().map(CodePoints::cells)).allMatch(cells -> cells <= columns);
    assertThat(String.join("", lines).replace(" ", ""))
        .isEqualTo(VisibleText.inline(text).replace(" ", ""));
  }

  private static List<String> lines(String text, int used, int indent, int columns) {
    return new Paragraph(StyledText.of(text), STYLE).lines(used, indent, columns);
  }
}
