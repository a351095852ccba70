package io.pushsim.load.report;

import io.pushsim.display.Folder;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The folder of a load's report: {@code report.html}, {@code report.json} and {@code latency.hlog}.
 */
public final class LoadFolder {
  private LoadFolder() {}

  /**
   * Writes the files, each whole or not at all, making the folder where there is none.
   *
   * @throws IOException with a message for the person who named the folder
   */
  public static void write(Path folder, LoadReport report) throws IOException {
    Folder reports = Folder.at(folder);
    reports.write("report.html", LoadPage.of(report));
    reports.write("report.json", JsonLoadReport.of(report));
    reports.write("latency.hlog", report.result().histogramLog());
  }
}
