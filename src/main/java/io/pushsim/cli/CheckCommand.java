package io.pushsim.cli;

import io.pushsim.check.Baseline;
import io.pushsim.check.CheckReport;
import io.pushsim.check.Checker;
import io.pushsim.check.finding.FindingKind;
import io.pushsim.check.input.Gathering;
import io.pushsim.check.report.CheckFolder;
import io.pushsim.check.report.JsonReport;
import io.pushsim.check.report.MarkdownReport;
import io.pushsim.check.report.SarifReport;
import io.pushsim.check.report.TableReport;
import io.pushsim.document.DocumentException;
import io.pushsim.document.NearestWord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pushsim check}. */
@Command(
    name = "check",
    description =
        "Tells who may invoke what, which statement says so, and what is wrong, before AWS does.",
    footer = {
      "",
      "Exit codes: 0 no errors; 1 a rule is dead or a hole is open; 2 an input or the usage is wrong."
    })
final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private CheckedInputs inputs = new CheckedInputs();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: table): what goes to standard output.")
  private Format format = Format.table;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Write report.html, report.json, report.sarif and report.md into this folder.")
  private Optional<Path> report = Optional.empty();

  @Option(
      names = "--ignore",
      paramLabel = "ID",
      split = ",",
      description = "Leave out findings of this id; may be given several times.")
  private List<String> ignored = List.of();

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Leave out the findings that this file knows.")
  private Optional<Path> baseline = Optional.empty();

  @Option(
      names = "--update-baseline",
      description = "Write the findings of this check into the --baseline file.")
  private boolean updateBaseline;

  /** How to tell it; spelt as on the command line. */
  enum Format {
    table,
    json,
    sarif,
    markdown
  }

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Set<FindingKind> kinds = ignoredKinds();
    if (updateBaseline && baseline.isEmpty()) {
      throw inputs.wrong("--update-baseline needs a file: name it by --baseline");
    }
    try {
      Baseline known =
          updateBaseline ? Baseline.EMPTY : baseline.map(Baseline::read).orElse(Baseline.EMPTY);
      Gathering gathering = inputs.gather();
      CheckReport checked = new Checker(kinds, known).check(gathering);
      tell(checked);
      return exitCode(checked);
    } catch (DocumentException e) {
      e.problems().forEach(problem -> terminal.err().println(problem));
      terminal.err().flush();
      return PushsimCommand.WRONG_INPUT;
    } catch (IOException e) {
      terminal.err().println("pushsim check: " + e.getMessage());
      terminal.err().flush();
      return PushsimCommand.WRONG_INPUT;
    }
  }

  private Set<FindingKind> ignoredKinds() {
    Set<FindingKind> kinds = EnumSet.noneOf(FindingKind.class);
    for (String id : ignored) {
      kinds.add(
          FindingKind.parse(id)
              .orElseThrow(
                  () ->
                      inputs.wrong(
                          "--ignore is '%s', which is no finding's id%s"
                              .formatted(id, suggestion(id)))));
    }
    return kinds;
  }

  private static String suggestion(String id) {
    List<String> ids = Arrays.stream(FindingKind.values()).map(FindingKind::id).toList();
    return NearestWord.to(id, ids)
        .map(word -> "; did you mean " + word + "?")
        .orElseGet(() -> ": there are " + String.join(", ", ids));
  }

  private void tell(CheckReport checked) throws IOException {
    Path directory = Path.of("").toAbsolutePath();
    String version = VersionText.number();
    switch (format) {
      case table -> TableReport.write(checked, terminal.out(), terminal.style());
      case json -> JsonReport.write(checked, terminal.out());
      case sarif -> SarifReport.write(checked, directory, version, terminal.out());
      case markdown -> MarkdownReport.write(checked, terminal.out());
    }
    terminal.out().flush();
    if (report.isPresent()) {
      CheckFolder.write(report.get(), checked, directory, version);
    }
    if (updateBaseline) {
      Baseline.write(baseline.orElseThrow(), checked.setUps());
    }
    checked.problems().forEach(problem -> terminal.err().println(problem));
    if (checked.stale() > 0) {
      terminal
          .err()
          .println(
              "pushsim check: %s any more: --update-baseline drops what is stale"
                  .formatted(
                      checked.stale() == 1
                          ? "1 entry of the baseline matches nothing"
                          : checked.stale() + " entries of the baseline match nothing"));
    }
    terminal.err().flush();
  }

  private int exitCode(CheckReport checked) {
    if (!checked.problems().isEmpty()) {
      return PushsimCommand.WRONG_INPUT;
    }
    return checked.passed() || updateBaseline ? 0 : PushsimCommand.EXPECTATION_FAILED;
  }
}
