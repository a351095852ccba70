package io.pushsim.runtime;

import java.util.List;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.jspecify.annotations.Nullable;

/** Lets import statements reach what the process's own loader ({@code imports.js}) knows. */
final class ModuleBridge implements PackageFileSystem.Modules {
  private static final String MODULE = "application/javascript+module";
  private static final Pattern STATIC =
      Pattern.compile("(?:\\bfrom|\\bimport|[}*])\\s*(?:\"([^\"\\n]+)\"|'([^'\\n]+)')");

  private final TaskRoot root;
  private @Nullable Value entries;

  ModuleBridge(TaskRoot root) {
    this.root = root;
  }

  IOAccess access() {
    return IOAccess.newBuilder().fileSystem(new PackageFileSystem(root, this)).build();
  }

  void attach(Value entryPoints) {
    entries = entryPoints;
  }

  private Value call(String function, Object... arguments) {
    if (entries == null) {
      throw new IllegalStateException("the process has not booted yet");
    }
    return entries.getMember(function).execute(arguments);
  }

  @Override
  public String resolve(String specifier, String importer) {
    return call("resolveImport", specifier, importer).asString();
  }

  @Override
  public String missing(String file, String importer) {
    return call("missingImport", file, importer).asString();
  }

  @Override
  public String message(int fault) {
    return call("faultOfImport", fault).asString();
  }

  @Override
  public String format(String file) {
    return call("formatOfImport", file).asString();
  }

  @Override
  public String bridge(String request) {
    return request.startsWith("node:")
        ? call("textOfImport", request).asString()
        : root.bridge(request, () -> call("textOfImport", request).asString());
  }

  @Override
  public List<String> staticImports(String importer) {
    return root.text(importer).stream()
        .flatMap(text -> STATIC.matcher(text).results())
        .map(result -> result.group(1) != null ? result.group(1) : result.group(2))
        .toList();
  }

  /**
   * Runs an ES module now, if nothing in it waits, and gives its exports.
   *
   * @param marked whether they are to have {@code __esModule}, as where a CommonJS file requires
   *     them that a compiler wrote
   */
  static Value importNow(Context context, String file, boolean marked) {
    String name = Json.string(file);
    String text =
        marked
            ? "export * from %s; export { default } from %s; export const __esModule = true;"
                .formatted(name, name)
            : "import * as all from %s; export { all }; export const done = true;".formatted(name);
    String source = "/pushsim/required" + (marked ? "/marked" : "") + file;
    return context.eval(
        Source.newBuilder("js", text, source).mimeType(MODULE).internal(true).buildLiteral());
  }
}
