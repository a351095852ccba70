package io.pushsim.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.io.FileSystem;

/**
 * The files that import statements reach: those of the deployment package under {@code /var/task},
 * read-only, and nothing of the machine. Names of core modules and of packages, and CommonJS files,
 * are answered with a small module that takes its exports from the CommonJS loader.
 */
final class PackageFileSystem implements FileSystem {
  private static final String CORE = "/pushsim/core/";

  /** How this file system asks the process's module loader. */
  interface Modules {
    /** The file, or {@code node:} and the core module's name, that a bare specifier means. */
    String resolve(String specifier) throws NoSuchFileException;

    boolean isModule(String file);

    /** A module's text that re-exports what the CommonJS loader gives. */
    String bridge(String request);
  }

  private final TaskRoot code;
  private final Modules modules;

  PackageFileSystem(TaskRoot code, Modules modules) {
    this.code = code;
    this.modules = modules;
  }

  @Override
  public Path parsePath(URI uri) {
    if ("file".equals(uri.getScheme())) {
      return Path.of(uri.getPath());
    }
    return parsePath(uri.toString());
  }

  @Override
  public Path parsePath(String text) {
    if (text.isEmpty() || text.startsWith("/")) {
      return Path.of(text);
    }
    try {
      String resolved = modules.resolve(text);
      return Path.of(resolved.startsWith("node:") ? CORE + resolved.substring(5) : resolved);
    } catch (NoSuchFileException e) {
      return Path.of("/var/task/node_modules/" + text);
    }
  }

  @Override
  public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options)
      throws IOException {
    String name = name(path);
    if (modes.contains(AccessMode.WRITE) || modes.contains(AccessMode.EXECUTE)) {
      throw new SecurityException("deployment packages are read-only: " + name);
    }
    if (!name.startsWith(CORE) && code.file(name).isEmpty()) {
      throw new NoSuchFileException(name);
    }
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return new ContentChannel(content(name(path)));
  }

  private byte[] content(String name) throws NoSuchFileException {
    if (name.startsWith(CORE)) {
      return modules.bridge("node:" + name.substring(CORE.length())).getBytes(UTF_8);
    }
    byte[] content = code.file(name).orElseThrow(() -> new NoSuchFileException(name));
    if (name.endsWith(".json") || modules.isModule(name)) {
      return content;
    }
    return modules.bridge(name).getBytes(UTF_8);
  }

  @Override
  public Path toAbsolutePath(Path path) {
    return path.isAbsolute() ? path : Path.of("/var/task").resolve(path);
  }

  @Override
  public Path toRealPath(Path path, LinkOption... options) throws IOException {
    return toAbsolutePath(path).normalize();
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    byte[] content = content(name(path));
    return Map.of(
        "isRegularFile", true,
        "isDirectory", false,
        "isSymbolicLink", false,
        "size", (long) content.length,
        "lastModifiedTime", FileTime.fromMillis(0));
  }

  @Override
  public void createDirectory(Path dir, FileAttribute<?>... attributes) {
    throw new SecurityException("deployment packages are read-only: " + name(dir));
  }

  @Override
  public void delete(Path path) {
    throw new SecurityException("deployment packages are read-only: " + name(path));
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path dir, DirectoryStream.Filter<? super Path> filter) {
    throw new SecurityException("folders cannot be listed: " + name(dir));
  }

  private String name(Path path) {
    return toAbsolutePath(path).normalize().toString().replace('\\', '/');
  }

  /** A file's bytes as a channel that can only be read. */
  private static final class ContentChannel implements SeekableByteChannel {
    private final ByteBuffer content;
    private boolean open = true;

    ContentChannel(byte[] bytes) {
      content = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    @Override
    public int read(ByteBuffer target) {
      if (!content.hasRemaining()) {
        return -1;
      }
      int length = Math.min(target.remaining(), content.remaining());
      target.put(content.slice(content.position(), length));
      content.position(content.position() + length);
      return length;
    }

    @Override
    public int write(ByteBuffer source) {
      throw new NonWritableChannelException();
    }

    @Override
    public long position() {
      return content.position();
    }

    @Override
    public SeekableByteChannel position(long position) {
      content.position((int) Math.min(position, content.limit()));
      return this;
    }

    @Override
    public long size() {
      return content.limit();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
      return open;
    }

    @Override
    public void close() {
      open = false;
    }
  }
}
