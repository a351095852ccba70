package io.pushsim.journal.disk;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder in which a simulator keeps everything; one process has it to itself. */
public final class DataDirectory implements AutoCloseable {
  private static final String LOCK = "lock";

  private final Path path;
  private final FileChannel lockFile;

  private DataDirectory(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /**
   * Takes a folder, and makes it where it is missing.
   *
   * @throws SimulatorException where it cannot be had: it is no folder, cannot be written to, or
   *     another process has it; the message says what to do
   */
  public static DataDirectory open(Path path) {
    try {
      Files.createDirectories(path);
    } catch (FileAlreadyExistsException e) {
      throw unusable(path, "it is no folder", "name another one, or remove what is there");
    } catch (IOException e) {
      throw unusable(path, "it cannot be made (" + e.getMessage() + ")", "name another one");
    }
    FileChannel channel;
    try {
      channel =
          FileChannel.open(
              path.resolve(LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw unusable(
          path,
          "it cannot be written to (" + e.getMessage() + ")",
          "make it writable for this user, or name another one");
    }
    try {
      lock(path, channel);
      return new DataDirectory(path, channel);
    } catch (IOException e) {
      closeQuietly(channel, e);
      throw unusable(path, "it cannot be locked (" + e.getMessage() + ")", "name another one");
    } catch (SimulatorException e) {
      closeQuietly(channel, e);
      throw e;
    }
  }

  private static void closeQuietly(FileChannel channel, Exception failure) {
    try {
      channel.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /** The lock goes with the process, however that ends; the file says whose it is. */
  private static void lock(Path path, FileChannel channel) throws IOException {
    if (!tryLock(channel)) {
      throw unusable(
          path,
          "another pushsim, process %s, has it".formatted(owner(channel)),
          "stop that one, or name another folder");
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap(
            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
        0);
  }

  /** The lock is on no byte of the file's text, which others may read. */
  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(Long.MAX_VALUE - 1, 1, false) != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static String owner(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(20);
    channel.read(text, 0);
    return StandardCharsets.US_ASCII.decode(text.flip()).toString();
  }

  private static SimulatorException unusable(Path path, String reason, String remedy) {
    return new SimulatorException(
        ErrorCode.INVALID_INPUT,
        "'%s' cannot keep pushsim's data: %s; %s".formatted(path, reason, remedy));
  }

  /** The journal's file. */
  Path journal() {
    return path.resolve("journal.db");
  }

  /** The folder of packages. */
  Path code() {
    return path.resolve("code");
  }

  /** The folder of objects. */
  public Path objects() {
    return path.resolve("objects");
  }

  /** The folder itself. */
  public Path path() {
    return path;
  }

  /** Leaves it to others. */
  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot leave " + path, e);
    }
  }
}
