package io.pushsim.cli;

import io.pushsim.runtime.JavaScriptEngine;
import io.pushsim.scenario.Replayer;
import io.pushsim.scenario.ScenarioException;
import io.pushsim.scenario.ScenarioFiles;
import io.pushsim.scenario.ScenarioReader;
import io.pushsim.scenario.Story;
import io.pushsim.scenario.report.JsonReport;
import io.pushsim.scenario.report.ReplayAudience;
import io.pushsim.scenario.report.ReplayReport;
import io.pushsim.scenario.report.ReportFolder;
import io.pushsim.scenario.report.StoryReport;
import io.pushsim.scenario.report.TerminalStory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pushsim replay}. */
@Command(
    name = "replay",
    description = "Replays scenario files and compares what happens with what they expect.")
final class ReplayCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Scenario files; a folder stands for all scenarios in it.")
  private List<Path> paths = List.of();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Draw by this seed instead of the files' own.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Write report.html, report.json and junit.xml into this folder.")
  private Optional<Path> report = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "${COMPLETION-CANDIDATES} (default: pretty); json writes the report to standard output.")
  private Format format = Format.pretty;

  /** How to tell it on standard output; spelt as on the command line. */
  enum Format {
    pretty,
    json
  }

  ReplayCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (BackgroundEngine engine = new BackgroundEngine()) {
      List<Story> stories =
          new ScenarioReader(ScenarioVocabulary.ofOperations()).readAll(ScenarioFiles.find(paths));
      ReplayReport replayed = replay(stories, engine.engine());
      if (format == Format.json) {
        terminal.out().print(JsonReport.of(replayed));
        terminal.out().flush();
      }
      if (report.isPresent()) {
        ReportFolder.write(report.get(), replayed);
      }
      return replayed.passed() ? 0 : PushsimCommand.EXPECTATION_FAILED;
    } catch (ScenarioException e) {
      e.problems().forEach(problem -> terminal.err().println(problem));
      terminal.err().flush();
      return PushsimCommand.WRONG_INPUT;
    } catch (IOException e) {
      terminal.err().println("pushsim: " + e.getMessage());
      terminal.err().flush();
      return PushsimCommand.WRONG_INPUT;
    }
  }

  private ReplayAudience audience() {
    return format == Format.json
        ? ReplayAudience.NONE
        : new TerminalStory(terminal.out(), terminal.style());
  }

  private ReplayReport replay(List<Story> stories, JavaScriptEngine engine) {
    ReplayAudience audience = audience();
    Replayer replayer = new Replayer(setting -> new StoryWorld(setting, engine));
    List<StoryReport> reports = new ArrayList<>();
    for (Story story : stories) {
      reports.add(replayer.replay(seeded(story), audience));
    }
    ReplayReport replayed = new ReplayReport(reports);
    audience.replayEnded(replayed);
    return replayed;
  }

  private Story seeded(Story story) {
    return seed.map(story::withSeed).orElse(story);
  }
}
