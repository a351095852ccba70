package io.pushsim.scenario.report;

import io.pushsim.display.Folder;
import java.io.IOException;
import java.nio.file.Path;

/** The folder of a replay's report: {@code report.html}, {@code report.json}, {@code junit.xml}. */
public final class ReportFolder {
  private ReportFolder() {}

  /**
   * Writes the files, each whole or not at all, making the folder where there is none.
   *
   * @throws IOException with a message for the person who named the folder
   */
  public static void write(Path folder, ReplayReport replay) throws IOException {
    Folder reports = Folder.at(folder);
    reports.write("report.html", HtmlReport.of(replay));
    reports.write("report.json", JsonReport.of(replay));
    reports.write("junit.xml", JunitReport.of(replay));
  }
}
