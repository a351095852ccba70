package io.pushsim.scenario.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    GoldenFile.assertSame(name, told(SampleReports.rich(), new Style(width, colours, unicode)));
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
