package io.pushsim.scenario.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The folder of a replay's report: {@code report.html}, {@code report.json}, {@code junit.xml}. */
public final class ReportFolder {
  private ReportFolder() {}

  /**
   * Writes the files, each whole or not at all, making the folder where there is none.
   *
   * @throws IOException with a message for the person who named the folder
   */
  public static void write(Path folder, ReplayReport replay) throws IOException {
    make(folder);
    writeFile(folder.resolve("report.html"), HtmlReport.of(replay));
    writeFile(folder.resolve("report.json"), JsonReport.of(replay));
    writeFile(folder.resolve("junit.xml"), JunitReport.of(replay));
  }

  private static void make(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IOException(
          "The report folder " + folder + " is a file. Name a folder, or a name that is free.");
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new IOException(
          "The report folder " + folder + " cannot be made" + because(e) + ". Name another one.",
          e);
    }
  }

  private static void writeFile(Path file, String text) throws IOException {
    Path unfinished =
        file.resolveSibling(
            "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
    try {
      Files.write(unfinished, text.getBytes(StandardCharsets.UTF_8));
      move(unfinished, file);
    } catch (IOException e) {
      throw new IOException(
          "The report "
              + file
              + " cannot be written"
              + because(e)
              + ". Name a folder that you may write to.",
          e);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static void move(Path unfinished, Path file) throws IOException {
    try {
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The cause in brackets; file system exceptions have only their class to tell it. */
  private static String because(IOException e) {
    String name = e.getClass().getSimpleName().replaceAll("(Exception)$", "");
    return " (" + name + ": " + e.getMessage() + ")";
  }
}
