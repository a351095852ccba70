package io.pushsim.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.graalvm.polyglot.Source;

/** A deployment package as it stands under {@code /var/task}, its CommonJS files parsed once. */
final class TaskRoot {
  static final String PATH = "/var/task";
  static final String WRAPPER_HEAD =
      "(function (exports, require, module, __filename, __dirname) { ";

  /** What a path leads to, in the numbers that the prelude uses. */
  static final int NONE = 0;

  static final int FILE = 1;
  static final int FOLDER = 2;

  private final CodePackage code;
  private final Set<String> folders = new HashSet<>();
  private final Map<String, Source> wrapped = new ConcurrentHashMap<>();
  private final Map<String, String> bridges = new ConcurrentHashMap<>();

  TaskRoot(CodePackage code) {
    this.code = code;
    folders.add("");
    for (String file : code.files().keySet()) {
      for (int slash = file.lastIndexOf('/'); slash > 0; slash = file.lastIndexOf('/', slash - 1)) {
        folders.add(file.substring(0, slash));
      }
    }
  }

  /**
   * @param path absolute, without {@code .} and {@code ..}
   */
  Optional<byte[]> file(String path) {
    return relative(path).flatMap(name -> Optional.ofNullable(code.files().get(name)));
  }

  int kind(String path) {
    Optional<String> relative = relative(path);
    if (relative.isEmpty()) {
      return NONE;
    }
    if (code.files().containsKey(relative.get())) {
      return FILE;
    }
    return folders.contains(relative.get()) ? FOLDER : NONE;
  }

  private static Optional<String> relative(String path) {
    if (path.equals(PATH)) {
      return Optional.of("");
    }
    return path.startsWith(PATH + "/")
        ? Optional.of(path.substring(PATH.length() + 1))
        : Optional.empty();
  }

  /** The names in a folder, sorted. */
  List<String> names(String folder) {
    String start = relative(folder).map(name -> name.isEmpty() ? "" : name + "/").orElseThrow();
    return Stream.concat(code.files().keySet().stream(), folders.stream())
        .filter(name -> name.startsWith(start) && name.length() > start.length())
        .map(name -> name.substring(start.length()))
        .filter(name -> name.indexOf('/') < 0)
        .sorted()
        .toList();
  }

  Optional<String> text(String path) {
    return file(path).map(TaskRoot::decoded);
  }

  private static String decoded(byte[] content) {
    String text = new String(content, UTF_8);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  /** The CommonJS file within the function that Node.js wraps such files in. */
  Source wrapped(String path) {
    return wrapped.computeIfAbsent(path, this::wrap);
  }

  /**
   * The text of an ES module that gives what a CommonJS file exports, made once.
   *
   * @param path the CommonJS file
   */
  String bridge(String path, Supplier<String> text) {
    String known = bridges.get(path);
    if (known == null) {
      known = text.get();
      bridges.put(path, known);
    }
    return known;
  }

  private Source wrap(String path) {
    String text = text(path).orElseThrow(() -> new IllegalArgumentException("no file " + path));
    if (text.startsWith("#!")) {
      text = "//" + text;
    }
    try {
      // Of a file that is never read: only so does the engine know who calls import().
      return Source.newBuilder("js", new File(path))
          .name(path)
          .content(WRAPPER_HEAD + text + "\n})")
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long unzippedSize() {
    return code.files().values().stream().mapToLong(content -> content.length).sum();
  }
}
