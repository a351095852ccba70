package io.pushsim.runtime;

import java.nio.file.NoSuchFileException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.jspecify.annotations.Nullable;

/** Lets import statements reach what the process's CommonJS loader knows. */
final class ModuleBridge implements PackageFileSystem.Modules {
  private static final Pattern EXPORTED =
      Pattern.compile(
          "(?:\\bexports\\s*\\.\\s*([A-Za-z_$][\\w$]*)\\s*=(?!=))"
              + "|(?:defineProperty\\(\\s*(?:module\\.)?exports\\s*,\\s*['\"]([A-Za-z_$][\\w$]*)['\"])");
  private static final Pattern EXPORTED_LITERAL =
      Pattern.compile("\\bmodule\\.exports\\s*=\\s*\\{([^{}]*)\\}");
  private static final Pattern NAME =
      Pattern.compile("^\\s*([A-Za-z_$][\\w$]*)\\s*(?:[:(].*)?$", Pattern.DOTALL);

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

  private Value call(String function, String argument) {
    if (entries == null) {
      throw new IllegalStateException("the process has not booted yet");
    }
    return entries.getMember(function).execute(argument);
  }

  @Override
  public String resolve(String specifier) throws NoSuchFileException {
    Value resolved = call("resolveForImport", specifier);
    if (!resolved.isString()) {
      throw new NoSuchFileException(specifier);
    }
    return resolved.asString();
  }

  @Override
  public boolean isModule(String file) {
    return call("isModule", file).asBoolean();
  }

  @Override
  public String bridge(String request) {
    Stream<String> names =
        request.startsWith("node:")
            ? coreNames(request)
            : root.text(request).stream().flatMap(ModuleBridge::commonJsNames);
    StringBuilder text = new StringBuilder();
    text.append("const m = globalThis[Symbol.for('pushsim.require')](")
        .append(Json.string(request))
        .append(");\nexport default m;\n");
    int count = 0;
    for (String name : names.filter(each -> !each.equals("default")).collect(Collectors.toSet())) {
      String local = "e" + count++;
      text.append("const %s = m.%s; export { %s as %s };\n".formatted(local, name, local, name));
    }
    return text.toString();
  }

  private Stream<String> coreNames(String request) {
    Value names = call("exportNames", request);
    return Stream.iterate(0L, index -> index < names.getArraySize(), index -> index + 1)
        .map(index -> names.getArrayElement(index).asString());
  }

  // As Node.js does, by looking at the text and without running it.
  private static Stream<String> commonJsNames(String text) {
    Stream<String> assigned =
        EXPORTED.matcher(text).results().map(r -> r.group(1) != null ? r.group(1) : r.group(2));
    Stream<String> literal =
        EXPORTED_LITERAL
            .matcher(text)
            .results()
            .flatMap(result -> Stream.of(result.group(1).split(",")))
            .map(NAME::matcher)
            .filter(java.util.regex.Matcher::matches)
            .map(matcher -> matcher.group(1));
    return Stream.concat(assigned, literal);
  }
}
