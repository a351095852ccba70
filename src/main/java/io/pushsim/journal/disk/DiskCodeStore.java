package io.pushsim.journal.disk;

import io.pushsim.error.ErrorCode;
import io.pushsim.error.SimulatorException;
import io.pushsim.journal.CodeStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Packages as files of a {@link DataDirectory}, by their SHA-256 in hexadecimal digits. Safe for
 * use by several threads; it waits for the disk.
 */
public final class DiskCodeStore implements CodeStore {
  private static final String ENDING = ".zip";
  private static final String UNFINISHED = ".part";

  private final Path folder;
  private final InstantSource clock;

  /**
   * @param clock tells when a package was put
   * @throws SimulatorException where the folder cannot be made
   */
  public DiskCodeStore(DataDirectory directory, InstantSource clock) {
    folder = directory.code();
    this.clock = clock;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw failed("made", folder, e);
    }
  }

  @Override
  public synchronized void put(String codeSha256, byte[] zip) {
    Path file = file(codeSha256);
    try {
      if (!Files.exists(file)) {
        write(file, zip);
      }
      Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    } catch (IOException e) {
      throw failed("written", file, e);
    }
  }

  /** What has its name is whole. */
  private void write(Path file, byte[] zip) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
    try (FileChannel channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(zip);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(unfinished);
      throw e;
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
      entries.force(true);
    }
  }

  @Override
  public Optional<byte[]> get(String codeSha256) {
    Path file = file(codeSha256);
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw failed("read", file, e);
    }
  }

  @Override
  public synchronized void expire(Predicate<String> inUse, Instant before) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)
            && !inUse.test(codeSha256(file))) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw failed("tidied up", folder, e);
    }
  }

  private Path file(String codeSha256) {
    return folder.resolve(
        HexFormat.of().formatHex(Base64.getDecoder().decode(codeSha256)) + ENDING);
  }

  /** Of a name that is none of pushsim's, empty text, which no function has. */
  private static String codeSha256(Path file) {
    String name = file.getFileName().toString();
    return Base64.getEncoder()
        .encodeToString(
            HexFormat.of().parseHex(name.substring(0, name.length() - ENDING.length())));
  }

  private static SimulatorException failed(String what, Path file, IOException cause) {
    return new SimulatorException(
        ErrorCode.SERVICE_UNAVAILABLE,
        "'%s' cannot be %s (%s): look after that disk".formatted(file, what, cause.getMessage()));
  }
}
