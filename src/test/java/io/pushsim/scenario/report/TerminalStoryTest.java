package io.pushsim.scenario.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.pushsim.display.CodePoints;
import io.pushsim.display.Style;
import io.pushsim.testing.GoldenFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalStoryTest {

  @ParameterizedTest
  @CsvSource({
    "60,false,true",
    "80,false,true",
    "80,true,true",
    "80,false,false",
    "200,false,true",
    "200,true,true"
  })
  void looksAsAccepted_whenTold(int width, boolean colours, boolean unicode) throws IOException {
    String name =
        "terminal-" + width + (colours ? "-colours" : "") + (unicode ? "" : "-ascii") + ".txt";

    new GoldenFile("report/" + name)
        .assertHolds(told(SampleReports.rich(), new Style(width, colours, unicode)));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 41, 47, 53, 60, 72, 80, 99, 120, 132, 140, 160, 200, 400})
  void noLineIsWider_whenTerminalHasThatManyColumns(int width) {
    for (boolean unicode : new boolean[] {true, false}) {
      String told = told(SampleReports.rich(), new Style(width, false, unicode));

      assertThat(told.lines().filter(line -> !isOneWord(line)))
          .allMatch(line -> CodePoints.cells(line) <= width);
      assertThat(told.lines().filter(line -> line.stripLeading().startsWith("aws lambda")))
          .hasSize(1);
    }
  }

  /** A word of a command to copy, which is never broken. */
  private static boolean isOneWord(String line) {
    return line.strip().matches("--[a-z-]+ [^ ]+( \\\\)?|aws lambda [a-z-]+ \\\\");
  }

  @Test
  void isNotNarrowerThan40_whenTerminalIs() {
    assertThat(told(SampleReports.rich(), new Style(7, false, true)))
        .isEqualTo(told(SampleReports.rich(), new Style(40, false, true)));
  }

  @Test
  void colourChangesNothingElse_whenToldInColour() {
    String coloured = told(SampleReports.rich(), new Style(80, true, true));

    assertThat(coloured.replaceAll("\u001b\\[[0-9]*m", ""))
        .isEqualTo(told(SampleReports.rich(), new Style(80, false, true)));
  }

  @Test
  void sendsNoControlCharacter_whenKeysAndLogsHaveThem() {
    String told = told(SampleReports.rich(), new Style(80, false, true));

    assertThat(told.codePoints().filter(point -> point != '\n'))
        .noneMatch(Character::isISOControl)
        .noneMatch(point -> point >= 0x202A && point <= 0x202E);
    assertThat(told).contains("\\u001b[2Jcleared?", "\\u202egpj.exe\\n\\ud800");
  }

  @Test
  void isAsciiOnly_whenConsoleHasNoMore() {
    assertThat(told(SampleReports.rich(), new Style(80, false, false)).codePoints())
        .allMatch(point -> point < 0x7F);
  }

  @Test
  void tellsEachStepAtOnce_whenStepEnds() {
    StringWriter text = new StringWriter();
    TerminalStory story = new TerminalStory(new PrintWriter(text), new Style(80, false, true));
    StoryReport tutorial = SampleReports.tutorial();

    story.storyBegan(beginning(tutorial));
    story.stepEnded(tutorial.steps().get(0));

    assertThat(text.toString())
        .contains("  14 ✓ CreateFunction helloworld")
        .doesNotContain("CreateAlias");
  }

  @Test
  void cutsLongTexts_whenHandlerFloodsItsLog() {
    String told = told(SampleReports.rich(), new Style(80, false, true));

    assertThat(told)
        .contains("still at it 20", "(10 more lines: see the report)")
        .doesNotContain("still at it 21");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8,true",
    "UTF-16,true",
    "US-ASCII,false",
    "ISO-8859-1,false",
    "windows-1252,false"
  })
  void choosesSigns_whenConsoleHasACharacterSet(String charset, boolean unicode) {
    assertThat(Style.unicodeIn(Charset.forName(charset))).isEqualTo(unicode);
  }

  static String told(ReplayReport replay, Style style) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    TerminalStory story = new TerminalStory(out, style);
    for (StoryReport one : replay.stories()) {
      story.storyBegan(beginning(one));
      one.steps().forEach(story::stepEnded);
      story.storyEnded(one);
    }
    story.replayEnded(replay);
    return text.toString();
  }

  private static StoryReport beginning(StoryReport story) {
    return new StoryReport(
        story.file(),
        story.name(),
        story.account(),
        story.region(),
        story.seed(),
        story.start(),
        List.of());
  }
}
