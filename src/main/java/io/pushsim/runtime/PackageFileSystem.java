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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.graalvm.polyglot.io.FileSystem;

/**
 * The files that import statements reach: those of the deployment package under {@code /var/task},
 * read-only, and nothing of the machine. Names of core modules and of packages, and CommonJS files,
 * are answered with a small module that takes its exports from the CommonJS loader.
 */
final class PackageFileSystem implements FileSystem {
  private static final String CORE = "/pushsim/core/";
  private static final String FAULT = "/pushsim/fault/";

  /** How this file system asks the process's module loader. */
  interface Modules {
    /**
     * What a specifier means that names no relative file: a file, {@code node:} and the core
     * module's name, or {@code fault:} and the fault's number.
     */
    String resolve(String specifier, String importer);

    /** The fault of a file that cannot be imported. */
    String missing(String file, String importer);

    String message(int fault);

    /** How a file is read: {@code module}, {@code commonjs}, {@code json} or {@code unknown}. */
    String format(String file);

    /** A module's text that re-exports what the CommonJS loader gives. */
    String bridge(String request);

    /** The specifiers of a file's import statements, and perhaps some that only look so. */
    List<String> staticImports(String importer);
  }

  private final TaskRoot code;
  private final Modules modules;

  /** The engine names who imports right before it names what is imported. */
  private String importer = "/var/runtime/index.mjs";

  /** The last specifier that led nowhere. */
  private String sought = "";

  PackageFileSystem(TaskRoot code, Modules modules) {
    this.code = code;
    this.modules = modules;
  }

  @Override
  public Path parsePath(URI uri) {
    if ("file".equals(uri.getScheme())) {
      return Path.of(uri.getPath());
    }
    return resolved(uri.toString());
  }

  @Override
  public Path parsePath(String text) {
    if (text.isEmpty()) {
      return Path.of(text);
    }
    if (text.startsWith("pushsim:")) {
      importer = "/var/runtime/index.mjs";
      return Path.of(importer);
    }
    if (text.startsWith("/")) {
      importer = text;
      return Path.of(text);
    }
    return resolved(text);
  }

  private Path resolved(String specifier) {
    String found = modules.resolve(specifier, importer);
    if (found.startsWith("node:")) {
      return Path.of(CORE + found.substring("node:".length()));
    }
    if (found.startsWith("fault:")) {
      sought = specifier;
      return Path.of(FAULT + found.substring("fault:".length()));
    }
    return Path.of(found);
  }

  @Override
  public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options)
      throws IOException {
    String name = name(path);
    if (modes.contains(AccessMode.WRITE) || modes.contains(AccessMode.EXECUTE)) {
      throw new SecurityException("deployment packages are read-only: " + name);
    }
    if (!name.startsWith(CORE) && !name.startsWith(FAULT) && code.file(name).isEmpty()) {
      throw new NoSuchFileException(name);
    }
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return new ContentChannel(content(name(path)));
  }

  private byte[] content(String name) throws IOException {
    if (name.startsWith(CORE)) {
      return modules.bridge("node:" + name.substring(CORE.length())).getBytes(UTF_8);
    }
    if (name.startsWith(FAULT)) {
      int number = Integer.parseInt(name.substring(FAULT.length()));
      return fault(number, modules.staticImports(importer).contains(sought));
    }
    Optional<byte[]> content = code.file(name);
    String format = content.isEmpty() ? "unknown" : modules.format(name);
    return switch (format) {
      case "json" -> content.orElseThrow();
      case "module" -> described(content.orElseThrow());
      case "commonjs" -> modules.bridge(name).getBytes(UTF_8);
      default -> missing(name);
    };
  }

  private byte[] missing(String name) throws IOException {
    Path folder = Path.of(importer).resolveSibling(".");
    int number = Integer.parseInt(modules.missing(name, importer).substring("fault:".length()));
    return fault(
        number,
        modules.staticImports(importer).stream()
            .anyMatch(each -> name(folder.resolve(each)).equals(name)));
  }

  /**
   * What is imported in vain by a statement, before anything runs, fails by the engine's own error,
   * which has the text alone; {@code import()} gives the error itself, with its code.
   */
  private byte[] fault(int number, boolean byStatement) throws IOException {
    if (byStatement) {
      throw new IOException(modules.message(number));
    }
    return "throw globalThis[Symbol.for('pushsim.imports')].fault(%d);"
        .formatted(number)
        .getBytes(UTF_8);
  }

  /** The engine knows import.meta.url only. */
  private static byte[] described(byte[] content) {
    String text = new String(content, UTF_8);
    if (!text.contains("import.meta")) {
      return content;
    }
    String head = "globalThis[Symbol.for('pushsim.imports')].describe(import.meta); ";
    return (head + (text.startsWith("#!") ? "//" : "") + text).getBytes(UTF_8);
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
