package io.pushsim.display;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A folder of reports, whose files are each written whole or not at all. */
public final class Folder {
  private final Path path;

  private Folder(Path path) {
    this.path = path;
  }

  /**
   * The folder at a path, made where there is none.
   *
   * @throws IOException with a message for the person who named the folder
   */
  public static Folder at(Path path) throws IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new IOException(
          "The report folder " + path + " is a file. Name a folder, or a name that is free.");
    }
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new IOException(
          "The report folder " + path + " cannot be made" + because(e) + ". Name another one.", e);
    }
    return new Folder(path);
  }

  /**
   * Writes a file, in UTF-8; one of that name is replaced.
   *
   * @param name the file's, without a folder
   * @throws IOException with a message for the person who named the folder
   */
  public void write(String name, String text) throws IOException {
    write(name, out -> out.write(text));
  }

  /** Writes a file's text. */
  public interface Content {
    void writeTo(Writer out) throws IOException;
  }

  /**
   * Writes a file as its text comes, in UTF-8; one of that name is replaced.
   *
   * @param name the file's, without a folder
   * @throws IOException with a message for the person who named the folder
   */
  public void write(String name, Content content) throws IOException {
    Path file = path.resolve(name);
    Path unfinished =
        file.resolveSibling("." + name + "." + ProcessHandle.current().pid() + ".tmp");
    try {
      try (Writer out =
          new BufferedWriter(
              new OutputStreamWriter(Files.newOutputStream(unfinished), StandardCharsets.UTF_8))) {
        content.writeTo(out);
      }
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
