package io.pushsim.check.report;

import io.pushsim.check.CheckReport;
import io.pushsim.display.Folder;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The folder of a check's report: {@code report.html}, {@code report.json}, {@code report.sarif},
 * {@code report.md}.
 */
public final class CheckFolder {
  private CheckFolder() {}

  /**
   * Writes the files, each whole or not at all, making the folder where there is none.
   *
   * @param directory the one from which inputs were named
   * @param version pushsim's own
   * @throws IOException with a message for the person who named the folder
   */
  public static void write(Path folder, CheckReport report, Path directory, String version)
      throws IOException {
    Folder reports = Folder.at(folder);
    reports.write("report.html", CheckPage.of(report));
    reports.write("report.json", out -> JsonReport.write(report, out));
    reports.write("report.sarif", out -> SarifReport.write(report, directory, version, out));
    reports.write("report.md", out -> MarkdownReport.write(report, out));
  }
}
