package io.pushsim.runtime;

import io.pushsim.runtime.NodeSnippets.Snippet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page of the documentation that says which of Node.js's modules and globals there are. */
final class NodeTable {
  private static final String HEAD =
      """
      # What handlers find of Node.js

      Written by `NodeDifferentialTest` from its snippets (`src/test/resources/io/pushsim/runtime/node`), each of which prints here, byte for byte, what it prints
      under the real Node.js 20; and from one list of all names that Node.js's modules export. `-Dgolden.update=true` rewrites it.

      ✓ is there · ✗ can be required, so that libraries load that only do that; whatever is called fails with an error that says what pushsim does not simulate.

      """;

  private static final String PACKAGES =
      """

      ## npm packages

      `NpmPackagesIT` installs these versions with npm and runs %d handlers, each of which uses one as handlers do, here and under the real Node.js 20: what they
      log and answer is the same, byte for byte.

      ✓ %s

      `BundledHandlerIT` bundles a handler in TypeScript with esbuild, as CommonJS and as an ES module with top-level await, and invokes it in `pushsim serve`.

      %s
      """;

  private static final String FINDING =
      """
      How modules are found is held against Node.js 20 in the same way (`ModuleResolutionTest`): %s.""";

  private final Map<String, List<String>> ofNode;
  private final Map<String, List<String>> ofPushsim;
  private final Map<String, List<Snippet>> snippets = new TreeMap<>();

  /**
   * @param node what {@code inventory.js} prints under Node.js
   * @param pushsim what it prints here
   */
  NodeTable(String node, String pushsim) {
    ofNode = inventory(node);
    ofPushsim = inventory(pushsim);
    for (Snippet snippet : NodeSnippets.all()) {
      snippets.computeIfAbsent(snippet.module(), module -> new ArrayList<>()).add(snippet);
    }
  }

  private static Map<String, List<String>> inventory(String text) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
      String[] parts = line.split(" ", 3);
      names.put(parts[1], parts[2].isEmpty() ? List.of() : List.of(parts[2].split(" ")));
    }
    return names;
  }

  String text() {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("| | module | the same as in Node.js | there, and refused on use | not there |\n");
    page.append("|---|---|---|---|---|\n");
    ofNode.keySet().stream().filter(name -> !name.equals("all")).forEach(name -> row(page, name));
    page.append("\n## Globals\n\n✓ ")
        .append(code(ofPushsim.getOrDefault("all", List.of())))
        .append("\n\n✗ ");
    page.append(code(missing("all"))).append("\n\n");
    page.append("Other snippets: ").append(others()).append(".\n");
    page.append("\n## What differs on purpose\n\n");
    NodeSnippets.differences()
        .forEach((name, reason) -> page.append("- `%s`: %s\n".formatted(name, reason)));
    return page.append(packages()).toString();
  }

  private static String packages() {
    List<NpmHandlers.Handler> handlers = NpmHandlers.all();
    NpmHandlers.PackageLock lock = NpmHandlers.lock();
    String list =
        handlers.stream()
            .flatMap(handler -> handler.packages().stream())
            .map(name -> "`%s` %s".formatted(name, lock.version(name)))
            .sorted()
            .collect(Collectors.joining(" · "));
    return PACKAGES.formatted(handlers.size(), list, FINDING.formatted(trees()));
  }

  private static String trees() {
    return ModuleTrees.all().stream()
        .map(tree -> tree.name().replace('-', ' '))
        .collect(Collectors.joining(", "));
  }

  private void row(StringBuilder page, String name) {
    List<Snippet> proofs = snippets.getOrDefault(name.replace('/', '_'), List.of());
    boolean refused = ofPushsim.getOrDefault(name, List.of()).equals(List.of("!"));
    page.append(
        refused
            ? "| ✗ | `%s` | | | |\n".formatted(name)
            : "| ✓ | `%s` | %s | %s | %s |\n"
                .formatted(name, said(proofs), code(refused(name)), code(missing(name))));
  }

  private List<String> refused(String name) {
    return ofPushsim.getOrDefault(name, List.of()).stream()
        .filter(each -> each.endsWith("!"))
        .map(each -> each.substring(0, each.length() - 1))
        .toList();
  }

  private List<String> missing(String name) {
    List<String> missing = new ArrayList<>(ofNode.getOrDefault(name, List.of()));
    missing.removeAll(ofPushsim.getOrDefault(name, List.of()));
    missing.removeAll(refused(name));
    return missing;
  }

  private String others() {
    return snippets.entrySet().stream()
        .filter(entry -> !ofNode.containsKey(entry.getKey().replace('_', '/')))
        .filter(entry -> !ofNode.containsKey(entry.getKey()))
        .map(entry -> entry.getKey() + " (" + said(entry.getValue()) + ")")
        .collect(Collectors.joining("; "));
  }

  private static String said(List<Snippet> snippets) {
    return snippets.stream().map(Snippet::what).collect(Collectors.joining(", "));
  }

  private static String code(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" "));
  }
}
