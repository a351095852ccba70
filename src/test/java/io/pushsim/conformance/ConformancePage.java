package io.pushsim.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of the documentation that lists every recorded case, and what became of it. */
final class ConformancePage {
  private static final String HEAD =
      """
      # Conformance

      AWS was recorded in %d tests of LocalStack's (snapshots of `localstack/localstack`, commit `8b9a79f05846835cf4dff63ab7eefdde9df83783`,
      Apache-2.0; they lie under `src/test/resources/recordings`). pushsim is told each story again, call by call, and every answer is held
      against AWS's: over HTTP through the AWS SDK for Java, and where no JavaScript is needed on virtual time within the process as well.
      Members are compared in both directions, error types, bodies' keys and their case too; the recorder's placeholders are variables that
      must agree throughout a story. `RecordingsConformanceTest` does this in every build and writes this page, so a case cannot be listed as
      what it is not: a case that is listed as equal and is not fails, and one that is listed as different and is not fails too.

      - **equal**: every answer that is compared is the recorded one.
      - **different**: the named answers or members are meant to differ, and the rest is equal. Most were recorded before AWS itself changed.
      - **out of scope**: what it needs is not simulated.

      """;

  private final List<Script> scripts;

  /**
   * @param scripts all there are, file by file
   */
  ConformancePage(List<Script> scripts) {
    this.scripts = scripts;
  }

  String markdown() {
    StringBuilder page = new StringBuilder(HEAD.formatted(scripts.size()));
    appendSums(page);
    for (String file : Recordings.files()) {
      page.append("\n## ").append(file).append("\n\n");
      page.append("| case | recorded | verdict | |\n|---|---|---|---|\n");
      of(file).forEach(script -> page.append(row(script)));
    }
    return page.toString();
  }

  private void appendSums(StringBuilder page) {
    page.append("| recordings | cases | equal | different | out of scope |\n");
    page.append("|---|---:|---:|---:|---:|\n");
    Recordings.files().forEach(file -> page.append(sums(file, of(file))));
    page.append(sums("**all**", scripts.stream()));
  }

  private Stream<Script> of(String file) {
    return scripts.stream().filter(script -> script.file().equals(file));
  }

  private static String sums(String name, Stream<Script> cases) {
    Map<String, Long> counts =
        cases.collect(Collectors.groupingBy(ConformancePage::verdict, Collectors.counting()));
    return "| %s | %d | %d | %d | %d |\n"
        .formatted(
            name,
            counts.values().stream().mapToLong(Long::longValue).sum(),
            counts.getOrDefault("equal", 0L),
            counts.getOrDefault("different", 0L),
            counts.getOrDefault("out of scope", 0L));
  }

  private static String verdict(Script script) {
    if (!script.isTold()) {
      return "out of scope";
    }
    return script.different().isEmpty() && script.changed().isEmpty() && script.added().isEmpty()
        ? "equal"
        : "different";
  }

  private static String row(Script script) {
    String[] date = script.date();
    return "| %s | %s-%s | %s | %s |\n"
        .formatted(
            shortName(script.test()),
            date[2],
            date[1],
            verdict(script),
            String.join("; ", remarks(script)).replace("|", "\\|"));
  }

  private static String shortName(String test) {
    String[] parts = test.split("::");
    return "%s `%s`"
        .formatted(
            parts[1].replaceFirst("^Test", ""),
            parts[2].replaceFirst("^test_", "").replace("|", "\\|"));
  }

  private static List<String> remarks(Script script) {
    List<String> remarks = new ArrayList<>();
    script.skipped().ifPresent(remarks::add);
    script.inProcessOnly().ifPresent(reason -> remarks.add("on virtual time alone: " + reason));
    byReason(script.different()).forEach((reason, names) -> remarks.add(names + ": " + reason));
    byReason(script.changed()).forEach((reason, names) -> remarks.add(names + ": " + reason));
    if (!script.added().isEmpty()) {
      remarks.add("AWS has added %s since".formatted(code(script.added().stream())));
    }
    script
        .instead()
        .forEach((member, value) -> remarks.add("told with `%s` `%s`".formatted(member, value)));
    byReason(script.unanswered())
        .forEach((reason, names) -> remarks.add("without %s: %s".formatted(names, reason)));
    return remarks;
  }

  /** The names that share a reason, by it. */
  private static Map<String, String> byReason(Map<String, String> reasons) {
    return reasons.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getValue,
                LinkedHashMap::new,
                Collectors.mapping(
                    Map.Entry::getKey,
                    Collectors.collectingAndThen(
                        Collectors.toList(), names -> code(names.stream())))));
  }

  private static String code(Stream<String> names) {
    return names.map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }
}
