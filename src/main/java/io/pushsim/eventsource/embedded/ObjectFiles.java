package io.pushsim.eventsource.embedded;

import io.pushsim.eventsource.embedded.nio2blob.MemoryBlobStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.function.Supplier;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** Where objects lie: a folder for each bucket, a file for each object. */
public final class ObjectFiles {
  private static final String PROBE = "user.pushsim";

  private final Supplier<BlobStore> store;

  private ObjectFiles(Supplier<BlobStore> store) {
    this.store = store;
  }

  /** A store of these files, which takes a moment to be made. */
  BlobStore store() {
    return store.get();
  }

  /**
   * Files in memory.
   *
   * @param mostBytes how much memory they may take together
   */
  public static ObjectFiles inMemory(long mostBytes) {
    return new ObjectFiles(() -> new MemoryBlobStore(mostBytes));
  }

  /**
   * Files in a folder, which is made where it is not there. What an earlier run did not finish to
   * write is removed.
   *
   * @throws NoAttributes where the folder's file system cannot keep what belongs to objects
   * @throws IOException where the folder cannot be used; its message says why
   */
  public static ObjectFiles in(Path folder) throws IOException {
    Files.createDirectories(folder);
    checkAttributes(folder);
    Files.walkFileTree(folder, new Sweep());
    // In a folder that is named relatively, s3proxy's lists are empty.
    String absolute = folder.toAbsolutePath().normalize().toString();
    return new ObjectFiles(() -> new FilesystemNio2BlobStore(absolute));
  }

  /** ETags, content types and metadata lie in the files' extended attributes. */
  private static void checkAttributes(Path folder) throws IOException {
    Path probe = Files.createTempFile(folder, "probe-", "");
    try {
      UserDefinedFileAttributeView attributes =
          Files.getFileAttributeView(probe, UserDefinedFileAttributeView.class);
      if (attributes == null) {
        throw withoutAttributes(folder, "");
      }
      attributes.write(PROBE, StandardCharsets.US_ASCII.encode("1"));
    } catch (FileSystemException e) {
      throw withoutAttributes(folder, " (%s)".formatted(e.getReason()));
    } finally {
      Files.deleteIfExists(probe);
    }
  }

  private static NoAttributes withoutAttributes(Path folder, String reason) {
    return new NoAttributes(
        "the file system of %s keeps no extended attributes of files, in which the metadata of objects lie%s"
            .formatted(folder, reason));
  }

  /** A file system keeps no extended attributes. */
  public static final class NoAttributes extends IOException {
    private static final long serialVersionUID = 1L;

    private NoAttributes(String message) {
      super(message);
    }
  }

  /** Removes the files that hold no whole object, and no part of one. */
  private static final class Sweep extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (FileNames.isUnfinished(file.getFileName().toString())) {
        Files.delete(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
