package io.pushsim.journal.disk;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite's native library. sqlite-jdbc unpacks a megabyte for each process into the machine's
 * folder of temporary files, and removes it only where the process ends by itself. Here it is
 * unpacked into the data's folder, which the process has to itself, and removed as soon as it is
 * loaded; the rest of a process that was killed in between goes at the next start.
 */
final class SqliteLibrary {
  /** Where sqlite-jdbc unpacks to. */
  private static final String TARGET = "org.sqlite.tmpdir";

  private SqliteLibrary() {}

  /** Loads it into this process, where another place is not set for it and it can be. */
  static synchronized void load(DataDirectory directory) {
    if (System.getProperty(TARGET) != null) {
      return;
    }
    Path folder = directory.path().resolve("native");
    remove(folder);
    System.setProperty(TARGET, folder.toString());
    try {
      Files.createDirectory(folder);
      SQLiteJDBCLoader.initialize();
    } catch (Exception e) {
      // The disk may be full, or let no program run: opening the database tries java.io.tmpdir, and
      // tells.
    } finally {
      System.clearProperty(TARGET);
      remove(folder);
    }
  }

  private static void remove(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      // Windows keeps the file of a loaded library: the next start removes it.
    }
  }
}
