package io.pushsim.scenario.report;

import io.pushsim.display.Style;
import io.pushsim.display.StyledText;
import io.pushsim.display.TerminalLines;
import io.pushsim.display.Tone;
import java.io.PrintWriter;
import java.util.Optional;

/** A replay told on the terminal while it happens. Used by one thread. */
public final class TerminalStory implements ReplayAudience {
  private final TerminalLines lines;
  private Optional<TerminalStep> steps = Optional.empty();

  public TerminalStory(PrintWriter out, Style style) {
    this.lines = new TerminalLines(out, style);
  }

  @Override
  public void storyBegan(StoryReport beginning) {
    steps = Optional.of(new TerminalStep(lines, StorySetting.of(beginning)));
    lines.title(beginning.name());
    String dot = "  " + lines.glyphs().separator() + "  ";
    String setting =
        String.join(
            dot,
            beginning.file(),
            "account " + beginning.account(),
            beginning.region(),
            "seed " + beginning.seed());
    lines.paragraph(
        StyledText.EMPTY, StyledText.of(Tone.FAINT, setting), lines.style().proseWidth());
    lines.blank();
    lines.flush();
  }

  @Override
  public void stepEnded(StepReport step) {
    steps.orElseThrow(() -> new IllegalStateException("A step ends only in a story")).write(step);
    lines.flush();
  }

  @Override
  public void storyEnded(StoryReport story) {
    lines.blank();
    lines.verdict(story.passed(), "", StoryCounts.of(story).sentence());
    lines.blank();
    lines.flush();
  }

  /** One line for each story, the failures once more, and the sum. */
  @Override
  public void replayEnded(ReplayReport replay) {
    if (replay.stories().size() > 1) {
      lines.title("Summary");
      replay.stories().forEach(this::summary);
      lines.blank();
    }
    for (StoryReport story : replay.stories()) {
      for (StepReport step : story.steps()) {
        step.failures().forEach(failure -> failed(story, failure));
      }
    }
    if (!replay.passed()) {
      lines.blank();
    }
    lines.verdict(replay.passed(), "", StoryCounts.sentence(replay));
    lines.flush();
  }

  /** The same story at once, as text. */
  static void tell(StoryReport story, PrintWriter out, Style style) {
    TerminalStory told = new TerminalStory(out, style);
    told.storyBegan(story);
    story.steps().forEach(told::stepEnded);
    told.storyEnded(story);
  }

  private void summary(StoryReport story) {
    StoryCounts counts = StoryCounts.of(story);
    lines.verdict(story.passed(), story.name() + "  ", counts.stepsSentence());
  }

  private void failed(StoryReport story, FailureReport failure) {
    lines.paragraph(
        StyledText.of(Tone.BAD, lines.glyphs().failed() + " "),
        StyledText.of(Tone.STRONG, Decisions.place(story.file(), failure))
            .and(failure.path().isEmpty() ? "" : "  " + failure.path())
            .and(Tone.FAINT, "  expected ")
            .and(Tone.GOOD, clipped(failure.expected()))
            .and(Tone.FAINT, "  actual ")
            .and(Tone.BAD, clipped(failure.actual())),
        lines.style().width());
  }

  /** What was told in full already, in few words. */
  private String clipped(String text) {
    int most = 60;
    String oneLine = text.strip().replaceAll("\\s+", " ");
    return oneLine.codePointCount(0, oneLine.length()) <= most
        ? oneLine
        : oneLine.substring(0, oneLine.offsetByCodePoints(0, most)) + lines.glyphs().ellipsis();
  }
}
